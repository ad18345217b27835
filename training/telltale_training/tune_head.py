"""Goes on training the evidence head where a genre was missing: short answers, beside the statements of people they resemble.

    python -m telltale_training.tune_head --data FOLDER --cache FOLDER --base FILE --out FILE

The base head (`train_head`) is the start; the cache is that of `cache_features --replay`. Writes a checkpoint each epoch.
"""

import argparse
from pathlib import Path

import numpy as np

from .documents import ATTACKED, PACKS
from .evidence_head import load_head, save_head
from .train_head import Example, Plan, evidence_of, examples_of, fit, report

PLAN = Plan(epochs=3, rate=5e-4, hard_rounds=(0, 2), seed=13)
"""A third of the rate the base was trained at."""
EMPHASIS = {"own-2026-answers-a": 3.0, "conclusions-2021-en": 2.0, "human-qa-en-a": 2.0}
"""How much more often the texts of the missing genre are drawn than balance alone would."""


def emphasis_of(examples: list[Example]) -> np.ndarray:
    return np.array([EMPHASIS.get(example.document.pack.removesuffix(ATTACKED), 1.0) for example in examples])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "cache", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    training, validation = examples_of(arguments.data, arguments.cache, PACKS)
    head = load_head(arguments.base).train()
    before = np.array([evidence.mean() for evidence in evidence_of(head, validation)])
    print(f"before | {report(validation, before)}", flush=True)
    save_head(fit(head, training, validation, PLAN, emphasis_of(training), arguments.cache / "tuned.pt"), arguments.out)


if __name__ == "__main__":
    main()
