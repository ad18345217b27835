"""Weights that let no large pack drown the others."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

HUMAN_SHARE = 0.5


def balanced_weights(targets: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    """One weight a text: groups count by the square root of their size, humans for HUMAN_SHARE of the whole. Mean 1."""
    sizes = Counter(groups)
    weights = np.array([sizes[group] ** -0.5 for group in groups])
    human = targets < 0.5
    weights[human] *= HUMAN_SHARE / weights[human].sum()
    weights[~human] *= (1 - HUMAN_SHARE) / weights[~human].sum()
    return weights * len(weights)
