"""Reads the packs of texts and prepares them exactly as the product does before it scores."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import regex

from .normalise import normalise

COLLECTED_BREAK = regex.compile(r"""(?<=^|[\s.!?"'):,])n{1,2}(?=["'(]?\p{Lu})|\bnn\b""")
"""What one corpus made of its line breaks, in human texts far more often than in machine ones."""
PACK_WITH_COLLECTED_BREAKS = "train-en"
PARAGRAPH_BREAK = "\n\n"
OWN_FOLDER = Path(__file__).parent.parent / "own"
OWN_PREFIX = "own-"
"""Texts written for this project; they stand in the repository."""
FETCHED_FOLDER = Path(__file__).parent.parent / "fetched"
FETCHED_PREFIXES = ("abstracts-", "conclusions-")
"""Texts that a step of training takes out of a published package."""


def read_pack(folder: Path, name: str) -> Iterator[dict]:
    """Rows of `<name>.jsonl.gz` as the folder's own description lays them out."""
    if name.startswith(OWN_PREFIX):
        folder = OWN_FOLDER
    if name.startswith(FETCHED_PREFIXES):
        folder = FETCHED_FOLDER
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_pack(folder: Path, name: str, rows: Iterable[dict]) -> None:
    """The same rows give the same bytes."""
    folder.mkdir(exist_ok=True)
    with gzip.GzipFile(folder / f"{name}.jsonl.gz", "wb", 9, mtime=0) as file:
        for row in rows:
            file.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def prepared(text: str, pack: str = "") -> str:
    """Normalised, in one paragraph: breaks say how a page is set, not who wrote it (`src/scoring/one-paragraph.ts`)."""
    if pack == PACK_WITH_COLLECTED_BREAKS:
        text = COLLECTED_BREAK.sub(" ", text)
    return normalise(text).replace(PARAGRAPH_BREAK, " ")
