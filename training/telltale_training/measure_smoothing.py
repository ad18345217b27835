"""Measures the smoothing scales on texts and writes `training/smoothing.bin`, an input of the conversion.

    python -m telltale_training.measure_smoothing --wheel WHEEL --data FOLDER
"""

import argparse
import random
from pathlib import Path

from .gguf_source import read_source
from .normalise import normalise
from .reference import reference_model
from .smoothing import measure_smoothing
from .texts import read_pack
from .tokenizer_files import tokenizer_of

PACKS = ("train-en", "human-web-en-a", "modern-2026-en-a")
DOCUMENTS = 200
TOKENS = 160
SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "smoothing.bin")
    arguments = parser.parse_args()
    source = read_source(arguments.wheel)
    rows = [row for pack in PACKS for row in read_pack(arguments.data, pack)]
    random.Random(SEED).shuffle(rows)
    tokenizer = tokenizer_of(source)
    documents = [tokenizer.encode(normalise(row["text"])).ids[:TOKENS] for row in rows[:DOCUMENTS]]
    measure_smoothing(reference_model(source), documents).save(arguments.out)


if __name__ == "__main__":
    main()
