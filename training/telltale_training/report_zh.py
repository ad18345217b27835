"""What the Chinese heads do to texts of sources they have not seen."""

from collections import defaultdict

import numpy as np
from sklearn.metrics import roc_auc_score

from .scores_zh import Scores

LEVELS = (0.001, 0.005, 0.01, 0.05)
ANSWERS = {"claude/zhihu", "claude/assistant"}


def _against(human: np.ndarray, machine: np.ndarray) -> dict:
    truth = np.concatenate([np.zeros(len(human)), np.ones(len(machine))])
    found = {f"T{100 * share:g}": float(np.mean(machine > np.quantile(human, 1 - share))) for share in (0.005, 0.01, 0.05)}
    return {"human": len(human), "machine": len(machine), "AU": float(roc_auc_score(truth, np.concatenate([human, machine])))} | found


def report(scores: Scores, score: np.ndarray, p: np.ndarray) -> dict:
    """Prints and returns ranking figures of whole texts, and the shares marked by source and by length."""
    target, whole = scores.target, scores.whole
    web = whole & scores.calibrating & np.array([d.pack == "human-web-zh-a" for d in scores.document])
    machine = whole & (target == 1)
    answers = np.array([d.source in ANSWERS for d in scores.document])
    polish = whole & np.array([d.pack == "train-zh" for d in scores.document])
    figures = {
        "current model against web prose": _against(score[web], score[machine]),
        "its answers against web prose": _against(score[web], score[machine & answers]),
        "polish against human twins": _against(score[polish & (target == 0)], score[polish & (target == 0.5)]),
    }
    kinds = defaultdict(list)
    for row, document in enumerate(scores.document):
        side = {0.0: "human", 1.0: "ai"}.get(document.target, "ai-edited")
        if side == "human" and not scores.calibrating[row]:
            side = "human, no prose"
        length = "whole" if whole[row] else "crops"
        for kind in ((side, "all", length), (side, document.source if side.startswith("human") else document.pack, length)):
            kinds[kind].append(p[row])
    figures["marked"] = {
        " / ".join(kind): {"texts": len(values)} | {f"p{level}": int(np.sum(np.array(values) <= level)) for level in LEVELS}
        for kind, values in sorted(kinds.items())
    }
    for name, values in [*list(figures.items())[:3], *figures["marked"].items()]:
        print(f"{name}: " + ", ".join(f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in values.items()))
    return figures
