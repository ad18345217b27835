"""Goes on training the evidence head where a genre was missing: short answers, beside the statements of people they resemble.

    python -m telltale_training.tune_head --data FOLDER --cache FOLDER --start FILE --out FILE

The start is a head of `train_head`; the cache is that of `cache_features --replay`. Writes a checkpoint each epoch.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from .documents import ATTACKED, PACKS, TUNING_PACKS
from .evidence_head import load_head, save_head
from .train_head import Example, Plan, evidence_of, examples_of, fit, report

PLAN = Plan(epochs=3, rate=5e-4, hard_rounds=(0, 2), seed=13, seams_show=False)
"""A third of the rate that the head was trained at.

Measured on validation texts, before and after, with 700 of the answers (and, both times, with int8 products that overflowed now and
then, see `runtime.py`: the figures compare with each other only): by evidence at 1 in 200 imitations
found 47 and 54 %, modern texts 84 and 86, answers of a current model 66 and 80, its chat 78 and 73; answers beside people's conclusions
AUROC .975 and .997. After fusion, sources left out: humans marked 1 and 4 of 1,879, modern texts 505 and 503 of 541, imitations 112 and
112 of 176. With a current model's answers alone, without the small model's, modern texts fell to 495.
"""
EMPHASIS = {"own-2026-answers-a": 2.0, "own-small-answers-a": 3.0, "conclusions-2021-en": 2.0, "human-qa-en-a": 2.0}
"""How much more often the texts of the missing genre are drawn than balance alone would."""


def emphasis_of(examples: list[Example]) -> np.ndarray:
    return np.array([EMPHASIS.get(example.document.pack.removesuffix(ATTACKED), 1.0) for example in examples])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "cache", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    torch.manual_seed(PLAN.seed)
    training, validation = examples_of(arguments.data, arguments.cache, (*PACKS, *TUNING_PACKS))
    head = load_head(arguments.start).train()
    before = np.array([evidence.mean() for evidence in evidence_of(head, validation)])
    print(f"before | {report(validation, before)}", flush=True)
    save_head(fit(head, training, validation, PLAN, emphasis_of(training), arguments.cache / "tuned.pt"), arguments.out)


if __name__ == "__main__":
    main()
