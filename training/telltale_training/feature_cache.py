"""Reads what `cache_features` wrote, one document at a time, without copying it into memory twice."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch


@dataclass(frozen=True)
class Features:
    """Of one document's cached window."""

    ids: np.ndarray
    """uint16 [tokens]."""
    statistics: np.ndarray
    """float32 [tokens, 5]; NaN in the first row."""
    quants: np.ndarray
    """int8 [depths, tokens, width]."""
    scales: np.ndarray
    """float16 [depths, tokens]."""

    @property
    def tokens(self) -> int:
        return len(self.statistics)

    def states(self, first: int, last: int) -> torch.Tensor:
        """float32 [depths, last - first, width]."""
        quants = torch.from_numpy(self.quants[:, first:last])
        scales = torch.from_numpy(self.scales[:, first:last])
        return quants.float() * scales.float()[:, :, None]


def read_features(cache: Path) -> dict[tuple[str, int], Features]:
    """By pack and row."""
    found = {}
    for file in sorted(cache.glob("*.npz")):
        if file.name.endswith(".tmp.npz"):
            continue
        pack = file.name.rsplit(".", 2)[0]
        with np.load(file) as chunk:
            rows, lengths = chunk["rows"], chunk["lengths"]
            ids, statistics, quants, scales = (chunk[k] for k in ("ids", "statistics", "quants", "scales"))
        first = 0
        for row, length in zip(rows, lengths, strict=True):
            last = first + int(length)
            found[pack, int(row)] = Features(ids[first:last], statistics[first:last], quants[:, first:last], scales[:, first:last])
            first = last
    return found
