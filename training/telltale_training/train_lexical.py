"""Trains the lexical model: hashed n-grams, TF-IDF, logistic regression, one signed byte a bucket.

    python -m telltale_training.train_lexical --data FOLDER --cache FOLDER --heads FOLDER
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from .balance import balanced_weights
from .crops import crop
from .documents import Document, measuring_ngrams, read_documents
from .lexical_features import features
from .unit_rows import unit_rows

BUCKETS = 2**20
NEVER_SEEN = -128
LARGEST_WEIGHT = 127
FEWEST_DOCUMENTS = 3
"""An n-gram in fewer training texts is noise: it counts as never seen."""
CROPS = 2
STRENGTH = 0.3
"""Inverse of the L2 penalty, chosen on validation sources among 0.03, 0.1, 0.3, 1 and 30."""
SEED = 11
CLIPPED_SHARE = 1e-5
"""Weights beyond this quantile are clipped, so that the rest keep their resolution."""


def matrix_of(texts: list[str]) -> sparse.csr_matrix:
    """Rows of unit length: tf = 1 + ln(count), divided by the Euclidean norm."""
    return unit_rows(texts, BUCKETS, features)


def crops_of(documents: list[Document], count: int = CROPS) -> tuple[list[str], list[int]]:
    chooser, texts, origin = random.Random(SEED), [], []
    for index, document in enumerate(documents):
        for text in {crop(document.text, chooser): None for _ in range(count)}:
            texts.append(text)
            origin.append(index)
    return texts, origin


class Lexical:
    """weights float32 [BUCKETS] with NaN where nothing was seen; logit = bias + x . weights."""

    def __init__(self, weights: np.ndarray, bias: float):
        self.weights, self.bias = weights, bias

    def __call__(self, matrix: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray]:
        """Logits and coverage (share of tf^2 in seen buckets)."""
        seen = ~np.isnan(self.weights)
        logits = self.bias + matrix @ np.where(seen, self.weights, 0)
        squares = matrix.copy()
        squares.data **= 2
        return np.asarray(logits), np.asarray(squares @ seen.astype(np.float32))


def fit(documents: list[Document]) -> Lexical:
    texts, origin = crops_of(documents)
    matrix = matrix_of(texts)
    frequency = np.bincount(matrix.indices, minlength=BUCKETS)
    seen = frequency >= FEWEST_DOCUMENTS
    idf = np.where(seen, np.log(len(texts) / np.maximum(frequency, 1)), 0).astype(np.float32)
    scaled = (matrix @ sparse.diags(idf)).tocsr()
    targets = np.array([documents[i].target for i in origin])
    weights = balanced_weights(targets, [documents[i].group for i in origin])
    soft = (targets > 0) & (targets < 1)
    stacked = sparse.vstack([scaled, scaled[soft]])
    labels = np.concatenate([targets >= 0.5, np.zeros(soft.sum(), bool)])
    shares = np.concatenate([weights * np.where(targets >= 0.5, targets, 1), weights[soft] * (1 - targets[soft])])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3, random_state=SEED)
    model.fit(stacked, labels, sample_weight=shares)
    folded = (model.coef_[0] * idf).astype(np.float32)
    return Lexical(np.where(seen, folded, np.nan).astype(np.float32), float(model.intercept_[0]))


def quantised(lexical: Lexical) -> tuple[np.ndarray, float]:
    """int8 weights and the logits of one step."""
    seen = ~np.isnan(lexical.weights)
    largest = float(np.quantile(np.abs(lexical.weights[seen]), 1 - CLIPPED_SHARE))
    scale = largest / LARGEST_WEIGHT
    steps = np.clip(np.rint(np.where(seen, lexical.weights, 0) / scale), -LARGEST_WEIGHT, LARGEST_WEIGHT)
    return np.where(seen, steps, NEVER_SEEN).astype(np.int8), scale


def as_shipped(lexical: Lexical) -> Lexical:
    steps, scale = quantised(lexical)
    return Lexical(np.where(steps == NEVER_SEEN, np.nan, steps * np.float32(scale)).astype(np.float32), lexical.bias)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "cache", "heads"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    repository = Path(__file__).parent.parent.parent
    documents = read_documents(arguments.data, measuring_ngrams(arguments.data, repository))
    training = [d for d in documents if not d.validation and d.may_ship]
    print(f"{len(training)} training texts of {len(documents)}", flush=True)
    lexical = fit(training)
    steps, scale = quantised(lexical)
    arguments.heads.mkdir(parents=True, exist_ok=True)
    (arguments.heads / "lexical.bin").write_bytes(steps.tobytes())
    about = {"file": "lexical.bin", "buckets": BUCKETS, "scale": scale, "bias": lexical.bias}
    (arguments.cache / "lexical.json").write_text(json.dumps(about) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
