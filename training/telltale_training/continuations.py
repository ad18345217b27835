"""Texts that a person began and a machine went on with: who wrote each token is known, and nothing but the writer changes.

The pack holds what the machine wrote; the person's opening stands in the pack that each row names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .documents import CONTINUATIONS_PACK, is_validation
from .texts import prepared, read_pack

WHOLE_PACK = f"{CONTINUATIONS_PACK}+opening"
"""Under which the features of whole texts are cached, each under its row's number."""


@dataclass(frozen=True)
class Continued:
    row: int
    opening: str
    """Prepared."""
    text: str
    """Opening and continuation, prepared. Tokens do not span a space, so that the opening's are the text's first."""
    validation: bool


def read_continued(data: Path) -> Iterator[Continued]:
    rows = list(enumerate(read_pack(data, CONTINUATIONS_PACK)))
    originals = {pack: {str(row["id"]): row for row in read_pack(data, pack)} for pack in sorted({row["mirror_pack"] for _, row in rows})}
    for number, row in rows:
        pack = row["mirror_pack"]
        original = originals[pack][str(row["mirror_of"])]
        opening = prepared(original["text"], pack)[: row["opening"]]
        yield Continued(number, opening, prepared(f"{opening} {row['text']}"), is_validation(pack, original))
