"""Writes tests/evaluate/metric-cases.json: what scikit-learn, SciPy and NumPy say of random scores.

    python training/tests/metric_cases.py
"""

import json
from pathlib import Path

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import f1_score, roc_auc_score, roc_curve

OUT = Path(__file__).parent.parent.parent / "tests" / "evaluate" / "metric-cases.json"
LEVELS = (0.01, 0.05)


def roc_case(chooser: np.random.Generator, humans: int, machines: int, digits: int) -> dict:
    human = chooser.normal(0, 1, humans).round(digits)
    machine = chooser.normal(1.5, 1.2, machines).round(digits)
    truth = np.repeat([0, 1], [humans, machines])
    scores = np.concatenate([human, machine])
    false, true, _ = roc_curve(truth, scores, drop_intermediate=False)
    found = [float(true[false <= level + 1e-12].max()) for level in LEVELS]
    return {"human": human.tolist(), "machine": machine.tolist(), "auroc": float(roc_auc_score(truth, scores)), "truePositives": found}


def calibration_case(chooser: np.random.Generator, count: int) -> dict:
    probability = chooser.uniform(0, 1, count).round(4)
    truth = (chooser.uniform(0, 1, count) < probability**1.5).astype(int)
    weight = np.where(truth == 1, 0.5 / truth.sum(), 0.5 / (1 - truth).sum())
    bins = np.minimum(9, (probability * 10).astype(int))
    error = 0.0
    for b in range(10):
        w = weight[bins == b]
        if w.sum() > 0:
            error += w.sum() * abs(np.average(probability[bins == b], weights=w) - np.average(truth[bins == b], weights=w))
    return {"probability": probability.tolist(), "truth": truth.tolist(), "error": float(error)}


def share_case(count: int, total: int) -> dict:
    interval = binomtest(count, total).proportion_ci(0.95, "exact")
    return {"count": count, "total": total, "low": float(interval.low), "high": float(interval.high)}


def f1_case(chooser: np.random.Generator, count: int) -> dict:
    truth, called = chooser.integers(0, 2, count), chooser.integers(0, 2, count)
    return {"truth": truth.tolist(), "called": called.tolist(), "macroF1": float(f1_score(truth, called, average="macro"))}


def main() -> None:
    chooser = np.random.default_rng(8)
    cases = {
        "roc": [roc_case(chooser, *sizes) for sizes in ((150, 150, 6), (100, 40, 1), (7, 9, 2), (300, 20, 0))],
        "calibration": [calibration_case(chooser, count) for count in (200, 40)],
        "shares": [share_case(*pair) for pair in ((0, 91), (1, 150), (8, 91), (150, 150), (3, 3174), (40, 80))],
        "f1": [f1_case(chooser, count) for count in (60, 9)],
    }
    OUT.write_text(json.dumps(cases, indent="\t") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
