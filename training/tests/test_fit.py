"""Training repeats itself: `python -m unittest discover training/tests`."""

import sys
import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))
from test_sampling import example
from telltale_training import sampling, train_head
from telltale_training.evidence_head import EvidenceHead, mean_head
from telltale_training.examples import Texts, Turning
from telltale_training.sampling import Splices
from telltale_training.train_head import Plan, fit

EPOCHS = 2


def weights(head: EvidenceHead) -> list[bytes]:
    return [value.numpy().tobytes() for value in head.state_dict().values()]


class Stopped(Exception):
    pass


@patch.object(train_head, "STEPS_PER_EPOCH", 2)
@patch.object(sampling, "BATCH", 12)
class Repeating(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)

    def trained(self, checkpoint: Path, chance: int, stopped_in: int | None = None) -> list[bytes]:
        """`chance` is where torch's own generator stands before."""
        torch.manual_seed(1)
        head = EvidenceHead()
        torch.manual_seed(chance)
        examples = [example(label, 30 + number) for label in ("human", "ai") for number in range(6)]
        texts = Texts(examples, [Turning(example("ai", 60).features, 30)])
        plan = Plan(EPOCHS, 1e-3, (1,), 5, Splices(0.5, 0.5, seams_show=False, continued=0.4), 0.5)
        effects = [Stopped() if epoch == stopped_in else "" for epoch in range(EPOCHS)]
        with patch.object(train_head, "validated", side_effect=effects):
            fitted = fit(head, texts, texts, plan, np.ones(len(examples)), checkpoint)
        self.assertTrue(all(bool(value.isfinite().all()) for value in fitted.parameters()))
        return weights(fitted)

    def test_the_same_seed_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            first = self.trained(Path(folder) / "first.pt", chance=1)
            self.assertEqual(first, self.trained(Path(folder) / "second.pt", chance=2))

    def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            whole = self.trained(Path(folder) / "whole.pt", chance=1)
            with self.assertRaises(Stopped):
                self.trained(Path(folder) / "parts.pt", chance=1, stopped_in=1)
            self.assertEqual(whole, self.trained(Path(folder) / "parts.pt", chance=2))


class Mean(unittest.TestCase):
    def test_is_taken_of_every_weight(self):
        heads = [EvidenceHead(), EvidenceHead()]
        with torch.no_grad():
            for head, value in zip(heads, (1.0, 4.0), strict=True):
                for weight in head.parameters():
                    weight.fill_(value)
        self.assertTrue(all(bool((weight == 2.5).all()) for weight in mean_head(heads).parameters()))


if __name__ == "__main__":
    unittest.main()
