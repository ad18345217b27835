"""Where sentences begin, seen from the tokens alone."""

ENDS = (".", "!", "?", '."', '!"', '?"', ".\n\n", ".)")


def sentence_starts(tokens: list[str]) -> list[int]:
    """Indices of tokens that follow a sentence end; 0 is always one."""
    starts = [0]
    for index, token in enumerate(tokens[:-1]):
        if token in ENDS or "Ċ" in token:
            starts.append(index + 1)
    return starts
