"""Builds the structure-only ONNX graphs.

Inputs: `input_ids` int64 [B, S], right-padded, and `attention_mask` int64 [B, S] (1 for real tokens).
Attention is causal, so padding needs no mask there; the mask is for parts that look both ways.
Output: `statistics` float32 [B, S - 1, 5]: log p, entropy, variance of log p, rank, log p of the likeliest token,
all of the token after each position, natural logarithms. The head runs over 64 rows at a time: no
vocabulary-wide tensor leaves it. Token states at four depths are outputs only when asked for (training).
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from . import model_shape as shape

OPSET = 21
HEAD_ROWS = 64
WEIGHTS_FILE = "weights.bin"
"""Name under which the expanded weights are handed to the runtime as external data."""
ALIGNMENT = 64
STATISTICS = 5
NEVER = -1e9
"""Added to attention scores of later tokens."""

_TYPES = {np.dtype(np.int8): TensorProto.INT8, np.dtype(np.uint8): TensorProto.UINT8, np.dtype(np.float32): TensorProto.FLOAT}


@dataclass
class Builder:
    """Collects nodes and initializers; every method returns the name of its output."""

    nodes: list = field(default_factory=list)
    initializers: list = field(default_factory=list)
    counter: int = 0
    prefix: str = ""
    """Sub-graphs share one space of names with the graph around them."""

    def op(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", name: str | None = None, **attributes):
        self.counter += 1
        base = name or f"{self.prefix}{kind.lower()}_{self.counter}"
        names = [base] if outputs == 1 else [f"{base}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=f"{self.prefix}n{self.counter}_{kind}", domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, dtype) -> str:
        self.counter += 1
        name = f"{self.prefix}c{self.counter}"
        self.initializers.append(numpy_helper.from_array(np.asarray(value, dtype=dtype), name))
        return name

    def ints(self, *values: int) -> str:
        return self.constant(values, np.int64)

    def float(self, value: float) -> str:
        return self.constant(value, np.float32)


def weight_layout(tensors: dict[str, np.ndarray]) -> tuple[dict[str, int], int]:
    """Byte offset of each initializer in the external data, and its total length."""
    offsets, at = {}, 0
    for name, value in tensors.items():
        at += -at % ALIGNMENT
        offsets[name] = at
        at += value.nbytes
    return offsets, at


def external_initializers(tensors: dict[str, np.ndarray]) -> list[onnx.TensorProto]:
    offsets, _ = weight_layout(tensors)
    protos = []
    for name, value in tensors.items():
        proto = TensorProto(name=name, data_type=_TYPES[value.dtype], dims=value.shape, data_location=TensorProto.EXTERNAL)
        for key, text in (("location", WEIGHTS_FILE), ("offset", str(offsets[name])), ("length", str(value.nbytes))):
            proto.external_data.add(key=key, value=text)
        protos.append(proto)
    return protos


class Int8Linear:
    """MatMulInteger with one activation scale a token, built from plain operators."""

    def __init__(self, builder: Builder):
        self.limit = builder.float(127.0)
        self.per_limit = builder.float(1 / 127.0)
        self.tiny = builder.float(1e-9)
        self.offset = builder.float(128.0)
        self.zero = builder.constant(128, np.uint8)
        self.last = builder.ints(-1)

    def __call__(self, b: Builder, x: str, weights: str) -> str:
        largest = b.op("Add", b.op("ReduceMax", b.op("Abs", x), self.last, keepdims=1), self.tiny)
        scaled = b.op("Round", b.op("Mul", x, b.op("Div", self.limit, largest)))
        quants = b.op("Cast", b.op("Add", scaled, self.offset), to=TensorProto.UINT8)
        product = b.op("Cast", b.op("MatMulInteger", quants, weights + ".weights", self.zero), to=TensorProto.FLOAT)
        return b.op("Mul", b.op("Mul", product, weights + ".scales"), b.op("Mul", largest, self.per_limit))

    def embed(self, b: Builder, ids: str) -> str:
        """Rows of the transposed embedding, with the head's smoothing taken out again. [N] → [N, width]"""
        columns = b.op("Gather", "embedding.weights", ids, axis=1)
        rows = b.op("Cast", b.op("Transpose", columns, perm=[1, 0]), to=TensorProto.FLOAT)
        scales = b.op("Unsqueeze", b.op("Gather", "embedding.scales", ids, axis=0), self.last)
        return b.op("Mul", b.op("Mul", rows, scales), "embedding_unsmooth")


