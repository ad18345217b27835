"""The one spelling in which texts are trained on and judged.

Same rules, in the same order, as `src/scoring/normalise.ts` and its folder; both are held
together by `tests/reference/normalise-cases.json`. Change them together.
"""

import unicodedata
from collections import Counter

import regex

MOST_ROUNDS = 12

HIDDEN = regex.compile(
    r"[\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180b-\u180d\u180f\ufe00-\ufe0f\ufff9-\ufffb"
    r"\U000e0000-\U000e01ef]"
)
SURROGATE_PAIR = regex.compile("[\ud800-\udbff][\udc00-\udfff]")
LONE_SURROGATE = regex.compile("[\ud800-\udfff]")

PLAIN = {
    variant: plain
    for plain, variants in {
        "'": "\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c\ua78b\ua78c\uff07",
        '"': "\u00ab\u00bb\u02ba\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02",
        "-": "\u2010\u2011\u2012\u2043\u2212\ufe63\uff0d",
        "\u2013": "\ufe32",
        "\u2014": "\u2015\u2e3a\u2e3b\ufe31\ufe58",
    }.items()
    for variant in variants
}
PLAIN_TABLE = str.maketrans(PLAIN)
TALL_STACK = regex.compile(r"(?<=\p{M}{32})\p{M}+")
CLUSTER = regex.compile(
    r"[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc\uac00-\ud7a3]"
    r"[\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uffa1-\uffdc\p{M}]*"
    r"|[\s\S][\p{M}\uff9e\uff9f]+|[^\x00-\x7f\u3001\u3002\u4e00-\u9fff]"
)
LEFT_OVER = regex.compile(
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)

DECORATED = regex.compile(r"\p{Script=Latin}[\u0300-\u036f]+")
DECORATED_SHARE = 1 / 3
FEWEST_DECORATED = 20

_MARKS = r""".,;:!?"'()\u2018\u2019\u201c\u201d\u2026-"""
_UNIT = rf"(?:[\p{{L}}\p{{N}}][{_MARKS}]{{0,3}}|[{_MARKS}])"
_SPACE = r"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
_NO_TEXT = rf"(?<![^{_SPACE[1:]})"
STRETCH = regex.compile(rf"{_NO_TEXT}{_UNIT}(?:{_SPACE}{{1,8}}{_UNIT}){{5,}}(?![^{_SPACE[1:]})")
GAP = regex.compile(rf"{_SPACE}+")
SMALL_LETTER = regex.compile(rf"{_NO_TEXT}\p{{Ll}}")
LEAST_SMALL_LETTERS = 6
MOSTLY_LETTERS = 0.6
LONGEST_SPACED_WORD = 24

CYRILLIC = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈԌԚԜҮѴЁЇавсԁеһіјӏорԛѕухѵԝүкпгмтнёї",
        "ABEKMHOPCTYXSIJGQWYVËÏabcdehijlopqsyxvwyknrmthëï",
        strict=True,
    )
)
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹαεικνορτυχϲϳ", "ABEZHIKMNOPTYXCaeikvoptuxcj", strict=True))
OTHER = dict(zip("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏔᏃօոսһɡɑ", "ABCDEHJKLMPRSTWZonuhga", strict=True))
LATIN_OF = CYRILLIC | GREEK | OTHER
LOOK_ALIKE = regex.compile(f"[{''.join(LATIN_OF)}]")
WORD = regex.compile(r"[\p{L}\p{M}]+")
LATIN = regex.compile(r"\p{Script=Latin}")
IS_CYRILLIC = regex.compile(r"\p{Script=Cyrillic}")
IS_GREEK = regex.compile(r"\p{Script=Greek}")
LOWER_LATIN = regex.compile("[a-z]")

WHITE_SPACE = regex.compile(r"[\p{Z}\t-\r\x85]+")
LINE_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028]|\u2029")
CHINESE = regex.compile(r"[\p{Script=Han}\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]")

DASH_RUN = regex.compile(" ?[-\u2013\u2014]+ ?")
LONGEST_TYPED_DASH = 3
WORDLIKE = regex.compile(r"""[\p{L}\p{N}"'.!?,)\]*]""")
OPENS_WORD = regex.compile(r"""[\p{L}\p{N}"'(\[*]""")
CLOSING = regex.compile(r"[)\].,;:!?]")
LETTER = regex.compile(r"[\p{L}\p{N}]")
OPENING = regex.compile(r"[\s(\[]")

