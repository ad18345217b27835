"""Chinese cases that Python and TypeScript must agree on. Needs the packages of `training/`.

Run: python training/tests/test_shared_cases_zh.py
With --write it writes `tests/reference/lexical-cases-zh.json` anew by the slow, independent
implementation below, which is needed only when the features are defined anew.
"""

import json
import sys
import unicodedata
import unittest
from pathlib import Path

import regex

sys.path.insert(0, str(Path(__file__).parent))
from test_shared_cases import REFERENCE, slow_hash  # noqa: E402
from telltale_training.lexical_features_zh import features_zh  # noqa: E402
from telltale_training.simplified_zh import TABLE  # noqa: E402

CASES = REFERENCE / "lexical-cases-zh.json"
BUCKETS = 1 << 18
TEXTS = [
    "",
    "好",
    "你好，世界！今天天气很好。",
    "你好，世界！今天天氣很好。",
    "这里 说的\n\n后来，为们「鐵」『馬』",
    "我们用 Python 3.11 写了 A/B 测试，ROI 提高 12.5%。",
    "İstanbul 𠀀𠀁 喜欢",
]


def slow_indices(text: str) -> list[int]:
    table = dict(zip(*regex.findall(r'"([^"]+)"', TABLE.read_text(encoding="utf-8"))))
    lowered = "".join(table.get(character, character) for character in text).lower()
    kept = "".join(c for c in lowered if c in "，。！？、：；" or unicodedata.category(c)[0] in "LN")
    units = regex.sub("[0-9a-z]+", "0", kept).encode("utf-16-le")
    grams = [(n, units[i : i + 2 * n]) for n in (1, 2, 3) for i in range(0, len(units) - 2 * n + 1, 2)]
    return sorted({slow_hash(n, gram.decode("utf-16-le", "surrogatepass")) % BUCKETS for n, gram in grams})


class SharedChineseCases(unittest.TestCase):
    def test_lexical_features(self) -> None:
        cases = json.loads(CASES.read_text(encoding="utf-8"))
        self.assertEqual(len(cases), len(TEXTS))
        for case in cases:
            with self.subTest(case["text"]):
                indices, tf = features_zh(case["text"], case["buckets"])
                self.assertEqual(indices.tolist(), case["indices"])
                self.assertTrue((tf == 1).all())


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        cases = [{"text": text, "buckets": BUCKETS, "indices": slow_indices(text)} for text in TEXTS]
        CASES.write_text("[\n" + ",\n".join(map(json.dumps, cases)) + "\n]\n", encoding="utf-8")
    else:
        unittest.main()
