"""How a head does on texts that validate, between the epochs of its training."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from .evidence_head import EvidenceHead
from .examples import Example, Texts, Turning
from .sampling import BATCH, LONGEST, Batch, Sampler, Splices, collate, turning_run

MEASURED_SPLICES = 20
"""Batches of splices of validation texts, on which tokens are told apart."""
SEED = 3


@torch.inference_mode()
def evidence_of(head: EvidenceHead, examples: list[Example], longest: int = LONGEST) -> list[np.ndarray]:
    """Token evidence of each whole window, in order."""
    head.eval()
    found: list[np.ndarray] = [np.empty(0)] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: examples[i].features.tokens)
    for start in range(0, len(order), BATCH):
        rows = order[start : start + BATCH]
        items = []
        for i in rows:
            features = examples[i].features
            length = min(features.tokens, longest)
            items.append((features.states(0, length), torch.from_numpy(features.statistics[:length]), torch.zeros(length), False))
        batch = collate(items)
        evidence = head(batch.states, batch.statistics, batch.mask)
        for row, i in enumerate(rows):
            found[i] = evidence[row, : min(examples[i].features.tokens, longest)].numpy()
    head.train()
    return found


@torch.inference_mode()
def token_area(head: EvidenceHead, batches: Iterable[Batch]) -> float:
    """AUROC of the evidence of machine above human tokens within passages of both hands."""
    head.eval()
    sides: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for batch in batches:
        evidence, inside = head(batch.states, batch.statistics, batch.mask), batch.mask > 0
        for target, values in enumerate(sides):
            values.append(evidence[inside & (batch.targets == target)].numpy())
    head.train()
    return area_between(*map(np.concatenate, sides))


def splices_of(examples: list[Example]) -> Iterator[Batch]:
    """Splices of validation texts, the same each time."""
    sure = [e for e in examples if e.document.target in (0, 1)]
    sampler = Sampler(sure, SEED, np.ones(len(sure)), Splices(share=1.0, same_subject=0.0, seams_show=False))
    return sampler.batches(MEASURED_SPLICES)


def continued(turning: Sequence[Turning]) -> Iterator[Batch]:
    """Each text whole, by itself."""
    for one in turning:
        yield collate([(*turning_run(one, 0, one.features.tokens), True)])


def true_positive_rate(humans: np.ndarray, machines: np.ndarray, false_positive_rate: float) -> float:
    return float((machines > np.quantile(humans, 1 - false_positive_rate)).mean())


def area_between(humans: np.ndarray, machines: np.ndarray) -> float:
    """AUROC of machine above human scores."""
    return float(roc_auc_score(np.repeat([0, 1], [len(humans), len(machines)]), np.concatenate([humans, machines])))


def report(examples: list[Example], scores: np.ndarray) -> str:
    """Validation by kind of machine text against all validation humans but pupils' essays, and overall."""
    labels = np.array([e.document.label for e in examples])
    web = np.array([e.document.pack.startswith("human-") for e in examples])
    humans = scores[web & (labels == "human")]
    lines = []
    for pack in ("claude-2026-en-c", "claude-2026-mirrors-a", "modern-2026-en-a", "train-en", "own-2026-answers-a"):
        machines = scores[np.array([e.document.pack == pack for e in examples]) & (labels == "ai")]
        if len(machines) == 0:
            continue
        area = area_between(humans, machines)
        rates = [true_positive_rate(humans, machines, rate) for rate in (0.005, 0.01, 0.05)]
        lines.append(f"{pack} {len(machines)}: AU {area:.3f} T.5 {rates[0]:.2f} T1 {rates[1]:.2f} T5 {rates[2]:.2f}")
    answers, concluding = (np.array([e.document.pack == pack for e in examples]) for pack in ("own-2026-answers-a", "conclusions-2021-en"))
    if answers.any():
        humans, machines = scores[concluding], scores[answers]
        area = area_between(humans, machines)
        lines.append(f"answers beside conclusions: AU {area:.3f} T1 {true_positive_rate(humans, machines, 0.01):.2f}")
    own = np.array([e.document.pack == "train-en" for e in examples])
    area = roc_auc_score(labels[own] != "human", scores[own])
    lines.append(f"outfox+raidar AU {area:.3f}")
    return " | ".join(lines)


def validated(head: EvidenceHead, validation: Texts) -> str:
    scores = np.array([evidence.mean() for evidence in evidence_of(head, validation.examples)])
    line = f"{report(validation.examples, scores)} | tokens of splices AU {token_area(head, splices_of(validation.examples)):.3f}"
    return f"{line}, of continuations AU {token_area(head, continued(validation.turning)):.3f}" if validation.turning else line
