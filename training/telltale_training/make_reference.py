"""Writes what the tests hold the shipped model to: numbers of the independent PyTorch run and ids of the Rust tokenizer.

    python -m telltale_training.make_reference --wheel WHEEL

The texts are those of the fixture pages; token lines are drawn from fragments of many scripts by a seeded generator.
"""

import argparse
import gzip
import json
import random
from pathlib import Path

import numpy as np

from .evidence_head import load_head
from .gguf_source import read_source
from .reference import reference_evidence, reference_model, reference_statistics
from .texts import prepared
from .tokenizer_files import tokenizer_of

REPOSITORY = Path(__file__).parent.parent.parent
TEXTS = 24
LINES = 10_000
SEED = 2026
FRAGMENTS = (
    *"the of and language model writes people's don't naïve café résumé über Straße".split(),
    *"1999 3.14159 1,000,000 0x1F600 v2.0.1 +44 20 7946 0958".split(),
    *"function return const => {} [] () && || != === /* */ // # def class import".split(),
    *"漢字 日本語 テキスト 中文文本 한국어 עברית العربية हिन्दी ไทย Ελληνικά Кириллица".split(),
    *"😀 👩‍👩‍👧‍👦 🇩🇪 ❤️ ✨ 🏳️‍🌈".split(),
    *"— – … “quoted” ‘single’ « » ¿ ¡ © ™ ½ ² ∑ √ ≠ → ␀".split(),
    *("\u0000", "\u0007", "\u001b[31m", "\u200b", "\u202e", "\ufeff", "\u00a0", "\u3000", "\u2028"),
    *("\t", "  ", "    ", "\n", "\r\n", "\n\n", " \n "),
    *("a\u0301", "e\u0323\u0302", "Z\u0351\u036b\u0343", "ﬁ", "Ⅷ", "ｆｕｌｌ", "𝒜𝓁𝓅𝒽𝒶", "\U0010fffd"),
    *("<|im_start|>", "<|im_end|>", "<|endoftext|>", "<html>", "&amp;", "https://example.org/a?b=c#d", "me@example.org"),
)


def line(chooser: random.Random) -> str:
    parts = [chooser.choice(FRAGMENTS) for _ in range(chooser.randint(1, 12))]
    return "".join(part + chooser.choice(("", " ", " ", " ", ", ", ". ")) for part in parts)


def fixture_texts() -> list[str]:
    texts = []
    for file in sorted((REPOSITORY / "tests" / "pages").glob("*/expected.json")):
        texts += [passage["text"] for passage in json.loads(file.read_text(encoding="utf-8"))["passages"]]
    return list(dict.fromkeys(prepared(text) for text in texts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    arguments = parser.parse_args()
    source = read_source(arguments.wheel)
    tokenizer, model = tokenizer_of(source), reference_model(source)
    texts = [text for text in fixture_texts() if 60 <= len(tokenizer.encode(text).ids) <= 400]
    chosen = random.Random(SEED).sample(texts, min(TEXTS, len(texts)))
    documents = []
    head = load_head(REPOSITORY / "training" / "evidence-head.safetensors")
    for text in chosen:
        ids = tokenizer.encode(text).ids
        found = reference_statistics(model, ids)
        documents.append(
            {
                "text": text,
                "tokens": len(found.log_prob) + 1,
                "meanLogProb": float(found.log_prob.mean()),
                "meanEntropy": float(found.entropy.mean()),
                "meanVariance": float(found.variance.mean()),
                "meanLogRank": float(np.log(found.rank).mean()),
                "meanTopLogProb": float(found.top_log_prob.mean()),
                "meanEvidence": float(reference_evidence(model, head, ids, found).mean()),
            }
        )
    folder = REPOSITORY / "tests" / "reference"
    (folder / "language-model.json").write_text(json.dumps(documents, ensure_ascii=False, indent="\t") + "\n", encoding="utf-8")
    chooser = random.Random(SEED)
    lines = [line(chooser) for _ in range(LINES)]
    rows = [json.dumps({"text": text, "ids": tokenizer.encode(text, add_special_tokens=False).ids}) for text in lines]
    with gzip.GzipFile(folder / "tokenizer-lines.jsonl.gz", "wb", mtime=0) as out:
        out.write(("\n".join(rows) + "\n").encode())


if __name__ == "__main__":
    main()
