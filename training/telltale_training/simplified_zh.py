"""Simplified characters for traditional ones; the table is the product's own (`src/scoring/chinese/characters.ts`)."""

import re
from pathlib import Path

TABLE = Path(__file__).parent.parent.parent / "src" / "scoring" / "chinese" / "characters.ts"


def _read_table() -> dict[int, str]:
    text = TABLE.read_text(encoding="utf-8")
    traditional, simplified = (re.search(rf'{name} =\s+"([^"]+)"', text)[1] for name in ("TRADITIONAL", "SIMPLIFIED"))
    return dict(zip(map(ord, traditional), simplified, strict=True))


_SIMPLIFIED_OF = _read_table()


def to_simplified(text: str) -> str:
    """One for one: as much as n-grams need, no conversion to read."""
    return text.translate(_SIMPLIFIED_OF)
