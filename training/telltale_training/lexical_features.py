"""Hashed n-grams of a text, vectorised; the same numbers as `src/scoring/lexical-features.ts`.

Both are held to `tests/reference/lexical-cases.json`. Change them together.
"""

import numpy as np
import regex

CHARACTER_SIZES = (2, 3, 4)
WORD_KIND = 11
BIGRAM_KIND = 12
FNV_OFFSET = 0x811C9DC5
FNV_PRIME = np.uint32(16777619)

WORDS = regex.compile(r"[\p{L}\p{N}]+(?:'\p{L}+)*|[^\s\p{L}\p{N}]")
SPACES = regex.compile(r"[ \t-\r]+")


def lexical_text(normalised: str) -> str:
    """The form in which n-grams are counted: small letters, single spaces, none at the ends."""
    return SPACES.sub(" ", normalised.lower()).strip(" ")


def features(text: str, buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Sorted distinct buckets (uint32) of a normalised text and, for each, 1 + ln(count) (float32).

    `buckets` is a power of two.
    """
    lexical = lexical_text(text)
    hashes = [character_hashes(lexical, CHARACTER_SIZES), *_word_hashes(WORDS.findall(lexical))]
    return counted(np.concatenate(hashes), buckets)


def counted(hashes: np.ndarray, buckets: int) -> tuple[np.ndarray, np.ndarray]:
    """Sorted distinct buckets and, for each, 1 + ln(count)."""
    indices, counts = np.unique(hashes & np.uint32(buckets - 1), return_counts=True)
    return indices, (1 + np.log(counts)).astype(np.float32)


def _units(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16).astype(np.uint32)


def _seed(kind: int, length: int) -> np.ndarray:
    return np.full(length, FNV_OFFSET ^ kind, np.uint32)


def _finish(state: np.ndarray) -> np.ndarray:
    state = (state ^ (state >> np.uint32(15))) * np.uint32(0x85EBCA6B)
    return state ^ (state >> np.uint32(13))


def character_hashes(text: str, sizes: tuple[int, ...]) -> np.ndarray:
    """Hashes of all runs of so many UTF-16 units."""
    units = _units(text)
    hashes = []
    for size in sizes:
        length = max(0, len(units) - size + 1)
        state = _seed(size, length)
        for offset in range(size):
            state = (state ^ units[offset : offset + length]) * FNV_PRIME
        hashes.append(_finish(state))
    return np.concatenate(hashes)


def _word_hashes(words: list[str]) -> list[np.ndarray]:
    if not words:
        return []
    units = _units(" ".join(words))
    lengths = np.array([_unit_count(word) for word in words])
    ends = np.cumsum(lengths + 1) - 1
    starts = ends - lengths
    return [
        _range_hashes(units, starts, ends, WORD_KIND),
        _range_hashes(units, starts[:-1], ends[1:], BIGRAM_KIND),
    ]


def _unit_count(word: str) -> int:
    return len(word) if word.isascii() else len(word.encode("utf-16-le", "surrogatepass")) // 2


def _range_hashes(
    units: np.ndarray, starts: np.ndarray, ends: np.ndarray, kind: int
) -> np.ndarray:
    """Hash of units[start:end] for each range: one unit of all ranges at a time, longest first."""
    lengths = ends - starts
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    state = _seed(kind, len(starts))
    for offset in range(int(lengths[0]) if len(lengths) else 0):
        active = int(np.searchsorted(-lengths, -offset, side="left"))
        state[:active] = (state[:active] ^ units[starts[:active] + offset]) * FNV_PRIME
    return _finish(state)
