"""Crops at sentence starts, so that length and position say nothing of the label."""

import random
import re

SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+")
SHORTEST_WORDS, LONGEST_WORDS = 40, 250


def crop(text: str, chooser: random.Random) -> str:
    """A run of whole sentences of a random length (in words) from a random sentence on; the text itself when it is short."""
    sentences = [part for part in SENTENCE.split(text) if part]
    words = [len(part.split()) for part in sentences]
    wanted = chooser.randint(SHORTEST_WORDS, LONGEST_WORDS)
    if sum(words) <= wanted:
        return text
    possible = [i for i in range(len(words)) if sum(words[i:]) >= wanted] or [0]
    first = last = chooser.choice(possible)
    taken = 0
    while last < len(words) and taken < wanted:
        taken += words[last]
        last += 1
    return " ".join(sentences[first:last])
