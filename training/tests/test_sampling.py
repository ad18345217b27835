"""What the head is shown in training: `python -m unittest discover training/tests`."""

import random
import sys
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from telltale_training import model_shape as shape
from telltale_training.documents import Document, is_validation, replayed
from telltale_training.feature_cache import Features
from telltale_training.examples import Example, Turning
from telltale_training.sampling import LEAST_OF_HAND, LONGEST, SHORTEST, Sampler, Splices, piece, turning_piece
from telltale_training.train_head import SPLICE_SHARE

DEPTHS = len(shape.EVIDENCE_LAYERS)
SUBJECT = ("pack", "0")
PAIRS = 60


def example(label: str, tokens: int, subject: tuple[str, str] = SUBJECT) -> Example:
    statistics = np.full((tokens, 5), -1.0, np.float32)
    statistics[0] = np.nan
    features = Features(
        np.zeros(tokens, np.uint16), statistics, np.ones((DEPTHS, tokens, shape.WIDTH), np.int8), np.ones((DEPTHS, tokens), np.float16)
    )
    return Example(Document("pack", 0, "", label, "domain", "source", label, False, True, subject), features)


def same_subject_pairs(share: float) -> int:
    """Of PAIRS drawn with that share of splices on one subject."""
    examples = [example(label, 60, ("pack", str(number))) for label in ("human", "ai") for number in range(20)]
    sampler = Sampler(examples, 1, np.ones(len(examples)), Splices(1.0, share, seams_show=False))
    pairs = [sampler.pair() for _ in range(PAIRS)]
    return sum(pair["machine"].document.subject == pair["human"].document.subject for pair in pairs)


class Sampling(unittest.TestCase):
    def test_a_passage_begins_without_a_log_probability(self):
        for seed in range(20):
            _, statistics = piece(example("human", 80), random.Random(seed))
            self.assertTrue(bool(statistics[0].isnan().all()))
            self.assertFalse(bool(statistics[1:].isnan().any()))

    def test_a_seam_does_not_show_by_a_missing_log_probability(self):
        sampler = Sampler([example("human", 90), example("ai", SHORTEST), example("ai", 70)], 1, np.ones(3), Splices(SPLICE_SHARE, 0.5, seams_show=False))
        seams = 0
        for _ in range(200):
            _, statistics, targets, spliced = sampler.item()
            self.assertLessEqual(len(targets), LONGEST)
            self.assertFalse(bool(statistics[1:].isnan().any()))
            self.assertEqual(spliced, len(set(targets.tolist())) > 1)
            seams += spliced
        self.assertGreater(seams, 20)

    def test_the_base_head_saw_seams(self):
        sampler = Sampler([example("human", 90), example("ai", 70)], 1, np.ones(2), Splices(SPLICE_SHARE, 0.0, seams_show=True))
        items = [sampler.item() for _ in range(100)]
        gaps = [int(bool(statistics[1:].isnan().any())) for _, statistics, _, _ in items]
        self.assertEqual(gaps, [int(spliced) for *_, spliced in items])

    def test_a_continued_text_turns_where_the_machine_took_over(self):
        features = replace(example("ai", 80).features, ids=np.arange(80, dtype=np.uint16))
        for seed in range(40):
            states, statistics, targets = turning_piece(Turning(features, 30), random.Random(seed))
            people = int((targets == 0).sum())
            self.assertEqual(states.shape[1], len(targets))
            self.assertTrue(LEAST_OF_HAND <= people <= 30 and len(targets) - people >= LEAST_OF_HAND)
            self.assertEqual(targets.tolist(), [0.0] * people + [1.0] * (len(targets) - people))
            self.assertTrue(bool(statistics[0].isnan().all()))

    def test_continued_texts_are_drawn_as_often_as_planned(self):
        turning = [Turning(example("ai", 80).features, 30)]
        sampler = Sampler([example("human", 20), example("ai", 20)], 1, np.ones(2), Splices(1.0, 0.0, False, continued=0.4), turning)
        continued = sum(len(sampler.item()[2]) > 40 for _ in range(300))
        self.assertTrue(60 < continued < 180)

    def test_a_machine_text_stands_beside_the_human_one_of_its_subject(self):
        self.assertEqual(same_subject_pairs(1.0), PAIRS)
        self.assertLess(same_subject_pairs(0.0), 20)


class Replay(unittest.TestCase):
    def test_tuning_reads_a_share_of_what_is_known_and_all_that_validates(self):
        source = next(name for name in "abcdefgh" if not is_validation("human-web-en-a", {"source": name}))
        web = [{"text": f"text {n}", "label": "human", "source": source, "licence_kind": "open"} for n in range(300)]
        self.assertTrue(90 < sum(replayed("human-web-en-a", row) for row in web) < 210)
        self.assertTrue(all(replayed("human-web-en-a", row | {"licence_kind": "none"}) for row in web))
        self.assertTrue(all(replayed("own-2026-answers-a", row) for row in web))

    def test_texts_that_may_not_ship_are_never_fitted(self):
        self.assertFalse(replayed("own-2026-answers-a", {"text": "text", "label": "ai", "source": "own", "licence_kind": "none"}))


if __name__ == "__main__":
    unittest.main()
