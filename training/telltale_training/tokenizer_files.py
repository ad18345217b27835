"""Writes the tokenizer that the GGUF carries in the layout transformers.js and the tokenizers library read."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from .gguf_source import Source

CONTROL_TOKEN = 3
"""GGUF token type of tokens like <|im_start|>."""
PADDING = "<|im_end|>"
UNKNOWN = "<|endoftext|>"


def tokenizer_json(source: Source) -> dict:
    """Byte-level BPE with single digits, the pre-tokenizer that GGUF calls `smollm`."""
    control = [i for i, kind in enumerate(source.token_types) if kind == CONTROL_TOKEN]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": i,
                "content": source.tokens[i],
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for i in control
        ],
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Digits", "individual_digits": True},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
            ],
        },
        "post_processor": None,
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": False,
            "vocab": {token: i for i, token in enumerate(source.tokens)},
            "merges": [merge.split(" ") for merge in source.merges],
        },
    }


def write_tokenizer(source: Source, folder: Path) -> None:
    text = json.dumps(tokenizer_json(source), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text + "\n", encoding="utf-8")
    config = {
        "add_bos_token": False,
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "eos_token": PADDING,
        "pad_token": PADDING,
        "unk_token": UNKNOWN,
        "model_max_length": 8192,
        "tokenizer_class": "GPT2Tokenizer",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def tokenizer_of(source: Source) -> Tokenizer:
    return Tokenizer.from_str(json.dumps(tokenizer_json(source)))
