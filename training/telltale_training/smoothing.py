"""Input-channel scales that make the model survive int8 activations (SmoothQuant, Xiao et al. 2023).

For each linear layer, s = max|x|^ALPHA / max|w|^(1 - ALPHA): activations are divided by s and weights multiplied.
The division costs nothing at run time, since it is folded into what produces the activation:
the norm before q/k/v and gate/up, the rows of `up` for `down`, the rows of `v` for `o`, the final norm for the head.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from transformers import LlamaForCausalLM

from . import model_shape as shape

ALPHA = 0.65
STEPS_PER_OCTAVE = 4
"""Scales are rounded to 2^(k/4), so that the last bits of a float on another processor move nothing."""


@dataclass(frozen=True)
class Smoothing:
    """float32 input-channel scales, one row a layer, and one row for the head."""

    qkv: np.ndarray
    o: np.ndarray
    gate_up: np.ndarray
    down: np.ndarray
    head: np.ndarray

    def save(self, file: Path) -> None:
        parts = [self.qkv, self.o, self.gate_up, self.down, self.head]
        file.write_bytes(b"".join(np.ascontiguousarray(part, "<f4").tobytes() for part in parts))

    @staticmethod
    def load(file: Path) -> "Smoothing":
        values = np.frombuffer(file.read_bytes(), "<f4")
        sizes = [shape.LAYERS * shape.WIDTH, shape.LAYERS * shape.WIDTH, shape.LAYERS * shape.WIDTH]
        sizes += [shape.LAYERS * shape.FFN_WIDTH, shape.WIDTH]
        if values.size != sum(sizes):
            raise ValueError(f"{file.name} has {values.size} numbers, expected {sum(sizes)}")
        qkv, o, gate_up, down, head = np.split(values, np.cumsum(sizes)[:-1])
        rows = shape.LAYERS
        return Smoothing(qkv.reshape(rows, -1), o.reshape(rows, -1), gate_up.reshape(rows, -1), down.reshape(rows, -1), head)


def _scale(activation_max: np.ndarray, weight_max: np.ndarray) -> np.ndarray:
    scale = np.maximum(activation_max, 1e-5) ** ALPHA / np.maximum(weight_max, 1e-5) ** (1 - ALPHA)
    scale /= np.exp(np.log(scale).mean())
    return (2.0 ** (np.round(np.log2(scale) * STEPS_PER_OCTAVE) / STEPS_PER_OCTAVE)).astype(np.float32)


def _shared_by_query_heads(value: np.ndarray) -> np.ndarray:
    """One value for the query heads that read the same value head: the largest of them."""
    grouped = value.reshape(shape.KV_HEADS, shape.QUERY_HEADS_PER_KV, shape.HEAD_WIDTH).max(axis=1, keepdims=True)
    return np.broadcast_to(grouped, (shape.KV_HEADS, shape.QUERY_HEADS_PER_KV, shape.HEAD_WIDTH)).reshape(-1)


@torch.inference_mode()
def measure_smoothing(model: LlamaForCausalLM, documents: list[list[int]]) -> Smoothing:
    """Runs the calibration documents (token ids) and keeps the largest |activation| of each input channel."""
    largest: dict[str, torch.Tensor] = {}

    def watch(name: str):
        def hook(_module, inputs):
            peak = inputs[0].abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], peak) if name in largest else peak

        return hook

    handles = [model.lm_head.register_forward_pre_hook(watch("head"))]
    for i, layer in enumerate(model.model.layers):
        watched = {"qkv": layer.self_attn.q_proj, "o": layer.self_attn.o_proj, "gate_up": layer.mlp.up_proj, "down": layer.mlp.down_proj}
        handles += [module.register_forward_pre_hook(watch(f"{name}.{i}")) for name, module in watched.items()]
    for ids in documents:
        model(torch.tensor([ids]))
    for handle in handles:
        handle.remove()

    def weight_max(*modules: torch.nn.Module) -> np.ndarray:
        return torch.stack([module.weight.abs().amax(0) for module in modules]).amax(0).numpy()

    layers = model.model.layers
    qkv = [_scale(largest[f"qkv.{i}"].numpy(), weight_max(l.self_attn.q_proj, l.self_attn.k_proj, l.self_attn.v_proj)) for i, l in enumerate(layers)]
    o = [
        _scale(_shared_by_query_heads(largest[f"o.{i}"].numpy()), _shared_by_query_heads(weight_max(l.self_attn.o_proj)))
        for i, l in enumerate(layers)
    ]
    gate_up = [_scale(largest[f"gate_up.{i}"].numpy(), weight_max(l.mlp.gate_proj, l.mlp.up_proj)) for i, l in enumerate(layers)]
    down = [_scale(largest[f"down.{i}"].numpy(), weight_max(l.mlp.down_proj)) for i, l in enumerate(layers)]
    head = _scale(largest["head"].numpy(), weight_max(model.lm_head))
    return Smoothing(np.stack(qkv), np.stack(o), np.stack(gate_up), np.stack(down), head)
