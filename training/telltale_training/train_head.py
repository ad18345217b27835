"""Trains the base evidence head on cached features; `tune_head` makes what ships of it.

    python -m telltale_training.train_head --data FOLDER --cache FOLDER --out FILE [--epochs N]

Writes a checkpoint into the cache each epoch and goes on from it. Chosen on validation sources only.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from . import model_shape as shape
from .balance import balanced_weights
from .continuations import WHOLE_PACK, read_continued, unleaked
from .documents import BASE_PACKS, Document, measuring_ngrams, read_documents
from .evidence_head import EvidenceHead, Noise, passage_evidence, save_head
from .feature_cache import Features, read_features

REPOSITORY = Path(__file__).parent.parent.parent
SEED = 3
BATCH = 48
POOL = 6
"""Batches drawn together and sorted by length."""
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
SHORTEST, LONGEST = 24, 224
NOISE = 0.2
"""Standard deviation, against states of root mean square 1."""
DROP_DEPTH = 0.1
SPLICE_SHARE = 0.25
TOKEN_LOSS = 0.3
LEAST_OF_HAND = 10
"""Tokens of each writer of a text that turns from one to the other."""
MEASURED_SPLICES = 20
"""Batches of splices of validation texts, on which tokens are told apart."""


@dataclass(frozen=True)
class Example:
    document: Document
    features: Features


@dataclass(frozen=True)
class Turning:
    """A text that a person began and a machine went on with."""

    features: Features
    turn: int
    """The machine's first token."""


@dataclass(frozen=True)
class Texts:
    """One side of the split."""

    examples: list[Example]
    turning: Sequence[Turning] = ()


@dataclass
class Batch:
    states: torch.Tensor
    statistics: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    """[B, S], one a token."""
    spliced: torch.Tensor
    """[B]: whether the passage turns from one writer to another."""


def crop_length(tokens: int, chooser: random.Random) -> int:
    longest = min(tokens, LONGEST)
    if longest <= SHORTEST:
        return longest
    return round(np.exp(chooser.uniform(np.log(SHORTEST), np.log(longest))))


def piece(example: Example, chooser: random.Random, begins: bool = True) -> tuple[torch.Tensor, torch.Tensor]:
    """States and statistics of a random run of tokens, the first without a log probability where it begins a passage.

    One that does not begin a passage leaves out the first token of its text, whose state is like no other's.
    """
    total, least = example.features.tokens, 0 if begins else 1
    length = min(crop_length(total, chooser), total - least)
    first = chooser.randint(least, total - length)
    statistics = torch.from_numpy(example.features.statistics[first : first + length].copy())
    if begins:
        statistics[0] = float("nan")
    return example.features.states(first, first + length), statistics


def turning_piece(turning: Turning, chooser: random.Random) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """States, statistics and targets of a run of tokens of both hands; at the least LEAST_OF_HAND of each."""
    features, turn = turning.features, turning.turn
    first = chooser.randint(0, max(turn - LEAST_OF_HAND, 0))
    last = chooser.randint(min(turn + LEAST_OF_HAND, features.tokens), features.tokens)
    statistics = torch.from_numpy(features.statistics[first:last].copy())
    statistics[0] = float("nan")
    return features.states(first, last), statistics, (torch.arange(first, last) >= turn).float()


def collate(items: list[tuple[torch.Tensor, torch.Tensor, torch.Tensor, bool]]) -> Batch:
    longest = max(len(statistics) for _, statistics, _, _ in items)
    depths = len(shape.EVIDENCE_LAYERS)
    batch = Batch(
        torch.zeros(depths, len(items), longest, shape.WIDTH),
        torch.zeros(len(items), longest, 5),
        torch.zeros(len(items), longest),
        torch.zeros(len(items), longest),
        torch.tensor([spliced for *_, spliced in items]),
    )
    for row, (states, statistics, targets, _) in enumerate(items):
        length = len(statistics)
        batch.states[:, row, :length] = states
        batch.statistics[row, :length] = statistics
        batch.mask[row, :length] = 1
        batch.targets[row, :length] = targets
    return batch


@dataclass(frozen=True)
class Splices:
    """Passages that turn from one writer to another."""

    share: float
    """Of all passages."""
    same_subject: float
    """Of them, those whose machine text was written after the human one, where there is one: nothing but the writer changes."""
    seams_show: bool
    """Whether there is a token without a log probability at the seam, too. That gives the seam away, but the base head was fitted so."""
    continued: float = 0.0
    """Of them, those that a machine went on with, read as one text."""


