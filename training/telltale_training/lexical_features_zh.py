"""Hashed character n-grams of a Chinese text; the same numbers as `src/scoring/chinese/lexical-features.ts`.

Both are held to `tests/reference/lexical-cases-zh.json`. Change them together.
"""

import numpy as np
import regex

from .lexical_features import character_hashes
from .simplified_zh import to_simplified

CHARACTER_SIZES = (1, 2, 3)
LEFT_OUT = regex.compile(r"[^\p{L}\p{N}，。！？、：；]+")
"""Spaces, quotes, dashes, brackets and ornaments tell how a corpus was collected."""
NAMES_AND_NUMBERS = regex.compile("[0-9a-z]+")


def lexical_text_zh(normalised: str) -> str:
    """The form in which n-grams are counted: simplified, letters and the seven plain marks alone, "0" for Latin words and numbers."""
    return NAMES_AND_NUMBERS.sub("0", LEFT_OUT.sub("", to_simplified(normalised).lower()))


def features_zh(text: str, buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Sorted distinct buckets (uint32) of a normalised text, each with 1: how often a topic's words return says nothing of the author."""
    indices = np.unique(character_hashes(lexical_text_zh(text), CHARACTER_SIZES) & np.uint32(buckets - 1))
    return indices, np.ones(len(indices), np.float32)
