"""The Chinese texts, each with the source that is left out together, and crops of them."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

from .documents import hashed
from .normalise import normalise
from .texts import read_pack

PACKS = ("human-web-zh-a", "claude-2026-zh-mirrors-a", "claude-2026-zh-a", "claude-2026-zh-c", "train-zh", "own-2026-zh-a", "own-2026-zh-b")
NO_PROSE = {"poetry", "memorised"}
"""Genres that the gates hold back for the most part: they train, but do not calibrate."""
EDITED_TARGET = 0.5
"""Polished human text is neither."""
FOLDS = 10
GENRES = {
    "zhihu-answer": "zhihu", "wechat-article": "wechat", "film-review": "review", "product-review": "review", "paper-abstract": "abstract",
    "health-science": "popsci", "argumentative-essay": "essay", "company-notice": "email", "cover-letter": "email",
}  # fmt: skip
"""One name for a genre that two packs have under two: their texts are left out together."""

MARKUP = re.compile(r"(?m)^[ \t]*(?:[-*•]|\d{1,2}\.|#{1,6})[ \t]+|\*\*|`")
"""What a page would have rendered; only machine texts still hold it."""
SENTENCE_END = re.compile(r"""[。！？!?…\n]+["'」』)]*""")
SHORTEST, LONGEST = 50, 350
"""Characters of a crop."""


@dataclass(frozen=True)
class Document:
    text: str
    """Normalised."""
    target: float
    pack: str
    domain: str
    source: str
    """Human texts and their mirrors: where the human text is from; other machine texts: their genre."""
    may_ship: bool
    """Whether weights that ship may be fitted on it."""
    row: int
    validation: bool
    """Kept from the weights that ship, for `npm run evaluate`."""

    @property
    def group(self) -> str:
        return f"{self.pack}/{self.source}/{self.domain}"


def is_validation_zh(pack: str, row: dict, source: str, never_shipped: set[str]) -> bool:
    """Sources that may not be fitted with all that mirrors them, half of the chat texts and one in four of the others."""
    if source in never_shipped:
        return True
    if pack == "claude-2026-zh-c":
        return hashed(str(row["id"]), 2)
    return pack == "claude-2026-zh-a" and hashed(str(row["id"]), 4)


def read_documents_zh(data: Path) -> list[Document]:
    documents: list[Document] = []
    mirrored: dict[str, str] = {}
    never_shipped: set[str] = set()
    for pack in PACKS:
        for number, row in enumerate(read_pack(data, pack)):
            source = row.get("source") or "claude/" + GENRES.get(row["domain"], row["domain"])
            if pack == "human-web-zh-a":
                mirrored[row["id"]] = source
                if row["licence_kind"] == "none":
                    never_shipped.add(source)
            if "mirror_of" in row:
                source = mirrored[row["mirror_of"]]
            documents.append(
                Document(
                    text=normalise(MARKUP.sub("", row["text"])),
                    target={"human": 0.0, "ai": 1.0, "ai-edited": EDITED_TARGET}[row["label"]],
                    pack=pack,
                    domain=row["domain"],
                    source=source,
                    may_ship=row.get("licence_kind") != "none",
                    row=number,
                    validation=is_validation_zh(pack, row, source, never_shipped),
                )
            )
    return documents


def folds_of(documents: list[Document]) -> list[int]:
    """A fold for each document, whole sources together, of about the same size."""
    sizes: dict[str, int] = {}
    for document in documents:
        sizes[document.source] = sizes.get(document.source, 0) + 1
    load, fold = [0] * FOLDS, {}
    for source in sorted(sizes, key=lambda name: (-sizes[name], name)):
        fold[source] = load.index(min(load))
        load[fold[source]] += sizes[source]
    return [fold[document.source] for document in documents]


def crop_zh(text: str, chooser: random.Random, wanted: int | None = None) -> str:
    """Whole sentences of about `wanted` characters (random if none) from a random sentence on; all of a shorter text."""
    wanted = wanted or chooser.randint(SHORTEST, LONGEST)
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    starts = [0, *(end for end in ends if end < len(text))]
    possible = [start for start in starts if len(text) - start >= wanted]
    if len(text) <= wanted or not possible:
        return text
    start = chooser.choice(possible)
    end = next((end for end in ends if end - start >= wanted), len(text))
    return text[start:end].strip()
