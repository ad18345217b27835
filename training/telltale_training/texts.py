"""Reads the packs of texts, each once, in a fixed order."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path


def read_pack(folder: Path, name: str) -> Iterator[dict]:
    """Rows of `<name>.jsonl.gz` as the folder's own description lays them out."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
