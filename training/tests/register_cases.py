"""Cases of `tests/reference/register-cases.json`, which TypeScript must agree on too. Needs Python alone.

Run: python training/tests/register_cases.py
With --write it writes the cases anew by the slow, independent reading below; then format them as the other files.
"""

import json
import sys
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "training"))
from telltale_training.register import letters_per_word, register_of  # noqa: E402

CASES = REPOSITORY / "tests" / "reference" / "register-cases.json"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
TEXTS = [
    "",
    "2019, 3.5%!",
    "你好，世界！",
    "a",
    "I'm not sure it's what you want, but I like it a lot and so do my friends.",
    "We don't: 'tis the dogs' bone, rock'n'roll, o''clock '' x'",
    "The committee shall determine, following consultation, whether the application satisfies all requirements.",
    "The men went down to the river and sat there until the sun had gone behind the far hills.",
    "Prices rose by 3.5% in March, the bank said on Monday, after a weak quarter for most of the larger firms.",
    "naïve café über-cool snake_case camelCase don\u2019t",
    "four four four four fours fours",
    "aaaa aaaa aaaa aaaaa aaaaa",
    "aaaa aaaaa aaaaa aaaaa aaaaa aaaaa aaaaa aaaaa aaaaa aaaaa",
    "aaaa aaaa aaaaa",
    "emoji \U0001f600between\U0001f600words \ud800 lone",
]


def slow_words(text: str) -> list[str]:
    """Letter by letter: an apostrophe belongs to a word when letters stand on both sides of it."""
    words, current = [], ""
    for index, character in enumerate(text):
        after = text[index + 1 : index + 2]
        joins = character == "'" and current != "" and after != "" and after in LETTERS
        if character in LETTERS or joins:
            current += character
        elif current:
            words.append(current)
            current = ""
    return words + ([current] if current else [])


def slow_case(text: str) -> dict:
    words = slow_words(text)
    letters = len("".join(words)) / max(len(words), 1)
    # In tenths, so that the two borders are met exactly.
    total, least = 10 * len("".join(words)), len(words)
    register = "informal" if total < 44 * least or not words else "neutral" if total < 49 * least else "formal"
    return {"text": text, "letters": round(letters, 9), "register": register}


class RegisterCases(unittest.TestCase):
    def test_agrees(self) -> None:
        cases = json.loads(CASES.read_text())
        self.assertEqual([case["text"] for case in cases], TEXTS)
        for case in cases:
            with self.subTest(case["text"]):
                self.assertAlmostEqual(letters_per_word(case["text"]), case["letters"], 8)
                self.assertEqual(register_of(case["text"]), case["register"])


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        lines = ",\n".join("\t" + json.dumps(slow_case(text)) for text in TEXTS)
        CASES.write_text(f"[\n{lines}\n]\n")
    else:
        unittest.main()
