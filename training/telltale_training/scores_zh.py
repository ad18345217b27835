"""Scores of Chinese texts by models that have not seen their source."""

import random
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from .documents_zh import NO_PROSE, Document, crop_zh
from .lexical_zh import fit_zh, matrix_zh
from .train_lexical import as_shipped

LENGTHS = (60, 100, 160, 240)
"""Characters of the crops that a document is calibrated at, besides the whole."""
SEED = 5


@dataclass(frozen=True)
class Scores:
    """One row a crop."""

    document: list[Document]
    whole: np.ndarray
    tokens: np.ndarray
    lexical: np.ndarray
    """Logit times coverage."""
    fold: np.ndarray

    @property
    def target(self) -> np.ndarray:
        return np.array([document.target for document in self.document])

    @property
    def calibrating(self) -> np.ndarray:
        """Human prose."""
        return np.array([document.target == 0 and document.domain not in NO_PROSE for document in self.document])


def subset(scores: Scores, rows: np.ndarray) -> Scores:
    documents = [scores.document[row] for row in np.flatnonzero(rows)]
    return Scores(documents, scores.whole[rows], scores.tokens[rows], scores.lexical[rows], scores.fold[rows])


def score_left_out(documents: list[Document], folds: list[int], tokenizer: Tokenizer) -> Scores:
    """Several crops of each document, scored as shipped by a model fitted on the other folds."""
    chooser = random.Random(SEED)
    texts, origin = [], []
    for index, document in enumerate(documents):
        crops = [document.text, *(crop_zh(document.text, chooser, n) for n in LENGTHS if n < 0.8 * len(document.text))]
        texts += crops
        origin += [(index, number == 0) for number in range(len(crops))]
    matrix = matrix_zh(texts)
    fold = np.array([folds[index] for index, _ in origin])
    lexical = np.zeros(len(texts))
    for held in sorted(set(folds)):
        training = [d for d, own in zip(documents, folds, strict=True) if own != held and d.may_ship]
        logits, coverage = as_shipped(fit_zh(training))(matrix[fold == held])
        lexical[fold == held] = logits * coverage
    return Scores(
        document=[documents[index] for index, _ in origin],
        whole=np.array([whole for _, whole in origin]),
        tokens=np.array([len(tokenizer.encode(text.replace("\n\n", " ")).ids) for text in texts]),
        lexical=lexical,
        fold=fold,
    )
