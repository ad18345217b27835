"""Fuses lexical and evidence scores, calibrates them on validation sources and writes `heads.json`.

    python -m telltale_training.calibrate --wheel WHEEL --data FOLDER --cache FOLDER --head FILE --heads FOLDER

Everything is fitted on texts whose sources neither head was trained on. What the figures printed here say of
those very texts is checked by leaving sources out in turn.
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from .clearing import Clearing, fit_clearing
from .crop_scores import LONGEST, Scores, score_crops, subset
from .documents import hashed, measuring_ngrams, read_documents
from .evidence_head import load_head
from .examples import Example, split
from .feature_cache import read_features
from .fusion import EVIDENCE_RANGE, LEXICAL_RANGE, PREDICTABLE_RANGE, REFERENCE_TOKENS, Fusion, fit_fusion, log_length
from .gguf_source import read_source
from .register import REGISTERS
from .tokenizer_files import tokenizer_of
from .train_lexical import NEVER_SEEN, Lexical

GROUPS = ((0, 64), (64, 100), (100, 150), (150, 1_000_000))
"""Passages of like length (tokens) and register share one table of p-values."""
SHIFT_QUANTILE = 0.9
"""Registers of one length are brought together where this share of their humans lies below."""
LEAST_HUMANS = 300
"""A register with fewer crops of a length is not shifted: 30 above the quantile are needed to know it."""
SHIFT_PRIOR = 100
"""The shift of a register is shrunk as if so many more of its crops showed none."""
MARGIN = 1.5
"""Logits added to human scores before they are compared: sources differ. The least with which, each source left out in turn, no genre of 40
or more of people's texts has more than 2 % marked at 1 in 200. Of 1,919 such texts 0.8 marks 1, 7 and 14 at 1 in 1000, 200 and 100 (laws 2 of
68), 1.5 1, 4 and 9 (laws 1), 2 1, 2 and 6; of 1,470 machine texts they find 944, 1,086 and 1,144; 860, 1,046 and 1,117; 786, 1,008 and 1,088."""
BINS = 10
KNOTS = 60
UNCLEAR_P_VALUE = 0.1
"""In steps of .05 the highest with which, sources left out in turn, at most 1 in 20 of people's passages has a p-value as low: 4.2 %."""
OVERWHELMING_P_VALUE = 0.0006
"""Above the floor of the tables of short passages, so that they can reach it: 3 of 5,255 human crops of less than 100 tokens did, sources left out."""
REPORTED_TOKENS = 100
FOLDS = 5
SPANS = {"scale": 0.12, "offset": -2.0, "lexical": 1.5, "own": 0.9, "stay": 0.9, "minTokens": 8}
"""One of the ten that `node scripts/bootstrap.mjs scripts/tune-spans.ts FOLDER` found best for the head before. On every other splice that
`npm run evaluate` makes of held-out texts it has a macro-F1 over sentences of .816, on the others .834, where the best of 4,200 has .819 and
.835; of the sentences of whole machine texts it calls 95 % a machine's."""


