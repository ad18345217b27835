"""Which abstracts are taken, on a made-up file: `python -m unittest discover training/tests`."""

import io
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from telltale_training.fetch_abstracts import FEWEST_WORDS, MOST_OF_OTHER_JOURNAL, chosen, conclusions, rows_of

LONG = "word " * FEWEST_WORDS


def article(number: int, journal: str, text: str = LONG, language: str = "eng") -> str:
    body = f"<AbstractText>{text}</AbstractText>"
    return f"<PubmedArticle><MedlineCitation><PMID>{number}</PMID><Article><ArticleTitle>A <i>title</i></ArticleTitle><Abstract>{body}</Abstract><Language>{language}</Language></Article><MedlineJournalInfo><MedlineTA>{journal}</MedlineTA></MedlineJournalInfo></MedlineCitation></PubmedArticle>"


def read(*articles: str) -> list[dict]:
    return list(rows_of(io.BytesIO(f"<Set>{''.join(articles)}</Set>".encode())))


class Abstracts(unittest.TestCase):
    def test_open_journals_may_ship_and_others_only_validate(self):
        rows = read(article(1, "BMC Cancer"), article(2, "Cognition"), article(3, "PLoS One"))
        found = [(row["id"], row["source"], row["licence_kind"]) for row in rows]
        expected = [("pubmed-1", "pubmed-2021/bmc", "open"), ("pubmed-2", "pubmed-2021/Cognition", "none"), ("pubmed-3", "pubmed-2021/plos", "open")]
        self.assertEqual(found, expected)
        self.assertEqual(rows[0]["title"], "A title")

    def test_short_foreign_and_other_journals_are_left_out(self):
        self.assertEqual(read(article(1, "BMC Cancer", "too short"), article(2, "BMC Cancer", LONG, "ger"), article(3, "Nature")), [])

    def test_no_journal_outweighs_the_rest(self):
        rows = read(*(article(number, "Cognition") for number in range(MOST_OF_OTHER_JOURNAL + 9)))
        self.assertEqual(len(chosen(rows)), MOST_OF_OTHER_JOURNAL)

    def test_what_concludes_is_a_text_of_its_own(self):
        concluding = " ".join(["This", *["seems"] * 28, "so."])
        structured = f'{LONG}</AbstractText><AbstractText NlmCategory="CONCLUSIONS">{concluding}'
        plain = f"{LONG}end. First {'of ' * 20}two. {concluding}"
        rows = conclusions(read(article(1, "BMC Cancer", structured), article(2, "BMC Cancer", plain), article(3, "BMC Cancer", f"{LONG}end. Too short. Far too short.")))
        found = [(row["id"], row["text"], row["domain"]) for row in rows]
        self.assertEqual(found, [("pubmed-1-conclusion", concluding, "conclusion"), ("pubmed-2-conclusion", plain.split("end. ")[1], "conclusion")])


if __name__ == "__main__":
    unittest.main()