TYPED_QUOTE = regex.compile("``|''")
ELLIPSIS = regex.compile(r"\.(?: ?\.){2,}")
STRAY_SPACE = regex.compile(
    "|".join(
        (
            r""" (?=[.,!?]+(?:[ \n"')\]]|\Z))""",
            r" (?=[;:](?:[ \n]|\Z))",
            r" (?=\))",
            r"(?<=(?:\A|[ \n])\() ",
            r"(?<=\p{L}) (?=(?:n't|'(?:s|re|ve|ll|d|m))(?![\p{L}\p{N}]))",
            r"(?<=\p{L}') (?=(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}']))",
            r"(?<=(?<!\p{Nd})\p{Nd}{1,3}[.:]) (?=\p{Nd}{2}(?!\p{Nd}))",
            r"(?<=\p{L}\p{L}) (?=-\p{Ll}\p{Ll})",
        )
    )
)
LONE_QUOTE = regex.compile(' ?" ?')
WORD_END = r"""[\p{L}\p{Nd}]\p{Ll}|\p{Nd}\p{Nd}|\p{Lu}\p{Lu}\p{Lu}|\p{Ll}[)\]"]"""
SENTENCE_START = r"\p{Lu}[\p{L}']|[AI] "
NAME_END = (
    r"(?:Com|Org|Net|Edu|Gov|Info|Io|Ai|Co|Uk|Js|Ts|Py|App|Dev|COM|ORG|NET|EDU|GOV|JS|MD|TXT"
    r"|PDF|JPG|PNG|HTML|JSON|CSV|XML|EXE|ZIP)(?![\p{L}\p{N}])"
)
MEMBER = r"[\p{L}\p{N}_]{0,40}(?:[._][\p{L}\p{N}]|\()"
FUSED = regex.compile(
    rf"(?<={WORD_END})[.!?](?={SENTENCE_START})(?!{NAME_END})(?!{MEMBER})"
    rf"""|(?<=[\p{{L}}\p{{N}}"')][.!?])"(?={SENTENCE_START})"""
    r"|(?<=\p{Ll}\p{Ll}),(?=\p{L}\p{Ll})"
)
NO_PROSE = regex.compile(r"[/@_=#\\<>{}|&]|\p{L}\.\p{Ll}")
ADDRESS_AHEAD = regex.compile(r"[^ \n]*[/@_=#\\]")
TOKEN_REACH = 64
AFTER_CHINESE = regex.compile(
    r"""(?<=[\p{Script=Han}\u3002\uff01\uff1f\u300d\u300f\u300b\u3011][")]?)[,;:!?]"""
)
WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}


def normalise(raw: str) -> str:
    """Returns `raw` in the one spelling; idempotent, defined for every string."""
    current = raw
    for _ in range(MOST_ROUNDS):
        following = _once(current)
        if following == current:
            break
        current = following
    return current


def _once(text: str) -> str:
    text = HIDDEN.sub("", _join_pairs(text))
    text = STRETCH.sub(_join_letters, text)
    text = _fold_look_alikes(_to_compatible(text))
    text = AFTER_CHINESE.sub(lambda match: WIDE[match[0]], text)
    text = WHITE_SPACE.sub(_white_space, text)
    text = DASH_RUN.sub(_dash, text)
    text = TYPED_QUOTE.sub('"', text)
    text = STRAY_SPACE.sub("", ELLIPSIS.sub("...", text))
    return FUSED.sub(_separate, _attach_lone_quotes(text))


def _join_pairs(text: str) -> str:
    return SURROGATE_PAIR.sub(
        lambda match: match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text
    )


def _join_letters(match: regex.Match) -> str:
    stretch = match[0]
    gaps = GAP.findall(stretch)
    letters = len(SMALL_LETTER.findall(stretch))
    if letters < LEAST_SMALL_LETTERS or letters < MOSTLY_LETTERS * (len(gaps) + 1):
        return stretch
    inner = Counter(gaps).most_common(1)[0][0]
    if all(gap == inner for gap in gaps) and len(gaps) >= LONGEST_SPACED_WORD:
        return stretch
    return GAP.sub(lambda gap: "" if gap[0] == inner else gap[0] if "\n\n" in gap[0] else " ", stretch)


def _is_decorated(text: str) -> bool:
    decorated = len(DECORATED.findall(text))
    return decorated >= FEWEST_DECORATED and decorated > DECORATED_SHARE * len(LATIN.findall(text))


def _to_compatible(text: str) -> str:
    if text.isascii():
        return text
    text = LONE_SURROGATE.sub("\ufffd", _join_pairs(text)).translate(PLAIN_TABLE)
    text = TALL_STACK.sub("", text)
    if _is_decorated(text):
        text = DECORATED.sub(lambda match: match[0][0], text)
    return CLUSTER.sub(
        lambda match: LEFT_OVER.sub("", unicodedata.normalize("NFKC", match[0])), text
    )


