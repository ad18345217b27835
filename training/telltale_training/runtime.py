"""Runs a graph in ONNX Runtime with its expanded weights held in memory or in a cache folder."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort

from .graph import WEIGHTS_FILE, weight_layout

EXACT_PRODUCTS = ("session.x64quantprecision", "1")
"""Without it, int8 products overflow 16 bits on processors with AVX2 but no VNNI (`src/engine/session.ts`)."""


def expanded_bytes(tensors: dict[str, np.ndarray]) -> bytes:
    """The external data of a graph."""
    offsets, total = weight_layout(tensors)
    data = np.zeros(total, np.uint8)
    for name, value in tensors.items():
        data[offsets[name] : offsets[name] + value.nbytes] = np.frombuffer(value.tobytes(), np.uint8)
    return data.tobytes()


def open_session(model: onnx.ModelProto, tensors: dict[str, np.ndarray], folder: Path, threads: int = 2) -> ort.InferenceSession:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS_FILE).write_bytes(expanded_bytes(tensors))
    file = folder / "model.onnx"
    onnx.save(model, str(file))
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry(*EXACT_PRODUCTS)
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