class Sampler:
    def __init__(self, examples: list[Example], seed: int, emphasis: np.ndarray, splices: Splices, turning: Sequence[Turning] = ()):
        self.chooser = random.Random(seed)
        self.splices = splices
        self.turning = turning
        self.by_people: dict[tuple[str, str], list[Example]] = defaultdict(list)
        for example in examples:
            if example.document.target == 0:
                self.by_people[example.document.subject].append(example)
        targets = np.array([e.document.target for e in examples])
        weights = balanced_weights(targets, [e.document.group for e in examples]) * emphasis
        sides = {}
        for name, side in (("human", targets == 0), ("machine", targets == 1), ("any", targets >= 0)):
            index = np.flatnonzero(side)
            sides[name] = ([examples[i] for i in index], np.cumsum(weights[index]).tolist())
        self.sides = sides

    def pick(self, side: str) -> Example:
        examples, cumulative = self.sides[side]
        return self.chooser.choices(examples, cum_weights=cumulative)[0]

    def pair(self) -> dict[str, Example]:
        """A human and a machine text that stand in one passage."""
        machine = self.pick("machine")
        originals = self.by_people.get(machine.document.subject)
        if originals is not None and self.chooser.random() < self.splices.same_subject:
            return {"machine": machine, "human": self.chooser.choice(originals)}
        return {"machine": machine, "human": self.pick("human")}

    def item(self):
        if self.chooser.random() >= self.splices.share:
            example = self.pick("any")
            states, statistics = piece(example, self.chooser)
            return states, statistics, torch.full((len(statistics),), example.document.target), False
        if self.turning and self.chooser.random() < self.splices.continued:
            return *turning_piece(self.chooser.choice(self.turning), self.chooser), True
        sides = ["human", "machine"]
        self.chooser.shuffle(sides)
        pair = self.pair()
        parts = [(*piece(pair[side], self.chooser, begins=at == 0 or self.splices.seams_show), float(side == "machine")) for at, side in enumerate(sides)]
        states = torch.cat([part[0] for part in parts], dim=1)[:, :LONGEST]
        statistics = torch.cat([part[1] for part in parts])[:LONGEST]
        targets = torch.cat([torch.full((len(part[1]),), part[2]) for part in parts])[:LONGEST]
        return states, statistics, targets, True

    def batches(self, count: int) -> Iterator[Batch]:
        """Batches of like lengths, in random order: little is padded."""
        while count > 0:
            items = sorted((self.item() for _ in range(BATCH * POOL)), key=lambda item: len(item[1]))
            groups = [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
            self.chooser.shuffle(groups)
            for group in groups[:count]:
                yield collate(group)
            count -= POOL


def loss_of(head: EvidenceHead, batch: Batch, token_loss: float, generator: torch.Generator) -> torch.Tensor:
    evidence = head(batch.states, batch.statistics, batch.mask, Noise(NOISE, DROP_DEPTH, generator))
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    tokens = loss(evidence, batch.targets, reduction="none") * batch.mask
    pure = ~batch.spliced
    passages = loss(passage_evidence(evidence, batch.mask)[pure], batch.targets[pure, 0])
    return passages + token_loss * (tokens.sum(1) / batch.mask.sum(1)).mean()


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
def turning_area(head: EvidenceHead, turning: Sequence[Turning]) -> float:
    """AUROC of the evidence of machine above human tokens within texts that a machine went on with."""
    head.eval()
    sides: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for one in turning:
        states, statistics = one.features.states(0, one.features.tokens), torch.from_numpy(one.features.statistics)
        evidence = head(states[:, None], statistics[None], torch.ones(1, len(statistics)))[0].numpy()
        sides[0].append(evidence[: one.turn])
        sides[1].append(evidence[one.turn :])
    head.train()
    return area_between(*map(np.concatenate, sides))


@torch.inference_mode()
def splice_area(head: EvidenceHead, examples: list[Example]) -> float:
    """AUROC of the evidence of machine above human tokens within splices of validation texts."""
    head.eval()
    sure = [e for e in examples if e.document.target in (0, 1)]
    sampler = Sampler(sure, SEED, np.ones(len(sure)), Splices(share=1.0, same_subject=0.0, seams_show=False))
    sides: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for batch in sampler.batches(MEASURED_SPLICES):
        evidence, inside = head(batch.states, batch.statistics, batch.mask), batch.mask > 0
        for target, values in enumerate(sides):
            values.append(evidence[inside & (batch.targets == target)].numpy())
    head.train()
    return area_between(*map(np.concatenate, sides))


def hard_humans(head: EvidenceHead, examples: list[Example]) -> np.ndarray:
    """One factor an example: HARD_WEIGHT for the HARD_SHARE of humans that look most like machines, else 1."""
    factors = np.ones(len(examples))
    humans = [i for i, e in enumerate(examples) if e.document.target == 0]
    scores = np.array([evidence.mean() for evidence in evidence_of(head, [examples[i] for i in humans])])
    worst = np.argsort(-scores)[: int(len(humans) * HARD_SHARE)]
    factors[np.array(humans)[worst]] = HARD_WEIGHT
    return factors


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
    line = f"{report(validation.examples, scores)} | tokens of splices AU {splice_area(head, validation.examples):.3f}"
    return f"{line}, of continuations AU {turning_area(head, validation.turning):.3f}" if validation.turning else line


def split(documents: list[Document], features: dict[tuple[str, int], Features]) -> tuple[list[Example], list[Example]]:
    examples = [Example(d, features[d.pack, d.row]) for d in documents if (d.pack, d.row) in features]
    training = [e for e in examples if not e.document.validation and e.document.may_ship]
    return training, [e for e in examples if e.document.validation]


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


def turning_of(data: Path, measuring: set[int], features: dict[tuple[str, int], Features], validation: bool) -> list[Turning]:
    """Of the texts on one side of the split those that are cached from their first token on."""
    tokenizer = Tokenizer.from_file(str(REPOSITORY / "model" / "tokenizer.json"))
    found = []
    for one in unleaked(read_continued(data), measuring):
        cached = features.get((WHOLE_PACK, one.row))
        if one.validation != validation or cached is None:
            continue
        opening = tokenizer.encode(one.opening).ids
        if cached.ids[: len(opening)].tolist() == opening and cached.tokens > len(opening):
            found.append(Turning(cached, len(opening)))
    return found


def texts_of(data: Path, cache: Path, packs: Sequence[str], turning: bool) -> tuple[Texts, Texts]:
    """Training and validation texts whose features are cached."""
    measuring, features = measuring_ngrams(data, REPOSITORY), read_features(cache)
    sides = split(read_documents(data, measuring, packs), features)
    texts = [Texts(side, turning_of(data, measuring, features, bool(at)) if turning else []) for at, side in enumerate(sides)]
    counts = [f"{len(side.examples)} and {len(side.turning)} continued" for side in texts]
    print(f"training: {counts[0]}, validation: {counts[1]}", flush=True)
    return texts[0], texts[1]


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
