"""What the head is shown in training: crops of texts, and passages that turn from one writer to another."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from . import model_shape as shape
from .balance import balanced_weights
from .examples import Example, Turning

BATCH = 48
POOL = 6
"""Batches drawn together and sorted by length."""
SHORTEST, LONGEST = 24, 224
LEAST_OF_HAND = 10
"""Tokens of each writer of a text that turns from one to the other."""


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


def turning_run(turning: Turning, first: int, last: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """States, statistics and targets of a run of tokens, the first without a log probability."""
    statistics = torch.from_numpy(turning.features.statistics[first:last].copy())
    statistics[0] = float("nan")
    return turning.features.states(first, last), statistics, (torch.arange(first, last) >= turning.turn).float()


def turning_piece(turning: Turning, chooser: random.Random) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """A random run of both hands; at the least LEAST_OF_HAND tokens of each."""
    tokens, turn = turning.features.tokens, turning.turn
    first = chooser.randint(0, max(turn - LEAST_OF_HAND, 0))
    return turning_run(turning, first, chooser.randint(min(turn + LEAST_OF_HAND, tokens), tokens))


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
