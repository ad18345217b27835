"""Trains and calibrates the Chinese heads on source-wise left-out scores.

    python -m telltale_training.train_zh --data FOLDER --tokenizer FILE --out FOLDER [--merge-into FOLDER]

Writes `lexical-zh.bin`, `heads-zh.json` (the entry `byLanguage.zh` of `heads.json`) and `report-zh.json`; with
--merge-into it also puts the first two into the folder of an existing `heads.json`.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from .balance import balanced_weights
from .calibrate import KNOTS, p_values, quantiles, rounded
from .documents_zh import folds_of, read_documents_zh
from .fusion import LEXICAL_RANGE
from .lexical_zh import BUCKETS, fit_zh
from .report_zh import report
from .scores_zh import Scores, score_left_out, subset
from .train_lexical import as_shipped, quantised

REFERENCE_TOKENS = 300
GROUPS = ((0, 150), (150, 250), (250, 400), (400, 1_000_000))
MIN_TOKENS = 70
"""Some 40 characters."""
UNCLEAR_BELOW_TOKENS = 170
"""Some 100 characters."""
OVERWHELMING_P_VALUE = 0.0005
UNCLEAR_P_VALUE = 0.05
MARGIN = 0.3
"""Logits added to human scores before they are compared: at most 1 in 200 texts of sources and genres that neither model nor tables have seen
is to be marked at p <= 0.005. Without it 13 of 2,141 are, with 0.3 6 and with 0.5 4; of 2,526 machine texts 1,222, 1,103 and 1,026."""
SOURCE_SIZE = 50
"""In a table every source counts alike; one with fewer passages than this counts for less."""


class Fusion:
    """score = intercept + length * l + (slope + per_log * l) * (clamp(x) - centre), l = ln(tokens / REFERENCE_TOKENS)."""

    def __init__(self, scores: Scores):
        x = np.clip(scores.lexical, *LEXICAL_RANGE)
        human, sure = scores.target == 0, scores.target != 0.5
        self.centre = float(np.median(x[human]) / 2 + np.median(x[scores.target == 1]) / 2)
        log = np.log(scores.tokens / REFERENCE_TOKENS)
        columns = np.stack([x - self.centre, (x - self.centre) * log, log], axis=1)
        weights = balanced_weights(scores.target, [document.group for document in scores.document])
        model = LogisticRegression(C=10.0, max_iter=2000).fit(columns[sure], scores.target[sure], sample_weight=weights[sure])
        self.intercept = float(model.intercept_[0])
        self.slope, self.per_log, self.length = map(float, model.coef_[0])

    def contributions(self, scores: Scores) -> dict[str, np.ndarray]:
        log = np.log(scores.tokens / REFERENCE_TOKENS)
        part = np.clip(scores.lexical, *LEXICAL_RANGE) - self.centre
        return {"lexical": (self.slope + self.per_log * log) * part, "length": self.length * log}

    def __call__(self, scores: Scores) -> np.ndarray:
        return self.intercept + sum(self.contributions(scores).values())


def p_table(score: np.ndarray, sources: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Rising scores and falling conformal p-values among humans, every source alike, thinned to KNOTS knots, dense in the tail."""
    sizes = Counter(sources)
    weights = np.array([1 / max(sizes[source], SOURCE_SIZE) for source in sources])
    order = np.argsort(-score, kind="stable")
    count, ordered = len(score), score[order] + MARGIN
    shares = np.cumsum(weights[order]) / weights.sum()
    ranks = np.unique(np.round(np.geomspace(1, count, KNOTS)).astype(int)) - 1
    scores = np.append(ordered[ranks][::-1], ordered[0] + 1e-6)
    p = np.append(((shares * count + 1) / (count + 1))[ranks][::-1], 1 / (count + 1))
    keep = np.append(np.diff(scores) > 0, True)
    return scores[keep], np.minimum(p[keep], 1.0)