def conformal_table(human: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores (rising) and split-conformal p-values (1 + number at least as high) / (n + 1), thinned to KNOTS knots, dense in the tail."""
    ordered = np.sort(human)[::-1]
    ranks = np.unique(np.round(np.geomspace(1, len(ordered), KNOTS)).astype(int))
    scores = ordered[ranks - 1]
    p = (ranks + 1) / (len(ordered) + 1)
    scores, p = np.append(scores[::-1], ordered[0] + 1e-6), np.append(p[::-1], 1 / (len(ordered) + 1))
    keep = np.append(np.diff(scores) > 0, True)
    return scores[keep], np.minimum(p[keep], 1.0)


def register_shifts(score: np.ndarray, register: np.ndarray) -> dict[str, float]:
    """How much higher than all humans together those of each register score, by SHIFT_QUANTILE, shrunk."""
    shifts = {}
    for name in REGISTERS:
        own = score[register == name]
        if len(own) < LEAST_HUMANS:
            shifts[name] = 0.0
            continue
        difference = np.quantile(own, SHIFT_QUANTILE) - np.quantile(score, SHIFT_QUANTILE)
        shifts[name] = float(difference * len(own) / (len(own) + SHIFT_PRIOR))
    return shifts


def fit_tables(score: np.ndarray, scores: Scores, human: np.ndarray, by_register: bool = True) -> list[dict]:
    """One table a length and register: the humans of that length in all registers, each moved by the difference of the two registers.

    A table of the register's own humans alone would be too small for 1 in 1000, and its edge too rough for 1 in 200.
    """
    tables = []
    for low, high in GROUPS:
        inside = human & (scores.tokens >= low) & (scores.tokens < high)
        group = {"language": "en", "minTokens": low, "maxTokens": high}
        if not by_register:
            knots, p = conformal_table(score[inside])
            tables.append(group | {"scores": knots + MARGIN, "pValues": p})
            continue
        register = scores.register[inside]
        shifts = register_shifts(score[inside], register)
        knots, p = conformal_table(score[inside] - np.array([shifts[name] for name in register]))
        tables += [group | {"register": name, "scores": knots + shifts[name] + MARGIN, "pValues": p} for name in REGISTERS]
    return tables


def p_values(tables: list[dict], score: np.ndarray, tokens: np.ndarray, register: np.ndarray | None = None) -> np.ndarray:
    """Without `register` only tables of all registers count."""
    p = np.ones(len(score))
    for table in tables:
        inside = (tokens >= table["minTokens"]) & (tokens < table["maxTokens"])
        if "register" in table:
            inside &= register == table["register"]
        p[inside] = np.exp(np.interp(score[inside], table["scores"], np.log(table["pValues"])))
    return p


def fit_probability(score: np.ndarray, scores: Scores) -> np.ndarray:
    """Platt scaling with log length, both sides equally likely beforehand: slope, intercept, per log tokens.

    Every pack counts alike. Balanced by group, as fits are elsewhere, the many genres and voices of some packs of plain machine texts leave
    little weight to disguised ones, and what is found is surer than it should be: calibration error on whole texts, sources left out, .066
    instead of .038.
    """
    sure = scores.sure()
    side = scores.target >= 0.5
    packs = [(example.document.pack, machine) for example, machine in zip(scores.example, side, strict=True)]
    sizes = Counter(pack for pack, kept in zip(packs, sure, strict=True) if kept)
    weights = np.array([1 / max(sizes[pack], 1) for pack in packs])
    for one in (side & sure, ~side & sure):
        weights[one] *= sure.sum() / 2 / weights[one].sum()
    x = np.stack([score, log_length(scores.tokens)], axis=1)
    model = LogisticRegression(C=100.0, max_iter=2000).fit(x[sure], scores.target[sure], sample_weight=weights[sure])
    return np.array([model.coef_[0][0], model.intercept_[0], model.coef_[0][1]])


@dataclass(frozen=True)
class LeftOut:
    """What fusion, tables and probability fitted without a text's source say of it."""

    p: np.ndarray
    p_by_length: np.ndarray
    """By tables that all registers share, to compare with."""
    probability: np.ndarray


def left_out(scores: Scores) -> LeftOut:
    fold = np.array([hash_fold(e) for e in scores.example])
    p, by_length, probability = (np.ones(len(scores.tokens)) for _ in range(3))
    for k in range(FOLDS):
        rest, held = subset(scores, fold != k), fold == k
        fusion = fit_fusion(rest)
        score, tokens, register = fusion(subset(scores, held)), scores.tokens[held], scores.register[held]
        p[held] = p_values(fit_tables(fusion(rest), rest, rest.compared()), score, tokens, register)
        by_length[held] = p_values(fit_tables(fusion(rest), rest, rest.compared(), by_register=False), score, tokens)
        slope, intercept, per_log = fit_probability(fusion(rest), rest)
        probability[held] = 1 / (1 + np.exp(-(slope * score + intercept + per_log * log_length(tokens))))
    return LeftOut(p, by_length, probability)


def hash_fold(example: Example) -> int:
    name = f"{example.document.pack}/{example.document.source}/{example.document.generator_family}"
    return next((k for k in range(FOLDS - 1) if hashed(f"{k}{name}", FOLDS - k)), FOLDS - 1)


def marked_report(scores: Scores, p: np.ndarray) -> list[dict]:
    """Share of passages of REPORTED_TOKENS or more that would be marked, by pack and genre or source, each text once."""
    whole = np.array([scores.tokens[i] == e.features.tokens for i, e in enumerate(scores.example)])
    inside = whole & (scores.tokens >= REPORTED_TOKENS)
    kinds = defaultdict(list)
    for index in np.flatnonzero(inside):
        document = scores.example[index].document
        kinds[document.label, document.pack, document.domain if document.label == "human" else document.generator_family].append(p[index])
        kinds[document.label, document.pack, "all"].append(p[index])
        kinds[document.label, "all", "all"].append(p[index])
    rows = []
    for (label, pack, kind), values in sorted(kinds.items()):
        marks = {f"p{level}": int(np.sum(np.array(values) <= level)) for level in (0.001, 0.005, 0.01, 0.05)}
        rows.append({"label": label, "pack": pack, "kind": kind, "texts": len(values), **marks})
    return rows


def print_tables_compared(scores: Scores, found: LeftOut) -> None:
    """Humans and machine texts marked with and without registers, crops of REPORTED_TOKENS or more."""
    long = scores.tokens >= REPORTED_TOKENS
    domain = np.array([e.document.domain for e in scores.example])
    pack = np.array([e.document.pack for e in scores.example])
    for name, p in (("by length", found.p_by_length), ("by length and register", found.p)):
        for level in (0.001, 0.005, 0.01):
            human, machine = long & scores.human(), long & (scores.target == 1)
            genres = {d: np.mean(p[human & (domain == d)] <= level) for d in sorted(set(domain[human])) if np.sum(human & (domain == d)) >= 60}
            worst = max(genres, key=genres.__getitem__)
            recall = {k: np.mean(p[machine & (pack == k)] <= level) for k in sorted(set(pack[machine]))}
            shown = " ".join(f"{k} {share:.2f}" for k, share in recall.items())
            registers = " ".join(f"{r} {np.mean(p[human & (scores.register == r)] <= level):.4f}" for r in REGISTERS)
            print(f"{name}, {level}: human {np.mean(p[human] <= level):.4f} ({registers}), worst {worst} {genres[worst]:.3f}; found {shown}")


def calibration_error(probability: np.ndarray, target: np.ndarray, weights: np.ndarray) -> float:
    """Mean distance of the probability from the share of machine texts, in BINS bins of equal width."""
    bins = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = [abs(np.sum((weights * (probability - target))[bins == k])) for k in range(BINS)]
    return float(np.sum(gaps) / weights.sum())


def print_calibration_error(scores: Scores, probability: np.ndarray) -> None:
    sure, weights = scores.sure(), scores.weights()
    groups = {"all": sure} | {f"{low}-{high}": sure & (scores.tokens >= low) & (scores.tokens < high) for low, high in GROUPS}
    groups |= {name: sure & (scores.register == name) for name in REGISTERS}
    errors = {name: calibration_error(probability[rows], scores.target[rows], weights[rows]) for name, rows in groups.items()}
    print("calibration error on left-out sources: " + ", ".join(f"{name} {error:.3f}" for name, error in errors.items()))


def quantiles(values: np.ndarray) -> list[float]:
    return [round(float(v), 4) for v in np.maximum.accumulate(np.quantile(values, np.linspace(0, 1, 101)))]


def rounded(values: np.ndarray, digits: int) -> list[float]:
    return [float(f"{v:.{digits}g}") for v in values]


def heads_description(lexical_about: dict, fusion: Fusion, platt: np.ndarray, tables: list[dict], reference: dict, clearing: Clearing) -> dict:
    ranges = {"evidence": EVIDENCE_RANGE, "lexical": LEXICAL_RANGE}
    parts = [
        {
            "part": name,
            "centre": float(fusion.centres[i]),
            "slope": float(fusion.slopes[i]),
            "slopePerLogTokens": float(fusion.per_log[i]),
            "min": ranges[name][0],
            "max": ranges[name][1],
        }
        for i, name in enumerate(("evidence", "lexical"))
    ]
    least, most = PREDICTABLE_RANGE
    predictable = {"part": "log-probability", "centre": least, "slope": fusion.predictable, "slopePerLogTokens": 0.0, "min": least, "max": most}
    return {
        "version": 1,
        "languages": ["en"],
        "minTokens": 40,
        "unclearBelowTokens": 100,
        "overwhelmingPValue": OVERWHELMING_P_VALUE,
        "unclearPValue": UNCLEAR_P_VALUE,
        "lexical": lexical_about,
        "fusion": {
            "intercept": fusion.intercept,
            "referenceTokens": REFERENCE_TOKENS,
            "longestTokens": LONGEST,
            "length": fusion.length,
            "parts": [*parts, predictable],
        },
        "probability": {"slope": float(platt[0]), "intercept": float(platt[1]), "perLogTokens": float(platt[2])},
        "groups": [t | {"scores": rounded(t["scores"], 7), "pValues": rounded(t["pValues"], 5)} for t in tables],
        "reference": reference,
        "spans": SPANS,
        "clears": {"belowLexical": clearing.below, "evidence": clearing.evidence},
    }


def load_lexical(cache: Path, heads: Path) -> tuple[Lexical, dict]:
    about = json.loads((cache / "lexical.json").read_text(encoding="utf-8"))
    steps = np.frombuffer((heads / "lexical.bin").read_bytes(), np.int8)
    weights = np.where(steps == NEVER_SEEN, np.nan, steps * np.float32(about["scale"])).astype(np.float32)
    return Lexical(weights, about["bias"]), about


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("wheel", "data", "cache", "head", "heads"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    repository = Path(__file__).parent.parent.parent
    documents = read_documents(arguments.data, measuring_ngrams(arguments.data, repository))
    _, validation = split(documents, read_features(arguments.cache))
    lexical, about = load_lexical(arguments.cache, arguments.heads)
    head = load_head(arguments.head)
    scores = score_crops(validation, head, lexical, tokenizer_of(read_source(arguments.wheel)))
    found = left_out(scores)
    print_tables_compared(scores, found)
    print_calibration_error(scores, found.probability)
    rows = marked_report(scores, found.p)
    for row in rows:
        print(row)
    (arguments.cache / "calibration-report.json").write_text(json.dumps(rows) + "\n", encoding="utf-8")
    fusion = fit_fusion(scores)
    score = fusion(scores)
    human = scores.human()
    contributions = fusion.contributions(scores)
    pack = np.array([e.document.pack for e in scores.example])
    markable = (scores.tokens >= REPORTED_TOKENS) | (found.p <= OVERWHELMING_P_VALUE)
    clearing = fit_clearing(contributions["lexical"], np.where(markable, found.p, 1.0), scores.target, scores.evidence, pack)
    reference = {name: quantiles(value[human]) for name, value in contributions.items()}
    description = heads_description(about, fusion, fit_probability(score, scores), fit_tables(score, scores, scores.compared()), reference, clearing)
    (arguments.heads / "heads.json").write_text(json.dumps(description, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
