"""Writes `tests/reference/statistics-cases.json`: token scores and what numpy makes of them.

Run: python training/tests/statistics_cases.py
"""

import json
from pathlib import Path

import numpy as np

CASES = Path(__file__).resolve().parents[2] / "tests" / "reference" / "statistics-cases.json"
LENGTHS = (2, 40, 300)


def case(length: int, random: np.random.Generator) -> dict:
    tokens = {
        "logProb": -random.exponential(2.5, length),
        "entropy": random.gamma(3, 1, length),
        "variance": random.gamma(4, 1, length),
        "rank": np.ceil(random.pareto(0.7, length)),
        "evidence": random.normal(0, 1.5, length),
    }
    tokens = {name: values.round(4) for name, values in tokens.items()}
    log_prob, entropy, variance, rank = (
        tokens[name][1:] for name in ("logProb", "entropy", "variance", "rank")
    )
    expected = {
        "meanLogProb": log_prob.mean(),
        "meanLogRank": np.log(rank).mean(),
        "meanEntropy": entropy.mean(),
        "ratio": -log_prob.mean() / entropy.mean(),
        "curvature": (log_prob - -entropy).sum() / np.sqrt(variance.sum()),
        "perplexity": np.exp(-log_prob.mean()),
        "evidence": tokens["evidence"].mean(),
    }
    # The first token of a window has nothing before it: null stands for NaN.
    first = {name: [None, *values[1:].tolist()] for name, values in tokens.items()}
    return {
        "tokens": first | {"evidence": tokens["evidence"].tolist()},
        "expected": {name: float(value) for name, value in expected.items()},
    }


if __name__ == "__main__":
    generator = np.random.default_rng(1)
    cases = [case(length, generator) for length in LENGTHS]
    CASES.write_text(json.dumps(cases) + "\n")