def tables_of(score: np.ndarray, scores: Scores) -> list[dict]:
    tables = []
    for low, high in GROUPS:
        inside = scores.calibrating & (scores.tokens >= low) & (scores.tokens < high)
        knots, p = p_table(score[inside], [scores.document[row].source for row in np.flatnonzero(inside)])
        tables.append({"language": "zh", "minTokens": low, "maxTokens": high, "scores": knots, "pValues": p})
    return tables


def left_out(scores: Scores) -> tuple[np.ndarray, np.ndarray]:
    """Score and p-value of each text by fusion and tables that have not seen its source either."""
    score, p = np.zeros(len(scores.tokens)), np.ones(len(scores.tokens))
    for fold in np.unique(scores.fold):
        rest, held = subset(scores, scores.fold != fold), subset(scores, scores.fold == fold)
        fusion = Fusion(rest)
        score[scores.fold == fold] = fusion(held)
        p[scores.fold == fold] = p_values(tables_of(fusion(rest), rest), fusion(held), held.tokens)
    return score, p


def description(fusion: Fusion, scores: Scores, scale: float, bias: float) -> dict:
    score = fusion(scores)
    sure = scores.target != 0.5
    log = np.log(scores.tokens / REFERENCE_TOKENS)
    weights = balanced_weights(scores.target, [document.group for document in scores.document])
    platt = LogisticRegression(C=100.0, max_iter=2000).fit(
        np.stack([score, log], axis=1)[sure], scores.target[sure], sample_weight=weights[sure]
    )
    part = {"part": "lexical", "centre": fusion.centre, "slope": fusion.slope, "slopePerLogTokens": fusion.per_log}
    return {
        "minTokens": MIN_TOKENS,
        "unclearBelowTokens": UNCLEAR_BELOW_TOKENS,
        "overwhelmingPValue": OVERWHELMING_P_VALUE,
        "unclearPValue": UNCLEAR_P_VALUE,
        "lexical": {"file": "lexical-zh.bin", "buckets": BUCKETS, "scale": scale, "bias": bias, "grams": "chinese"},
        "fusion": {
            "intercept": fusion.intercept,
            "referenceTokens": REFERENCE_TOKENS,
            "longestTokens": int(scores.tokens.max()),
            "length": fusion.length,
            "parts": [part | {"min": LEXICAL_RANGE[0], "max": LEXICAL_RANGE[1]}],
        },
        "probability": {
            "slope": float(platt.coef_[0][0]),
            "intercept": float(platt.intercept_[0]),
            "perLogTokens": float(platt.coef_[0][1]),
        },
        "groups": [
            table | {"scores": rounded(table["scores"], 7), "pValues": rounded(table["pValues"], 5)}
            for table in tables_of(score, scores)
        ],
        "reference": {name: quantiles(value[scores.calibrating]) for name, value in fusion.contributions(scores).items()},
    }


def merge(entry: dict, weights: bytes, folder: Path) -> None:
    file = folder / "heads.json"
    heads = json.loads(file.read_text(encoding="utf-8"))
    heads["languages"] = sorted({*heads["languages"], "zh"})
    heads["byLanguage"] = heads.get("byLanguage", {}) | {"zh": entry}
    (folder / "lexical-zh.bin").write_bytes(weights)
    file.write_text(json.dumps(heads, separators=(",", ":")) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "tokenizer", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--merge-into", type=Path)
    arguments = parser.parse_args()
    documents = read_documents_zh(arguments.data)
    scores = score_left_out(documents, folds_of(documents), Tokenizer.from_file(str(arguments.tokenizer)))
    figures = report(scores, *left_out(scores))
    lexical = fit_zh([document for document in documents if document.may_ship and not document.validation])
    steps, scale = quantised(lexical)
    entry = description(Fusion(scores), scores, scale, as_shipped(lexical).bias)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "lexical-zh.bin").write_bytes(steps.tobytes())
    (arguments.out / "heads-zh.json").write_text(json.dumps(entry, separators=(",", ":")) + "\n", encoding="utf-8")
    (arguments.out / "report-zh.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if arguments.merge_into:
        merge(entry, steps.tobytes(), arguments.merge_into)


if __name__ == "__main__":
    main()
