"""Expands the shards into the external data of a graph, as `src/engine/expand-*.ts` does in the browser.

int8: weights [inputs, outputs], smoothed, one scale an output, for MatMulInteger.
q4: blocks as published, for MatMulNBits: float32 scales and float zero points (weight = scale * (quant - zero)).
"""

import numpy as np

from . import model_shape as shape
from .gguf_source import Q4, Q8, Source
from .smoothing import Smoothing
from .weight_shards import named_tensors, nibbles

INT8_LIMIT = 127.0


def quantise_rows(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """float32 [outputs, inputs] → int8 [inputs, outputs] and float32 scale [outputs]; halves round to even."""
    largest = np.abs(weights).max(axis=1)
    scales = np.where(largest > 0, largest / np.float32(INT8_LIMIT), np.float32(1)).astype(np.float32)
    quants = np.rint(weights / scales[:, None]).astype(np.int8)
    return np.ascontiguousarray(quants.T), scales


def fold(source: Source, smoothing: Smoothing) -> dict[str, np.ndarray]:
    """float32 weights with the smoothing multiplied in on one side and divided out on the other."""
    folded: dict[str, np.ndarray] = {}
    for name, tensor in named_tensors(source).items():
        folded[name] = tensor if isinstance(tensor, np.ndarray) else tensor.dequantised()
    value_rows = slice((shape.HEADS + shape.KV_HEADS) * shape.HEAD_WIDTH, None)
    for i in range(shape.LAYERS):
        at = f"layers.{i}."
        qkv, o, gate_up, down = smoothing.qkv[i], smoothing.o[i], smoothing.gate_up[i], smoothing.down[i]
        folded[at + "attention_norm"] = folded[at + "attention_norm"] / qkv
        folded[at + "qkv"] = folded[at + "qkv"] * qkv
        value_scale = o.reshape(shape.KV_HEADS, shape.QUERY_HEADS_PER_KV, shape.HEAD_WIDTH)[:, 0].reshape(-1)
        folded[at + "qkv"][value_rows] /= value_scale[:, None]
        folded[at + "o"] = folded[at + "o"] * o
        folded[at + "ffn_norm"] = folded[at + "ffn_norm"] / gate_up
        folded[at + "gate_up"] = folded[at + "gate_up"] * gate_up
        folded[at + "gate_up"][shape.FFN_WIDTH :] /= down[:, None]
        folded[at + "down"] = folded[at + "down"] * down
    folded["embedding"] = folded["embedding"] * smoothing.head
    folded["final_norm"] = folded["final_norm"] / smoothing.head
    folded["embedding_unsmooth"] = (1 / smoothing.head).astype(np.float32)
    return folded


def expand_int8(source: Source, smoothing: Smoothing) -> dict[str, np.ndarray]:
    """Initializers of the int8 graph by name."""
    expanded: dict[str, np.ndarray] = {}
    for name, value in fold(source, smoothing).items():
        if value.ndim == 1:
            expanded[name] = value.astype(np.float32)
        else:
            expanded[name + ".weights"], expanded[name + ".scales"] = quantise_rows(value)
    return expanded


def zero_points(tensor: Q4) -> tuple[np.ndarray, np.ndarray]:
    """float32 scales and zero points; a constant block (scale 0) becomes scale 1 with its quants at 0."""
    scales = tensor.scales.astype(np.float32)
    minimums = tensor.minimums.astype(np.float32)
    safe = np.where(scales == 0, np.float32(1), scales)
    return safe, -minimums / safe


def expand_q4(source: Source) -> dict[str, np.ndarray]:
    """Initializers of the 4-bit graph by name."""
    expanded: dict[str, np.ndarray] = {}
    for name, tensor in named_tensors(source).items():
        if isinstance(tensor, Q4):
            rows, columns = tensor.quants.shape
            scales, zeros = zero_points(tensor)
            quants = np.where(np.repeat(tensor.scales == 0, shape.BLOCK, axis=1), 0, tensor.quants).astype(np.uint8)
            expanded[name + ".quants"] = nibbles(quants).reshape(rows, columns // shape.BLOCK, shape.BLOCK // 2)
            expanded[name + ".scales"] = scales
            expanded[name + ".zeros"] = zeros
        elif isinstance(tensor, Q8):
            rows, columns = tensor.quants.shape
            unsigned = (tensor.quants.astype(np.int16) + 128).astype(np.uint8)
            expanded[name + ".quants"] = unsigned.reshape(rows, columns // shape.BLOCK, shape.BLOCK)
            expanded[name + ".scales"] = tensor.scales.astype(np.float32)
        else:
            expanded[name] = tensor
    return expanded
