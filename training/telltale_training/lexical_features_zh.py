"""Hashed character n-grams of a Chinese text; the same numbers as `src/scoring/lexical-features-zh.ts`.

Both are held to `tests/reference/lexical-cases-zh.json`. Change them together.
"""

import numpy as np

from .lexical_features import character_hashes, counted, lexical_text
from .simplified_zh import to_simplified

CHARACTER_SIZES = (1, 2, 3)
CORNER_QUOTES = str.maketrans("「」『』", '""' + "''")


def lexical_text_zh(normalised: str) -> str:
    """The form in which n-grams are counted: simplified, one kind of quotes, small letters, single spaces."""
    return lexical_text(to_simplified(normalised).translate(CORNER_QUOTES))


def features_zh(text: str, buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Sorted distinct buckets (uint32) of a normalised text and, for each, 1 + ln(count) (float32)."""
    return counted(character_hashes(lexical_text_zh(text), CHARACTER_SIZES), buckets)