def _fold_look_alikes(text: str) -> str:
    if text.isascii() or not LOOK_ALIKE.search(text):
        return text
    stray_cyrillic = bool(LATIN.search(text)) and all(
        letter in LATIN_OF for letter in IS_CYRILLIC.findall(text)
    )

    def fold(match: regex.Match) -> str:
        word = match[0]
        if not LOOK_ALIKE.search(word):
            return word
        mixed = any(letter not in LATIN_OF and LATIN.match(letter) for letter in word)
        if not mixed and not (stray_cyrillic and all(IS_CYRILLIC.match(c) for c in word)):
            return word
        if not all(letter in LATIN_OF or LATIN.match(letter) for letter in word):
            return word
        return "".join(
            letter
            if letter not in LATIN_OF
            or (IS_GREEK.match(letter) and not _beside_small_latin(word, index))
            else LATIN_OF[letter]
            for index, letter in enumerate(word)
        )

    return WORD.sub(fold, text)


def _beside_small_latin(word: str, index: int) -> bool:
    around = word[max(0, index - 1) : index] + word[index + 1 : index + 2]
    return bool(LOWER_LATIN.search(around))


def _unit(text: str, index: int) -> str:
    """The UTF-16 unit there as far as the rules can tell: "" outside, no letter above the BMP."""
    if not 0 <= index < len(text):
        return ""
    return text[index] if text[index] <= "\uffff" else "\ud800"


def _white_space(match: regex.Match) -> str:
    if match.start() == 0 or match.end() == len(match.string):
        return ""
    breaks = LINE_END.findall(match[0])
    if len(breaks) > 1 or breaks == ["\u2029"]:
        return "\n\n"
    inside_chinese = CHINESE.match(_unit(match.string, match.start() - 1)) and CHINESE.match(
        _unit(match.string, match.end())
    )
    return "" if breaks and inside_chinese else " "


def _dash(match: regex.Match) -> str:
    run, text = match[0], match.string
    before, after = _unit(text, match.start() - 1), _unit(text, match.end())
    if _is_phrase_dash(run, before, after):
        left = _space_before(run, before, _unit(text, match.start() - 2))
        return left + "-" + _space_after(run, after, _unit(text, match.end() + 1))
    return run.replace("\u2013", "-")


def _is_phrase_dash(run: str, before: str, after: str) -> bool:
    dashes = run.strip(" ")
    if "\u2014" in dashes:
        return True
    spaced = run.startswith(" ") and run.endswith(" ")
    if "\u2013" in dashes:
        return len(dashes) > 1 or spaced
    if len(dashes) == 1 or len(dashes) > LONGEST_TYPED_DASH:
        return False
    if spaced:
        return True
    if run.startswith(" ") or not WORDLIKE.match(before):
        return False
    return run.endswith(" ") or bool(OPENS_WORD.match(after))


def _space_before(run: str, before: str, before_that: str) -> str:
    if before in ("", "\n"):
        return ""
    if run.startswith(" "):
        return " "
    if before in "([":
        return ""
    opens_quote = before in "\"'" and (before_that == "" or OPENING.match(before_that))
    return "" if opens_quote else " "


def _space_after(run: str, after: str, after_that: str) -> str:
    if after in ("", "\n"):
        return ""
    if run.endswith(" "):
        return " "
    if CLOSING.match(after):
        return ""
    if after in "\"'":
        return " " if LETTER.match(after_that) else ""
    return " "


def _attach_lone_quotes(text: str) -> str:
    is_open = False
    read = 0

    def is_gap(index: int) -> bool:
        return not 0 <= index < len(text) or text[index] in " \n"

    def attach(match: regex.Match) -> str:
        nonlocal is_open, read
        if "\n\n" in text[read : match.start()]:
            is_open = False
        read = match.end()
        quote = match[0]
        gap_before = quote.startswith(" ") or is_gap(match.start() - 1)
        gap_after = quote.endswith(" ") or is_gap(match.end())
        if gap_before != gap_after:
            is_open = gap_before
            return quote
        is_open = not is_open
        if not gap_before:
            return quote
        return quote.rstrip(" ") if is_open else quote.lstrip(" ")

    return LONE_QUOTE.sub(attach, text)


def _separate(match: regex.Match) -> str:
    text, start = match.string, match.start()
    token = regex.split("[ \n]", text[max(0, start - TOKEN_REACH) : start])[-1]
    units = len(token) + sum(character > "\uffff" for character in token)
    ahead = text[start + 1 : start + TOKEN_REACH].encode("utf-16-le")
    ahead = ahead[: 2 * (TOKEN_REACH - 1)].decode("utf-16-le", "ignore")
    is_prose = not NO_PROSE.search(token) and not ADDRESS_AHEAD.match(ahead)
    return match[0] + " " if units < TOKEN_REACH and is_prose else match[0]
