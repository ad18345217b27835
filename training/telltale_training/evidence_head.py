"""The evidence head: reads frozen token states at four depths and the token statistics, gives one number a token.

Each depth is divided by its root mean square and projected; two small attention layers look both ways.
Passage evidence is the mean over tokens; above 0 reads as machine.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from . import model_shape as shape

PROJECTED = 48
"""Width that each depth is projected to."""
HIDDEN = 128
HEADS = 4
FFN = 256
BLOCKS = 2
STATISTICS = 5
DROPOUT = 0.15
EPSILON = 1e-6
MASKED = -1e9
STATISTICS_SCALE = 0.25
"""Brings nats near unit size."""


def scaled_statistics(statistics: torch.Tensor) -> torch.Tensor:
    """[…, 5] of log p, entropy, variance, rank, top log p → values near unit size; the missing first token is 0."""
    log_p, entropy, variance, rank, top = torch.nan_to_num(statistics).unbind(-1)
    parts = [log_p, entropy, variance.clamp(min=0).sqrt(), rank.clamp(min=1).log(), top]
    return torch.stack(parts, dim=-1) * STATISTICS_SCALE


class Block(nn.Module):
    """Pre-norm attention and feed-forward."""

    def __init__(self):
        super().__init__()
        self.attention_norm = nn.LayerNorm(HIDDEN)
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.ffn_norm = nn.LayerNorm(HIDDEN)
        self.up = nn.Linear(HIDDEN, FFN)
        self.down = nn.Linear(FFN, HIDDEN)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part.reshape(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
            for part in self.qkv(self.attention_norm(x)).chunk(3, dim=-1)
        )
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN)))
        return x + self.dropout(self.down(torch.relu(self.up(self.ffn_norm(x)))))


@dataclass(frozen=True)
class Noise:
    """In training only: Gaussian noise on the states and whole depths dropped."""

    deviation: float
    """Against states of root mean square 1."""
    drop: float
    generator: torch.Generator

    def apply(self, part: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Noise on a state is noise on its projection, with the deviation of each projected value; that is twelve times cheaper."""
        deviation = self.deviation * weight.detach().norm(dim=1)
        noisy = part + torch.randn(part.shape, generator=self.generator) * deviation
        keep = torch.rand(len(part), 1, 1, generator=self.generator) >= self.drop
        return noisy * keep / (1 - self.drop)


class EvidenceHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.projections = nn.ModuleList(nn.Linear(shape.WIDTH, PROJECTED) for _ in shape.EVIDENCE_LAYERS)
        self.join = nn.Linear(PROJECTED * len(shape.EVIDENCE_LAYERS) + STATISTICS, HIDDEN)
        self.blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
        self.norm = nn.LayerNorm(HIDDEN)
        self.evidence = nn.Linear(HIDDEN, 1)

    def forward(self, states: torch.Tensor, statistics: torch.Tensor, mask: torch.Tensor, noise: Noise | None = None) -> torch.Tensor:
        """states [depths, B, S, width], statistics [B, S, 5], mask [B, S] (1 real) → evidence [B, S]."""
        scaled = states * torch.rsqrt(states.square().mean(-1, keepdim=True) + EPSILON)
        parts = [projection(scaled[i]) for i, projection in enumerate(self.projections)]
        if noise is not None:
            parts = [noise.apply(part, projection.weight) for part, projection in zip(parts, self.projections, strict=True)]
        x = torch.relu(self.join(torch.cat([*parts, scaled_statistics(statistics)], dim=-1)))
        bias = ((1 - mask) * MASKED)[:, None, None, :]
        for block in self.blocks:
            x = block(x, bias)
        return self.evidence(self.norm(x))[..., 0] * mask


def passage_evidence(evidence: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    return (evidence * mask).sum(-1) / mask.sum(-1).clamp(min=1)


def save_head(head: EvidenceHead, file: Path) -> None:
    save_file({name: value.contiguous() for name, value in head.state_dict().items()}, file)


def mean_head(heads: list[EvidenceHead]) -> EvidenceHead:
    """The mean of the weights of heads that were tuned from one start: none of their turns of chance, all of what they agree on."""
    mean = EvidenceHead()
    states = [head.state_dict() for head in heads]
    mean.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    return mean.eval()


def load_head(file: Path) -> EvidenceHead:
    """Ready to be run. @raises FileNotFoundError; RuntimeError when it is another shape."""
    head = EvidenceHead()
    head.load_state_dict(load_file(file))
    return head.eval()
