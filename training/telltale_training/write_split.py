"""Writes which texts no head was fitted on, so that `npm run evaluate` scores exactly those.

    python -m telltale_training.write_split --data FOLDER

`split.json` holds hashes of row ids, no texts. A pack that training does not read is held out as a whole.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from .documents import PACKS, VALIDATION_FAMILIES, measuring_ngrams, read_documents
from .documents_zh import PACKS as CHINESE_PACKS, read_documents_zh
from .texts import read_pack

REPOSITORY = Path(__file__).parent.parent.parent
HASH_DIGITS = 12
"""Hexadecimal digits kept: 48 bits for some thirty thousand ids."""


def id_hash(pack: str, row_id: str) -> str:
    return hashlib.sha256(f"{pack}/{row_id}".encode()).hexdigest()[:HASH_DIGITS]


def held_out(data: Path) -> dict[str, list[str]]:
    rows_of = defaultdict(set)
    for document in (*read_documents(data, measuring_ngrams(data, REPOSITORY)), *read_documents_zh(data)):
        if document.validation:
            rows_of[document.pack].add(document.row)
    found = {}
    for pack, rows in rows_of.items():
        ids = [str(row["id"]) for number, row in enumerate(read_pack(data, pack)) if number in rows]
        found[pack] = sorted(id_hash(pack, row_id) for row_id in ids)
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    packs = sorted(file.name.removesuffix(".jsonl.gz") for file in data.glob("*.jsonl.gz"))
    split = {
        "families": list(VALIDATION_FAMILIES),
        "neverRead": [pack for pack in packs if pack not in (*PACKS, *CHINESE_PACKS)],
        "heldOut": held_out(data),
    }
    out = REPOSITORY / "training" / "split.json"
    out.write_text(json.dumps(split, indent="\t") + "\n", encoding="utf-8")
    for pack, ids in split["heldOut"].items():
        print(f"{pack}: {len(ids)} texts held out")


if __name__ == "__main__":
    main()
