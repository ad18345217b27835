"""The bound of the cheap stage, on made-up scores: `python -m unittest discover training/tests`."""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from telltale_training.clearing import LOST_SHARE, fit_clearing


class Clearing(unittest.TestCase):
    def test_no_pack_loses_more_than_promised(self):
        chooser = np.random.default_rng(1)
        pack = np.repeat(["a", "b", "human"], [2000, 400, 3000])
        target = np.repeat([1.0, 1.0, 0.0], [2000, 400, 3000])
        lexical = np.concatenate([chooser.normal(2, 1, 2000), chooser.normal(1, 1, 400), chooser.normal(-1, 1, 3000)])
        p = chooser.uniform(0, 0.02, 5400)
        fitted = fit_clearing(lexical, p, target, lexical * 0.5, pack)
        for name in ("a", "b"):
            own = pack == name
            lost = np.mean(own & (p <= 0.01) & (lexical < fitted.below)) * len(own) / own.sum()
            self.assertLessEqual(lost, LOST_SHARE)
        cleared = (target == 0) & (lexical < fitted.below)
        self.assertGreater(cleared.mean(), 0.1)
        self.assertAlmostEqual(fitted.evidence, lexical[cleared].mean() * 0.5)


if __name__ == "__main__":
    unittest.main()
