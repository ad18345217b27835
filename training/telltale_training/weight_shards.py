"""Packs the published weights, losslessly, into shards that stores accept, and says where everything lies.

Layout of `weights.json` (offsets and lengths in bytes, little endian):
  shards    [{file, bytes, sha256}]
  tensors   {name: {type: "q4", rows, columns, shard, quants, scales, minimums}
                 | {type: "q8", rows, columns, shard, quants, scales}
                 | {type: "f32", length, shard, values}}
q4 quants hold two inputs a byte, the even one in the low nibble (the order of ONNX Runtime's MatMulNBits).
"""

import hashlib
from pathlib import Path

import numpy as np

from .gguf_source import Q4, Q8, Source

MAX_SHARD_BYTES = 50_000_000
ALIGNMENT = 64


def named_tensors(source: Source) -> dict[str, Q4 | Q8 | np.ndarray]:
    """Everything the graphs need, in the order it is used; projections that read the same input are stacked."""
    tensors: dict[str, Q4 | Q8 | np.ndarray] = {"embedding": source.embedding}
    for i, layer in enumerate(source.layers):
        at = f"layers.{i}."
        tensors[at + "attention_norm"] = layer.attention_norm
        tensors[at + "qkv"] = Q4.stacked(layer.q, layer.k, layer.v)
        tensors[at + "o"] = layer.o
        tensors[at + "ffn_norm"] = layer.ffn_norm
        tensors[at + "gate_up"] = Q4.stacked(layer.gate, layer.up)
        tensors[at + "down"] = layer.down
    tensors["final_norm"] = source.final_norm
    return tensors


def nibbles(quants: np.ndarray) -> np.ndarray:
    return quants[:, 0::2] | (quants[:, 1::2] << 4)


def _parts(tensor: Q4 | Q8 | np.ndarray) -> tuple[dict, dict[str, np.ndarray]]:
    if isinstance(tensor, Q4):
        rows, columns = tensor.quants.shape
        about = {"type": "q4", "rows": rows, "columns": columns}
        return about, {"quants": nibbles(tensor.quants), "scales": tensor.scales, "minimums": tensor.minimums}
    if isinstance(tensor, Q8):
        rows, columns = tensor.quants.shape
        return {"type": "q8", "rows": rows, "columns": columns}, {"quants": tensor.quants, "scales": tensor.scales}
    return {"type": "f32", "length": int(tensor.size)}, {"values": tensor.astype("<f4")}


def write_shards(source: Source, folder: Path) -> dict:
    """Writes `weights-N.bin` and returns the content of `weights.json`."""
    shards: list[bytearray] = [bytearray()]
    entries: dict[str, dict] = {}
    for name, tensor in named_tensors(source).items():
        about, parts = _parts(tensor)
        if len(shards[-1]) + sum(part.nbytes + ALIGNMENT for part in parts.values()) > MAX_SHARD_BYTES:
            shards.append(bytearray())
        shard = shards[-1]
        entry = about | {"shard": len(shards) - 1}
        for part_name, part in parts.items():
            shard.extend(bytes(-len(shard) % ALIGNMENT))
            entry[part_name] = len(shard)
            shard.extend(np.ascontiguousarray(part).tobytes())
        entries[name] = entry
    files = []
    for i, shard in enumerate(shards):
        file = f"weights-{i}.bin"
        (folder / file).write_bytes(shard)
        files.append({"file": file, "bytes": len(shard), "sha256": hashlib.sha256(shard).hexdigest()})
    return {"shards": files, "tensors": entries}
