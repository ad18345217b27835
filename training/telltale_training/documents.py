"""Every text with what training must know of it: target, group, and the side of the split it is on.

Splits go by source, generator family and topic, never by row. `bench` texts and everything the repository
shows (demo and fixture pages) are kept out by shared word 8-grams.
"""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .attacks import attacked
from .texts import prepared, read_pack

BASE_PACKS = (
    "claude-2026-en-a",
    "claude-2026-en-c",
    "claude-2026-edited-a",
    "human-web-en-a",
    "claude-2026-mirrors-a",
    "human-qa-en-a",
    "modern-2026-en-a",
    "train-en",
    "own-2026-en-a",
    "abstracts-2021-en",
    "own-2026-en-b",
    "own-2026-abstracts-a",
)
"""What the head is first fitted on, by `train_head`."""
ABSTRACTS_PACK = "abstracts-2021-en"
CONTINUATIONS_PACK = "own-2026-continuations-a"
PACKS = (
    *BASE_PACKS,
    "conclusions-2021-en",
    "own-2026-answers-a",
    "own-small-answers-a",
    "own-2026-answers-b",
    "own-2026-mirrors-a",
    "own-2026-abstracts-b",
    CONTINUATIONS_PACK,
)
"""Beside them short statements and answers, which `tune_head` adds. The lexical model and the calibration read all."""
WEB_PACKS = ("human-web-en-a", "human-qa-en-a", "abstracts-2021-en", "conclusions-2021-en")
"""What people wrote, of many sources: whole sources validate."""
MIRRORS = {
    "claude-2026-mirrors-a": "human-web-en-a",
    "own-2026-abstracts-a": "abstracts-2021-en",
    "own-2026-answers-a": "abstracts-2021-en",
    "own-small-answers-a": "abstracts-2021-en",
    "own-2026-answers-b": "abstracts-2021-en",
    "own-2026-mirrors-a": "human-web-en-a",
    "own-2026-abstracts-b": "abstracts-2021-en",
}
"""Packs whose every text has a human one of another pack it was written after. Where they are of several packs, each row names its own."""
ATTACKED = "+attacked"
"""Ends the name of a pack whose texts are disguised; rows are numbered as in the pack itself."""
ATTACKED_ONE_IN = {
    "claude-2026-en-a": 2,
    "claude-2026-mirrors-a": 2,
    "own-2026-en-a": 3,
    "own-2026-en-b": 3,
    "own-2026-abstracts-a": 5,
    "human-web-en-a": 5,
    "human-qa-en-a": 5,
    "abstracts-2021-en": 10,
    "modern-2026-en-a": 5,
    "train-en": 40,
}
REPLAYED_ONE_IN = {
    ("human-web-en-a", "human"): 2,
    ("abstracts-2021-en", "human"): 2,
    ("modern-2026-en-a", "ai"): 3,
    ("own-2026-en-a", "ai"): 2,
    ("train-en", "human"): 16,
    ("train-en", "ai"): 48,
    ("train-en", "ai-edited"): 48,
}
"""Of texts to be fitted, by pack and label, the share that tuning reads; all that are not named. People's count most: each that is
not seen again is one that the head may come to accuse."""
VALIDATING_ONE_IN = {("train-en", "ai"): 6, ("abstracts-2021-en", "human"): 3}
"""Of texts that validate, by pack and label, the share that tuning is judged by and calibration fitted on; all that are not named.
People's count most: the tables of p-values are made of them."""
VALIDATION_TRAIN_EN_SOURCES = {"outfox", "raidar"}
VALIDATION_FAMILIES = ("gemini", "mimo")
VALIDATION_SOURCE_SHARE = 4
"""One in this many human sources validates."""
VALIDATION_TOPIC_SHARE = 8
EDITED_TARGET = 0.6
"""Polished human text is neither: a softer target than 1."""
LEAKED_NGRAMS = 3
"""A text that shares this many word 8-grams with a measuring text is left out."""


TAG = re.compile(r"<[^>]*>")


def hashed(text: str, modulus: int) -> bool:
    """A stable coin: true for one in `modulus` texts."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % modulus == 0


@dataclass(frozen=True)
class Document:
    pack: str
    row: int
    text: str
    label: str
    domain: str
    source: str
    generator: str
    validation: bool
    may_ship: bool
    """Whether weights that ship may be fitted on it."""
    subject: tuple[str, str]
    """Pack and id of the human text that it is, was taken from or was written after; else its own."""

    @property
    def target(self) -> float:
        return {"human": 0.0, "ai": 1.0, "ai-edited": EDITED_TARGET}[self.label]

    @property
    def group(self) -> str:
        """Balanced against each other within one label."""
        return f"{self.pack.removesuffix(ATTACKED)}/{self.source}/{self.generator_family}/{self.domain}"

    @property
    def generator_family(self) -> str:
        return re.split(r"[-_\d. ]", self.generator.lower())[0]


def source_of(pack: str, row: dict) -> str:
    return str(row.get("source") or pack)


def original_of(pack: str, row: dict) -> tuple[str, str] | None:
    """Pack and id of the human text that a machine's was written after."""
    if pack in MIRRORS:
        return MIRRORS[pack], str(row["mirror_of"])
    return (row["mirror_pack"], str(row["mirror_of"])) if "mirror_pack" in row else None


