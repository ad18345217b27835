"""Runs a graph in ONNX Runtime with its expanded weights held in memory or in a cache folder."""

import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort

from .graph import WEIGHTS_FILE, weight_layout

EXACT_PRODUCTS = ("session.x64quantprecision", "1")
"""Without it, int8 products overflow 16 bits on processors with AVX2 but no VNNI (`src/engine/session.ts`)."""
PROCESSOR = Path("/proc/cpuinfo")
EXACT_BY_NATURE = re.compile(r"^flags\s*:.*\bavx(?:512)?_vnni\b", re.MULTILINE)
"""Processors that add int8 products in 32 bits anyway: with the option they give the same bits, a quarter slower."""


def expanded_bytes(tensors: dict[str, np.ndarray]) -> bytes:
    """The external data of a graph."""
    offsets, total = weight_layout(tensors)
    data = np.zeros(total, np.uint8)
    for name, value in tensors.items():
        data[offsets[name] : offsets[name] + value.nbytes] = np.frombuffer(value.tobytes(), np.uint8)
    return data.tobytes()


def write_graph(model: onnx.ModelProto, tensors: dict[str, np.ndarray], folder: Path) -> Path:
    """The graph's file, beside its weights: sessions of several processes may share it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS_FILE).write_bytes(expanded_bytes(tensors))
    file = folder / "model.onnx"
    onnx.save(model, str(file))
    return file


def products_are_exact() -> bool:
    return PROCESSOR.exists() and EXACT_BY_NATURE.search(PROCESSOR.read_text()) is not None


def session_of(file: Path, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    if not products_are_exact():
        options.add_session_config_entry(*EXACT_PRODUCTS)
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def open_session(model: onnx.ModelProto, tensors: dict[str, np.ndarray], folder: Path, threads: int = 2) -> ort.InferenceSession:
    return session_of(write_graph(model, tensors, folder), threads)
