"""Where n-grams settle a passage before the language model reads it (`src/scoring/first-look.ts`)."""

from dataclasses import dataclass

import numpy as np

STRICTEST_P_VALUE = 0.01
"""Found: marked at the highest sensitivity on offer."""
LOST_SHARE = 0.01
"""Of each pack's machine passages at most this share may be found by the model and cleared all the same."""
FEWEST = 50
"""Smaller packs do not choose the bound. One bound for all registers: bounds of their own spare four times as many human passages, but of
133 machine texts that nothing had been chosen on the cheap stage then cleared five that the model would have marked."""


@dataclass(frozen=True)
class Clearing:
    below: float
    """Logits of the lexical part's contribution."""
    evidence: float
    """Mean evidence of the human passages below."""


def bound_of(lexical: np.ndarray, found: np.ndarray, pack: np.ndarray) -> float:
    """The highest bound below which no pack's found passages are more than LOST_SHARE of its passages."""
    bounds = []
    for name in np.unique(pack):
        own = pack == name
        if own.sum() < FEWEST or not found[own].any():
            continue
        ordered = np.sort(lexical[own & found])
        bounds.append(ordered[min(int(LOST_SHARE * own.sum()), len(ordered) - 1)])
    return float(min(bounds))


def fit_clearing(lexical: np.ndarray, p: np.ndarray, target: np.ndarray, evidence: np.ndarray, pack: np.ndarray) -> Clearing:
    """One entry a passage; p-values by tables that have not seen its source, 1 where it cannot be marked."""
    machine = target == 1
    below = bound_of(lexical[machine], p[machine] <= STRICTEST_P_VALUE, pack[machine])
    cleared = lexical < below
    for name in np.unique(pack):
        own = pack == name
        humans, machines = own & (target == 0), own & machine
        lost = np.mean((cleared & (p <= STRICTEST_P_VALUE))[machines]) if machines.any() else 0
        shares = [f"{np.mean(cleared[side]):.3f} of {side.sum()}" if side.any() else "none" for side in (humans, machines)]
        print(f"cleared below {below:.2f}, {name}: human {shares[0]}, machine {shares[1]}, of them found by the model {lost:.4f}")
    return Clearing(below, float(evidence[cleared & (target == 0)].mean()))
