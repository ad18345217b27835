"""Trains the base evidence head on cached features; `tune_head` makes what ships of it.

    python -m telltale_training.train_head --data FOLDER --cache FOLDER --out FILE [--epochs N]

Writes a checkpoint into the cache each epoch and goes on from it. Chosen on validation sources only.
"""

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from .documents import BASE_PACKS
from .evidence_head import EvidenceHead, Noise, passage_evidence, save_head
from .examples import Example, Texts, texts_of
from .sampling import Batch, Sampler, Splices
from .validation import evidence_of, validated

SEED = 3
STEPS_PER_EPOCH = 420
EPOCHS = 12
AVERAGING = 0.998
"""What ships is the exponential average of the weights: single epochs move the recall at few false alarms by a fifth."""
HARD_ROUNDS = (4, 8)
"""Before these epochs all human texts that are trained on are scored, and the worst drawn more often from then on."""
HARD_SHARE = 0.1
HARD_WEIGHT = 3.0
EPOCH_SEEDS = 1000
"""Seeds between those of two runs, one an epoch."""
LEARNING_RATE = 1.5e-3
WEIGHT_DECAY = 0.02
NOISE = 0.2
"""Standard deviation, against states of root mean square 1."""
DROP_DEPTH = 0.1
SPLICE_SHARE = 0.25
TOKEN_LOSS = 0.3


def loss_of(head: EvidenceHead, batch: Batch, token_loss: float, generator: torch.Generator) -> torch.Tensor:
    evidence = head(batch.states, batch.statistics, batch.mask, Noise(NOISE, DROP_DEPTH, generator))
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    tokens = loss(evidence, batch.targets, reduction="none") * batch.mask
    pure = ~batch.spliced
    passages = loss(passage_evidence(evidence, batch.mask)[pure], batch.targets[pure, 0])
    return passages + token_loss * (tokens.sum(1) / batch.mask.sum(1)).mean()


def hard_humans(head: EvidenceHead, examples: list[Example]) -> np.ndarray:
    """One factor an example: HARD_WEIGHT for the HARD_SHARE of humans that look most like machines, else 1."""
    factors = np.ones(len(examples))
    humans = [i for i, e in enumerate(examples) if e.document.target == 0]
    scores = np.array([evidence.mean() for evidence in evidence_of(head, [examples[i] for i in humans])])
    worst = np.argsort(-scores)[: int(len(humans) * HARD_SHARE)]
    factors[np.array(humans)[worst]] = HARD_WEIGHT
    return factors


@dataclass(frozen=True)
class Plan:
    epochs: int
    rate: float
    """Highest learning rate of the cycle."""
    hard_rounds: tuple[int, ...]
    """Epochs before which the humans that look most like machines are looked for."""
    seed: int
    splices: Splices
    token_loss: float
    """Weight of the loss of single tokens beside that of passages."""


def fit(head: EvidenceHead, training: Texts, validation: Texts, plan: Plan, emphasis: np.ndarray, checkpoint: Path) -> EvidenceHead:
    """The average of the head's weights over the last steps. `emphasis` is one factor a training text; goes on from the checkpoint."""
    average = AveragedModel(head, multi_avg_fn=get_ema_multi_avg_fn(AVERAGING))
    optimiser = torch.optim.AdamW(head.parameters(), lr=plan.rate, weight_decay=WEIGHT_DECAY)
    steps = plan.epochs * STEPS_PER_EPOCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=steps, pct_start=0.1)
    hard, begin = np.ones(len(training.examples)), 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        head.load_state_dict(saved["head"])
        average.load_state_dict(saved["average"])
        hard = saved["hard"]
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        begin = saved["epoch"]
    for epoch in range(begin, plan.epochs):
        began, total = time.monotonic(), 0.0
        if epoch in plan.hard_rounds:
            hard = hard_humans(average.module, training.examples)
        seed = plan.seed * EPOCH_SEEDS + epoch
        sampler = Sampler(training.examples, seed, emphasis * hard, plan.splices, training.turning)
        generator = torch.Generator().manual_seed(seed)
        # Dropout draws from here: a run that was stopped goes on to the same weights.
        torch.manual_seed(seed)
        for batch in sampler.batches(STEPS_PER_EPOCH):
            optimiser.zero_grad()
            loss = loss_of(head, batch, plan.token_loss, generator)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(head)
            total += float(loss.detach())
        summary = validated(average.module, validation)
        print(f"epoch {epoch + 1} loss {total / STEPS_PER_EPOCH:.3f} {time.monotonic() - began:.0f} s | {summary}", flush=True)
        saved = {"head": head.state_dict(), "average": average.state_dict(), "hard": hard}
        saved |= {"optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch + 1}
        torch.save(saved, checkpoint)
    return average.module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    training, validation = texts_of(arguments.data, arguments.cache, BASE_PACKS, turning=False)
    splices = Splices(SPLICE_SHARE, same_subject=0.0, seams_show=True)
    plan = Plan(arguments.epochs, LEARNING_RATE, HARD_ROUNDS, arguments.seed, splices, TOKEN_LOSS)
    head = fit(EvidenceHead(), training, validation, plan, np.ones(len(training.examples)), arguments.cache / f"head-{arguments.seed}.pt")
    save_head(head, arguments.out)


if __name__ == "__main__":
    main()