class Q4Linear:
    """MatMulNBits on the published blocks, float32 arithmetic."""

    def __init__(self, builder: Builder, columns: dict[str, tuple[int, int]]):
        self.columns = columns
        self.last = builder.ints(-1)
        self.offset = builder.float(128.0)
        self.width = builder.ints(-1, shape.WIDTH)

    def __call__(self, b: Builder, x: str, weights: str) -> str:
        rows, columns = self.columns[weights]
        inputs = [x, weights + ".quants", weights + ".scales"]
        if weights != "embedding":
            inputs.append(weights + ".zeros")
        bits = 8 if weights == "embedding" else 4
        return b.op("MatMulNBits", *inputs, domain="com.microsoft", K=columns, N=rows, bits=bits, block_size=shape.BLOCK, accuracy_level=0)

    def embed(self, b: Builder, ids: str) -> str:
        quants = b.op("Cast", b.op("Gather", "embedding.quants", ids, axis=0), to=TensorProto.FLOAT)
        scales = b.op("Unsqueeze", b.op("Gather", "embedding.scales", ids, axis=0), self.last)
        return b.op("Reshape", b.op("Mul", b.op("Sub", quants, self.offset), scales), self.width)


class Body:
    """The transformer layers over flattened rows [B * S, width]."""

    def __init__(self, b: Builder, linear):
        self.b, self.linear = b, linear

    def norm(self, x: str, weight: str, name: str | None = None) -> str:
        return self.b.op("SimplifiedLayerNormalization", x, weight, name=name, axis=-1, epsilon=shape.RMS_EPSILON, stash_type=1)

    def positions(self, ids: str) -> None:
        """Shapes, causal mask and rotary tables, shared by all layers."""
        b = self.b
        dims = b.op("Shape", ids)
        self.batch = b.op("Slice", dims, b.ints(0), b.ints(1))
        self.length = b.op("Slice", dims, b.ints(1), b.ints(2))
        scalar = b.op("Squeeze", self.length)
        index = b.op("Range", b.constant(0, np.int64), scalar, b.constant(1, np.int64))
        row, column = b.op("Unsqueeze", index, b.ints(1)), b.op("Unsqueeze", index, b.ints(0))
        self.mask = b.op("Where", b.op("Greater", column, row), b.float(NEVER), b.float(0.0))
        half = shape.HEAD_WIDTH // 2
        frequency = (shape.ROPE_BASE ** (-np.arange(half, dtype=np.float64) / half)).astype(np.float32)
        angle = b.op("Mul", b.op("Cast", row, to=TensorProto.FLOAT), b.constant(frequency[None], np.float32))
        self.cos, self.sin = b.op("Cos", angle), b.op("Sin", angle)

    def join(self, *parts: str) -> str:
        return self.b.op("Concat", *parts, axis=0)

    def rotate(self, x: str) -> str:
        """Rotary position embedding of [B, heads, S, 64]: halves, not pairs."""
        b = self.b
        first, second = b.op("Split", x, outputs=2, axis=-1, num_outputs=2)
        left = b.op("Sub", b.op("Mul", first, self.cos), b.op("Mul", second, self.sin))
        right = b.op("Add", b.op("Mul", second, self.cos), b.op("Mul", first, self.sin))
        return b.op("Concat", left, right, axis=-1)

    def heads(self, x: str, count: int) -> str:
        b = self.b
        split = b.op("Reshape", x, self.join(self.batch, self.length, b.ints(count), b.ints(shape.HEAD_WIDTH)))
        return b.op("Transpose", split, perm=[0, 2, 1, 3])

    def attention(self, x: str, at: str) -> str:
        """Plain attention: the query heads that share a key head lie one below the other, so that no key is copied."""
        b = self.b
        qkv = self.linear(b, self.norm(x, at + "attention_norm"), at + "qkv")
        sizes = b.ints(shape.HEADS * shape.HEAD_WIDTH, shape.KV_HEADS * shape.HEAD_WIDTH, shape.KV_HEADS * shape.HEAD_WIDTH)
        q, k, v = b.op("Split", qkv, sizes, outputs=3, axis=-1)
        q = b.op("Mul", self.rotate(self.heads(q, shape.HEADS)), b.float(shape.HEAD_WIDTH**-0.5))
        k = b.op("Transpose", self.rotate(self.heads(k, shape.KV_HEADS)), perm=[0, 1, 3, 2])
        v = self.heads(v, shape.KV_HEADS)
        kv, rest, width = b.ints(shape.KV_HEADS), b.ints(-1), b.ints(shape.HEAD_WIDTH)
        scores = b.op("MatMul", b.op("Reshape", q, self.join(self.batch, kv, rest, width)), k)
        by_head = b.op("Reshape", scores, self.join(self.batch, b.ints(shape.HEADS), self.length, self.length))
        weights = b.op("Softmax", b.op("Add", by_head, self.mask), axis=-1)
        mixed = b.op("MatMul", b.op("Reshape", weights, self.join(self.batch, kv, rest, self.length)), v)
        by_head = b.op("Reshape", mixed, self.join(self.batch, b.ints(shape.HEADS), self.length, width))
        rows = b.op("Reshape", b.op("Transpose", by_head, perm=[0, 2, 1, 3]), b.ints(-1, shape.WIDTH))
        return self.linear(b, rows, at + "o")

    def feed_forward(self, x: str, at: str) -> str:
        b = self.b
        gate, up = b.op("Split", self.linear(b, self.norm(x, at + "ffn_norm"), at + "gate_up"), outputs=2, axis=-1, num_outputs=2)
        return self.linear(b, b.op("Mul", b.op("Mul", gate, b.op("Sigmoid", gate)), up), at + "down")

    def run(self, ids: str) -> dict[int, str]:
        """Token states [B * S, width] after 0 … LAYERS layers, by depth."""
        b = self.b
        self.positions(ids)
        x = self.linear.embed(b, b.op("Reshape", ids, b.ints(-1)))
        states = {0: x}
        for i in range(shape.LAYERS):
            at = f"layers.{i}."
            x = b.op("Add", x, self.attention(x, at))
            x = b.op("Add", x, self.feed_forward(x, at), name=f"state_{i + 1}")
            states[i + 1] = x
        return states