def subject_of(pack: str, row: dict) -> tuple[str, str]:
    original = original_of(pack, row)
    if original is not None:
        return original
    if "abstract" in row:
        return ABSTRACTS_PACK, str(row["abstract"])
    return pack, str(row["id"])


def is_validation(pack: str, row: dict) -> bool:
    source = source_of(pack, row)
    if pack in WEB_PACKS:
        return hashed(source, VALIDATION_SOURCE_SHARE) or row.get("licence_kind") == "none"
    if pack == "train-en":
        return source in VALIDATION_TRAIN_EN_SOURCES
    if pack == "claude-2026-en-c":
        return hashed(str(row["id"]), 2)
    if pack == "modern-2026-en-a":
        family = str(row["generator"]).startswith(VALIDATION_FAMILIES)
        return family or hashed(str(row["topic"]), VALIDATION_TOPIC_SHARE)
    return False


def replayed(pack: str, row: dict) -> bool:
    """Whether tuning or calibration reads the row: by its text, so that a row more or less moves no other."""
    if is_validation(pack, row):
        return hashed(row["text"], VALIDATING_ONE_IN.get((pack, row["label"]), 1))
    fitted = row.get("licence_kind") != "none"
    return fitted and hashed(row["text"], REPLAYED_ONE_IN.get((pack, row["label"]), 1))


def attacked_rows(pack: str, rows: Iterable[dict]) -> Iterator[tuple[int, str]]:
    """Number and disguised text of those rows of a pack that are trained on in disguise too, as they are chosen by their text."""
    share = ATTACKED_ONE_IN.get(pack)
    for number, row in enumerate(rows):
        if share is not None and not is_validation(pack, row) and hashed(row["text"], share):
            yield number, attacked(row["text"], f"{pack} {number}")


def word_ngrams(text: str, size: int = 8) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + size])) for i in range(len(words) - size + 1)}


def is_leaked(text: str, measuring: set[int]) -> bool:
    """Whether it shares too much with the texts that measure."""
    return len(word_ngrams(text) & measuring) >= LEAKED_NGRAMS


def measuring_ngrams(data: Path, repository: Path) -> set[int]:
    """8-grams of all bench texts and of the repository's own pages."""
    found: set[int] = set()
    for file in sorted((data / "bench").glob("*.jsonl.gz")):
        for row in read_pack(data / "bench", file.name.removesuffix(".jsonl.gz")):
            found |= word_ngrams(prepared(row["text"]))
    pages = [repository / "demo" / "index.html", *sorted((repository / "tests" / "pages").glob("*/source.*html"))]
    for page in pages:
        found |= word_ngrams(prepared(TAG.sub(" ", html.unescape(page.read_text(encoding="utf-8")))))
    return found


def read_documents(data: Path, measuring: set[int], packs: Iterable[str] = PACKS) -> list[Document]:
    """All texts, prepared, and the disguised ones. A mirror comes after the texts it mirrors and is on their side of the split."""
    documents, leaked = [], Counter()
    mirrored: dict[tuple[str, str], bool] = {}
    for pack in packs:
        rows = list(read_pack(data, pack))
        sides = {}
        for row in rows:
            original = original_of(pack, row)
            side = is_validation(pack, row) if original is None else mirrored[original]
            sides[row["id"]] = side
            mirrored[pack, row["id"]] = side
        disguised = dict(attacked_rows(pack, rows))
        for number, row in enumerate(rows):
            text = prepared(row["text"], pack)
            validation = sides[row["id"]]
            if is_leaked(text, measuring):
                leaked[pack] += 1
                continue
            document = Document(
                pack=pack,
                row=number,
                text=text,
                label=row["label"],
                domain=str(row.get("domain")),
                source=source_of(pack, row),
                generator=str(row.get("generator") or row["label"]),
                validation=validation,
                may_ship=row.get("licence_kind") != "none",
                subject=subject_of(pack, row),
            )
            documents.append(document)
            if number in disguised and not validation:
                documents.append(replace(document, pack=pack + ATTACKED, text=prepared(disguised[number], pack)))
    for pack, count in leaked.items():
        print(f"{pack}: {count} texts left out, they share 8-grams with measuring texts")
    return documents
