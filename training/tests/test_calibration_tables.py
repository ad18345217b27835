"""Tables of p-values by length and register, on made-up scores. Needs the packages of `training/`.

Run: python training/tests/test_calibration_tables.py
"""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from telltale_training.calibrate import (  # noqa: E402
    GROUPS,
    LEAST_HUMANS,
    MARGIN,
    SHIFT_PRIOR,
    calibration_error,
    fit_tables,
    p_values,
    register_shifts,
)
from telltale_training.crop_scores import Scores  # noqa: E402
from telltale_training.register import REGISTERS  # noqa: E402

OFFSETS = {"informal": -1.0, "neutral": 0.0, "formal": 1.5}


def humans(count: int, seed: int) -> tuple[np.ndarray, Scores]:
    """Scores of `count` humans a register and length, alike in all lengths, and the rows they stand for."""
    random = np.random.default_rng(seed)
    register = np.tile(np.repeat(REGISTERS, count), len(GROUPS))
    score = np.tile(random.normal(size=3 * count), len(GROUPS)) + [OFFSETS[name] for name in register]
    tokens = np.repeat([low + 1 for low, _ in GROUPS], 3 * count)
    zeros = np.zeros(len(score))
    return score, Scores(tokens, zeros, zeros, zeros, register, zeros, [None] * len(score))


def of_length(score: np.ndarray, rows: Scores, tokens: int) -> tuple[np.ndarray, np.ndarray]:
    return score[rows.tokens == tokens], rows.register[rows.tokens == tokens]


class Tables(unittest.TestCase):
    def test_registers_keep_the_promise_each(self) -> None:
        score, rows = humans(6000, 1)
        tables = fit_tables(score, rows, rows.human())
        self.assertEqual(len(tables), len(GROUPS) * len(REGISTERS))
        fresh, others = humans(6000, 2)
        p = p_values(tables, fresh + MARGIN, others.tokens, others.register)
        shared = p_values(fit_tables(score, rows, rows.human(), by_register=False), fresh + MARGIN, others.tokens)
        for name in REGISTERS:
            self.assertAlmostEqual(np.mean(p[others.register == name] <= 0.05), 0.05, delta=0.01)
        self.assertGreater(np.mean(shared[others.register == "formal"] <= 0.05), 0.1)

    def test_p_values_are_those_of_all_humans_moved(self) -> None:
        all_scores, rows = humans(400, 3)
        tables = fit_tables(all_scores, rows, rows.human())
        score, register = of_length(all_scores, rows, 101)
        shifts = register_shifts(score, register)
        moved = score - np.array([shifts[name] for name in register])
        for name in REGISTERS:
            highest = np.array([np.max(moved) + shifts[name] + MARGIN + 1])
            p = p_values(tables, highest, np.array([101]), np.array([name]))
            self.assertAlmostEqual(p[0], 1 / (len(score) + 1))
            tenth = np.sort(moved)[-10]
            p = p_values(tables, np.array([tenth + shifts[name] + MARGIN]), np.array([101]), np.array([name]))
            self.assertAlmostEqual(p[0], 11 / (len(score) + 1), delta=2 / len(score))

    def test_shifts(self) -> None:
        score, register = of_length(*humans(LEAST_HUMANS, 4), 101)
        shifts = register_shifts(score, register)
        whole = np.quantile(score, 0.9)
        own = np.quantile(score[register == "formal"], 0.9)
        self.assertAlmostEqual(shifts["formal"], (own - whole) * LEAST_HUMANS / (LEAST_HUMANS + SHIFT_PRIOR))
        self.assertLess(shifts["informal"], shifts["neutral"])
        few, register = of_length(*humans(LEAST_HUMANS - 1, 4), 101)
        self.assertEqual(set(register_shifts(few, register).values()), {0.0})

    def test_calibration_error(self) -> None:
        target = np.array([0, 0, 0, 1] * 50)
        even = np.ones(200)
        self.assertAlmostEqual(calibration_error(np.full(200, 0.25), target, even), 0)
        self.assertAlmostEqual(calibration_error(np.full(200, 0.65), target, even), 0.4)
        self.assertAlmostEqual(calibration_error(target.astype(float), target, even), 0)
        self.assertAlmostEqual(calibration_error(np.full(200, 0.5), target, np.where(target == 1, 3, 1)), 0)


if __name__ == "__main__":
    unittest.main()
