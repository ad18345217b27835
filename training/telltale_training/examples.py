"""Texts with their cached features, on the two sides of the split."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from .continuations import WHOLE_PACK, read_continued, unleaked
from .documents import Document, measuring_ngrams, read_documents
from .feature_cache import Features, read_features

REPOSITORY = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Example:
    document: Document
    features: Features


@dataclass(frozen=True)
class Turning:
    """A text that a person began and a machine went on with."""

    features: Features
    turn: int
    """The machine's first token."""


@dataclass(frozen=True)
class Texts:
    """One side of the split."""

    examples: list[Example]
    turning: Sequence[Turning] = ()


def split(documents: list[Document], features: dict[tuple[str, int], Features]) -> tuple[list[Example], list[Example]]:
    examples = [Example(d, features[d.pack, d.row]) for d in documents if (d.pack, d.row) in features]
    training = [e for e in examples if not e.document.validation and e.document.may_ship]
    return training, [e for e in examples if e.document.validation]


def turning_of(data: Path, measuring: set[int], features: dict[tuple[str, int], Features], validation: bool) -> list[Turning]:
    """Of the texts on one side of the split those that are cached from their first token on."""
    tokenizer = Tokenizer.from_file(str(REPOSITORY / "model" / "tokenizer.json"))
    found = []
    for one in unleaked(read_continued(data), measuring):
        cached = features.get((WHOLE_PACK, one.row))
        if one.validation != validation or cached is None:
            continue
        opening = tokenizer.encode(one.opening).ids
        if cached.ids[: len(opening)].tolist() == opening and cached.tokens > len(opening):
            found.append(Turning(cached, len(opening)))
    return found


def texts_of(data: Path, cache: Path, packs: Sequence[str], turning: bool) -> tuple[Texts, Texts]:
    """Training and validation texts whose features are cached."""
    measuring, features = measuring_ngrams(data, REPOSITORY), read_features(cache)
    sides = split(read_documents(data, measuring, packs), features)
    texts = [Texts(side, turning_of(data, measuring, features, bool(at)) if turning else []) for at, side in enumerate(sides)]
    counts = [f"{len(side.examples)} and {len(side.turning)} continued" for side in texts]
    print(f"training: {counts[0]}, validation: {counts[1]}", flush=True)
    return texts[0], texts[1]
