"""Hashed n-grams of many texts as one sparse matrix."""

from collections.abc import Callable

import numpy as np
from scipy import sparse


def unit_rows(texts: list[str], buckets: int, features: Callable[[str, int], tuple[np.ndarray, np.ndarray]]) -> sparse.csr_matrix:
    """Rows of unit length [texts, buckets]: what `features` gives of each text, divided by its Euclidean norm."""
    indices, values, starts = [], [], [0]
    for text in texts:
        found, weights = features(text, buckets)
        indices.append(found.astype(np.int32))
        values.append(weights / max(float(np.linalg.norm(weights)), 1e-9))
        starts.append(starts[-1] + len(found))
    return sparse.csr_matrix((np.concatenate(values), np.concatenate(indices), starts), shape=(len(texts), buckets))
