"""Writes the tokenizer that the GGUF carries in the layout transformers.js and the tokenizers library read."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from .gguf_source import Source

CONTROL_TOKEN = 3
"""GGUF token type of tokens like <|im_start|>."""
DIGIT = r"\p{N}"
"""Each number character by itself; the `Digits` pre-tokenizer says the same but JavaScript's knows only ASCII."""
SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Unicode's white space, character by character: `\\s` is another set in JavaScript than in Rust."""
WORDS = (
    r"'s|'t|'re|'ve|'m|'ll|'d"
    r"| ?\p{L}+| ?\p{N}+"
    f"| ?[^{SPACE}\\p{{L}}\\p{{N}}]+|[{SPACE}]+(?![^{SPACE}])|[{SPACE}]+"
)
"""The pattern that `ByteLevel` splits by (GPT-2)."""
PADDING = "<|im_end|>"
UNKNOWN = "<|endoftext|>"


def split(pattern: str) -> dict:
    return {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False}


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
                split(DIGIT),
                split(WORDS),
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False},
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
