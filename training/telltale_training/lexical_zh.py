"""The Chinese lexical model: hashed character n-grams, logistic regression, one signed byte a bucket."""

import random

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from .balance import balanced_weights
from .documents_zh import Document, crop_zh
from .lexical_features_zh import features_zh
from .train_lexical import Lexical
from .unit_rows import unit_rows

BUCKETS = 2**18
FEWEST_CROPS = 10
"""An n-gram in fewer training crops tells the subject, not the author."""
CROPS = 4
STRENGTH = 10.0
"""Inverse of the L2 penalty, chosen on left-out sources among 0.3, 1, 3, 10 and 30; inverse document frequencies and counts made it worse there."""
SEED = 11


def matrix_zh(texts: list[str]) -> sparse.csr_matrix:
    """Rows of unit length."""
    return unit_rows(texts, BUCKETS, features_zh)


def fit_zh(documents: list[Document]) -> Lexical:
    chooser, texts, origin = random.Random(SEED), [], []
    for document in documents:
        for text in {crop_zh(document.text, chooser): None for _ in range(CROPS)}:
            texts.append(text)
            origin.append(document)
    matrix = matrix_zh(texts)
    seen = np.bincount(matrix.indices, minlength=BUCKETS) >= FEWEST_CROPS
    kept = (matrix @ sparse.diags(seen.astype(np.float32))).tocsr()
    targets = np.array([document.target for document in origin])
    weights = balanced_weights(targets, [document.group for document in origin])
    soft = (targets > 0) & (targets < 1)
    labels = np.concatenate([targets > 0, np.zeros(soft.sum(), bool)])
    shares = np.concatenate([weights * np.where(targets > 0, targets, 1), weights[soft] * (1 - targets[soft])])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3, random_state=SEED)
    model.fit(sparse.vstack([kept, kept[soft]]), labels, sample_weight=shares)
    return Lexical(np.where(seen, model.coef_[0], np.nan).astype(np.float32), float(model.intercept_[0]))
