"""Texts with their cached features, on the two sides of the split."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from .continuations import WHOLE_PACK, read_continued
from .documents import Document, is_leaked, measuring_ngrams, read_documents
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


def turning_of(data: Path, measuring: set[int], features: dict[tuple[str, int], Features]) -> tuple[list[Turning], list[Turning]]:
    """To be trained on and validating: the continued texts that are cached from their first token on."""
    tokenizer = Tokenizer.from_file(str(REPOSITORY / "model" / "tokenizer.json"))
    training: list[Turning] = []
    validation: list[Turning] = []
    for one in read_continued(data):
        cached = features.get((WHOLE_PACK, one.row))
        if cached is None or is_leaked(one.text, measuring):
            continue
        opening = tokenizer.encode(one.opening).ids
        if cached.ids[: len(opening)].tolist() == opening and cached.tokens > len(opening):
            (validation if one.validation else training).append(Turning(cached, len(opening)))
    return training, validation


def texts_of(data: Path, cache: Path, packs: Sequence[str], turning: bool) -> tuple[Texts, Texts]:
    """Training and validation texts whose features are cached."""
    measuring, features = measuring_ngrams(data, REPOSITORY), read_features(cache)
    examples = split(read_documents(data, measuring, packs), features)
    turns = turning_of(data, measuring, features) if turning else ([], [])
    training, validation = map(Texts, examples, turns)
    counts = [f"{len(side.examples)} and {len(side.turning)} continued" for side in (training, validation)]
    print(f"training: {counts[0]}, validation: {counts[1]}", flush=True)
    return training, validation
