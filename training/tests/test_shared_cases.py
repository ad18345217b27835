"""Cases that Python and TypeScript must agree on. Needs the packages of `training/`.

Run: python training/tests/test_shared_cases.py
With --write-lexical-cases it writes `tests/reference/lexical-cases.json` anew by the slow,
independent implementation below, which is needed only when the features are defined anew.
"""

import json
import math
import sys
import unittest
from pathlib import Path

import numpy as np
import regex

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "training"))
from telltale_training import lexical_features  # noqa: E402
from telltale_training.normalise import normalise  # noqa: E402

REFERENCE = REPOSITORY / "tests" / "reference"
NORMALISE_CASES = REFERENCE / "normalise-cases.json"
LEXICAL_CASES = REFERENCE / "lexical-cases.json"

LEXICAL_TEXTS = [
    "",
    "a",
    "ab",
    "  The cat,\n\nthe CAT. ",
    "Don't stop: it's the users' choice - rock 'n' roll!",
    "aaaaaaaaaaaaaaaa",
    "We delve into a rich tapestry of ideas, and we delve again into a rich tapestry.",
    "In 2019, prices rose 3.5% (to $1,200).",
    "你好，世界！今天天气很好。",
    "Ünïcödé façade ΣΟΦΟΣ İstanbul",
    "emoji \U0001f600\U0001f600 and \U00020000\U00020001 stay whole",
    "tabs\tand\nnew\n\nlines",
    "…'quoted' \"words\" `code_like_name`",
]
BUCKET_COUNTS = [1 << 20, 64]


def slow_hash(kind: int, text: str) -> int:
    state = 0x811C9DC5 ^ kind
    data = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2]):
        state = ((state ^ (low | high << 8)) * 16777619) % 2**32
    state ^= state >> 15
    state = (state * 0x85EBCA6B) % 2**32
    return state ^ (state >> 13)


def slow_features(text: str, buckets: int) -> dict[int, float]:
    text = " ".join(text.lower().split())
    units = [text.encode("utf-16-le")[i : i + 2] for i in range(0, 2 * _units(text), 2)]
    grams = [
        (n, b"".join(units[i : i + n]).decode("utf-16-le", "surrogatepass"))
        for n in (2, 3, 4)
        for i in range(len(units) - n + 1)
    ]
    words = regex.findall(r"[\p{L}\p{N}]+(?:'\p{L}+)*|[^\s\p{L}\p{N}]", text)
    grams += [(11, word) for word in words]
    grams += [(12, f"{first} {second}") for first, second in zip(words, words[1:])]
    counts: dict[int, int] = {}
    for kind, gram in grams:
        bucket = slow_hash(kind, gram) % buckets
        counts[bucket] = counts.get(bucket, 0) + 1
    return {bucket: 1 + math.log(counts[bucket]) for bucket in sorted(counts)}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def write_lexical_cases() -> None:
    cases = []
    for text in LEXICAL_TEXTS:
        for buckets in BUCKET_COUNTS:
            found = slow_features(text, buckets)
            tf = [round(value, 6) for value in found.values()]
            cases.append({"text": text, "buckets": buckets, "indices": list(found), "tf": tf})
    lines = ",\n".join(json.dumps(case) for case in cases)
    LEXICAL_CASES.write_text(f"[\n{lines}\n]\n")


def load(path: Path) -> list[dict]:
    return json.loads(path.read_text())


class SharedCases(unittest.TestCase):
    def test_normalise(self) -> None:
        cases = load(NORMALISE_CASES)
        self.assertGreaterEqual(len(cases), 60)
        for case in cases:
            with self.subTest(case["name"]):
                self.assertEqual(normalise(case["raw"]), case["text"])
                self.assertEqual(normalise(case["text"]), case["text"])

    def test_lexical_features(self) -> None:
        cases = load(LEXICAL_CASES)
        self.assertEqual(len(cases), len(LEXICAL_TEXTS) * len(BUCKET_COUNTS))
        for case in cases:
            with self.subTest(case["text"], buckets=case["buckets"]):
                indices, tf = lexical_features.features(case["text"], case["buckets"])
                self.assertEqual((indices.dtype, tf.dtype), (np.uint32, np.float32))
                self.assertEqual(indices.tolist(), case["indices"])
                np.testing.assert_allclose(tf, case["tf"], atol=1e-5)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write-lexical-cases"]:
        write_lexical_cases()
    else:
        unittest.main()
