"""The evidence head as graph nodes: the same arithmetic as `evidence_head.py`, fused into the model's one pass."""

import numpy as np
from onnx import TensorProto

from . import evidence_head as shape_of_head
from . import model_shape as shape
from .evidence_head import EvidenceHead
from .graph import STATISTICS, Body, Builder


class HeadNodes:
    def __init__(self, head: EvidenceHead, b: Builder, body: Body):
        self.weights = {name: value.detach().numpy().astype(np.float32) for name, value in head.state_dict().items()}
        self.b, self.body = b, body

    def tensor(self, name: str) -> str:
        return self.b.constant(self.weights[name], np.float32)

    def linear(self, x: str, name: str) -> str:
        weight = self.b.constant(np.ascontiguousarray(self.weights[name + ".weight"].T), np.float32)
        return self.b.op("Add", self.b.op("MatMul", x, weight), self.tensor(name + ".bias"))

    def norm(self, x: str, name: str) -> str:
        return self.b.op("LayerNormalization", x, self.tensor(name + ".weight"), self.tensor(name + ".bias"), axis=-1, epsilon=1e-5)

    def projected(self, state: str, index: int) -> str:
        """[B * S, width] → [B * S, projected], the state divided by its root mean square."""
        b = self.b
        square = b.op("ReduceMean", b.op("Mul", state, state), b.ints(-1), keepdims=1)
        scaled = b.op("Div", state, b.op("Sqrt", b.op("Add", square, b.float(shape_of_head.EPSILON))))
        return self.linear(scaled, f"projections.{index}")

    def features(self, statistics: str) -> str:
        """[B, S - 1, 5] → [B * S, 5]; the first token of each text has none."""
        b = self.b
        log_p, entropy, variance, rank, top = b.op("Split", statistics, outputs=5, axis=-1, num_outputs=5)
        deviation = b.op("Sqrt", b.op("Max", variance, b.float(0.0)))
        joined = b.op("Concat", log_p, entropy, deviation, b.op("Log", rank), top, axis=-1)
        padded = b.op("Pad", b.op("Mul", joined, b.float(shape_of_head.STATISTICS_SCALE)), b.ints(0, 1, 0, 0, 0, 0))
        return b.op("Reshape", padded, b.ints(-1, STATISTICS))

    def block(self, x: str, bias: str, index: int) -> str:
        """x [B, S, hidden], bias [B, 1, 1, S]."""
        b, at, heads = self.b, f"blocks.{index}.", shape_of_head.HEADS
        width = shape_of_head.HIDDEN // heads
        parts = b.op("Split", self.linear(self.norm(x, at + "attention_norm"), at + "qkv"), outputs=3, axis=-1, num_outputs=3)
        split = b.ints(0, 0, heads, width)
        q, k, v = (b.op("Reshape", part, split) for part in parts)
        q = b.op("Mul", b.op("Transpose", q, perm=[0, 2, 1, 3]), b.float(width**-0.5))
        scores = b.op("Add", b.op("MatMul", q, b.op("Transpose", k, perm=[0, 2, 3, 1])), bias)
        mixed = b.op("MatMul", b.op("Softmax", scores, axis=-1), b.op("Transpose", v, perm=[0, 2, 1, 3]))
        rows = b.op("Reshape", b.op("Transpose", mixed, perm=[0, 2, 1, 3]), b.ints(0, 0, shape_of_head.HIDDEN))
        x = b.op("Add", x, self.linear(rows, at + "out"))
        inner = b.op("Relu", self.linear(self.norm(x, at + "ffn_norm"), at + "up"))
        return b.op("Add", x, self.linear(inner, at + "down"))

    def evidence(self, states: dict[int, str], statistics: str) -> str:
        """[B, S], 0 at padding."""
        b = self.b
        parts = [self.projected(states[depth], i) for i, depth in enumerate(shape.EVIDENCE_LAYERS)]
        joined = b.op("Concat", *parts, self.features(statistics), axis=-1)
        x = b.op("Relu", self.linear(joined, "join"))
        x = b.op("Reshape", x, self.body.join(self.body.batch, self.body.length, b.ints(shape_of_head.HIDDEN)))
        mask = b.op("Cast", "attention_mask", to=TensorProto.FLOAT)
        missing = b.op("Mul", b.op("Sub", b.float(1.0), mask), b.float(shape_of_head.MASKED))
        bias = b.op("Unsqueeze", missing, b.ints(1, 2))
        for index in range(shape_of_head.BLOCKS):
            x = self.block(x, bias, index)
        value = b.op("Squeeze", self.linear(self.norm(x, "norm"), "evidence"), b.ints(-1))
        return b.op("Mul", value, mask, name="evidence")


def joined(head: EvidenceHead):
    """For `build_graph(extend=…)`."""

    def extend(b: Builder, body: Body, states: dict[int, str], statistics: str):
        return [(HeadNodes(head.eval(), b, body).evidence(states, statistics), ["batch", "sequence"])]

    return extend