def _scan_body(linear_of) -> onnx.GraphProto:
    """Statistics of 64 rows: states [64, width], next ids [64] → [64, 5].

    d = logits - max; Z = sum exp d; log p = d_t - ln Z; entropy = ln Z - sum(e d) / Z; variance = sum(e d^2) / Z - (sum(e d) / Z)^2.
    """
    b = Builder(prefix="head_")
    linear = linear_of(b)
    last = b.ints(-1)
    logits = linear(b, "rows", "embedding")
    d = b.op("Sub", logits, b.op("ReduceMax", logits, last, keepdims=1))
    e = b.op("Exp", d)
    ed = b.op("Mul", e, d)
    z = b.op("ReduceSum", e, last, keepdims=1)
    mean = b.op("Div", b.op("ReduceSum", ed, last, keepdims=1), z)
    square = b.op("Div", b.op("ReduceSum", b.op("Mul", ed, d), last, keepdims=1), z)
    log_z = b.op("Log", z)
    actual = b.op("GatherElements", d, b.op("Unsqueeze", "targets", last), axis=1)
    above = b.op("ReduceSum", b.op("Cast", b.op("Greater", d, actual), to=TensorProto.FLOAT), last, keepdims=1)
    columns = [
        b.op("Sub", actual, log_z),
        b.op("Sub", log_z, mean),
        b.op("Sub", square, b.op("Mul", mean, mean)),
        b.op("Add", above, b.float(1.0)),
        b.op("Neg", log_z),
    ]
    b.op("Concat", *columns, axis=1, name="row_statistics")
    return helper.make_graph(
        b.nodes,
        "head",
        [
            helper.make_tensor_value_info("rows", TensorProto.FLOAT, [HEAD_ROWS, shape.WIDTH]),
            helper.make_tensor_value_info("targets", TensorProto.INT64, [HEAD_ROWS]),
        ],
        [helper.make_tensor_value_info("row_statistics", TensorProto.FLOAT, [HEAD_ROWS, STATISTICS])],
        b.initializers,
    )


def token_statistics(b: Builder, body: Body, ids: str, state: str, linear_of) -> str:
    """[B, S - 1, 5] from the last state, in chunks of 64 rows."""
    rows = body.norm(state, "final_norm", name="final_state")
    following = b.op("Slice", ids, b.ints(1), b.ints(np.iinfo(np.int64).max), b.ints(1))
    targets = b.op("Reshape", b.op("Pad", following, b.ints(0, 0, 0, 1)), b.ints(-1))
    count = b.op("Shape", targets)
    chunk = b.ints(HEAD_ROWS)
    missing = b.op("Mod", b.op("Sub", b.ints(0), count), chunk)
    zero = b.ints(0)
    rows = b.op("Pad", rows, body.join(zero, zero, missing, zero))
    targets = b.op("Pad", targets, body.join(zero, missing))
    rows = b.op("Reshape", rows, b.ints(-1, HEAD_ROWS, shape.WIDTH))
    targets = b.op("Reshape", targets, b.ints(-1, HEAD_ROWS))
    scanned = b.op("Scan", rows, targets, body=_scan_body(linear_of), num_scan_inputs=2)
    flat = b.op("Slice", b.op("Reshape", scanned, b.ints(-1, STATISTICS)), zero, count, zero)
    by_text = b.op("Reshape", flat, body.join(body.batch, body.length, b.ints(STATISTICS)))
    return b.op("Slice", by_text, b.ints(0), b.ints(-1), b.ints(1), name="statistics")


def build_graph(tensors: dict[str, np.ndarray], *, kind: str, states: bool = False, extend=None) -> onnx.ModelProto:
    """The graph whose external data are `tensors`. kind: "int8" or "q4".

    states adds outputs `state_8` … [B * S, width]. extend(b, body, states, statistics) may add nodes and
    returns further (output name, dims) pairs: the evidence head is joined here.
    """
    b = Builder()
    columns = {name[: -len(".quants")]: (v.shape[0], v.shape[1] * shape.BLOCK) for name, v in tensors.items() if name.endswith(".quants")}

    def linear_of(builder: Builder):
        return Int8Linear(builder) if kind == "int8" else Q4Linear(builder, columns)

    body = Body(b, linear_of(b))
    by_depth = body.run("input_ids")
    statistics = token_statistics(b, body, "input_ids", by_depth[shape.LAYERS], linear_of)
    outputs = [helper.make_tensor_value_info(statistics, TensorProto.FLOAT, ["batch", "predicted", STATISTICS])]
    if states:
        outputs += [helper.make_tensor_value_info(by_depth[i], TensorProto.FLOAT, ["rows", shape.WIDTH]) for i in shape.EVIDENCE_LAYERS]
    if extend is not None:
        outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, dims in extend(b, body, by_depth, statistics)]
    graph = helper.make_graph(
        b.nodes,
        f"telltale-{kind}",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "sequence"]),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "sequence"]),
        ],
        outputs,
        b.initializers + external_initializers(tensors),
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)])
    model.ir_version = 10
    model.producer_name = "telltale"
    return model
