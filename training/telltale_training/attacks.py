"""Disguises of training texts, human and machine alike, so that a slip or an odd word says nothing of the writer.

Word lists and rates are other than those `npm run evaluate` attacks with.
"""

import random
import re
from collections.abc import Callable

WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
PAIRS = (
    "also too,because as,big huge,small tiny,fast rapid,slow sluggish,start commence,stop cease,get acquire,give grant,look glance,walk stroll,"
    "good fine,bad poor,important key,easy straightforward,difficult tough,money cash,doctor physician,car vehicle,boss manager,friend buddy,city town,"
    "job role,picture image,story account,error mistake,chance opportunity,goal aim,part piece,side flank,teacher instructor,film movie,shop store,"
    "often regularly,sometimes occasionally,usually typically,almost practically,very really,maybe possibly,probably likely,still yet,only just,"
    "help aid,build construct,fix repair,break damage,send dispatch,tell inform,ask query,understand grasp,remember recall,decide determine,explain clarify,"
    "grow expand,shrink contract,win triumph,lose forfeit,carry haul,watch observe,hear listen,love adore,hate detest,hope wish,fear dread,"
    "cold chilly,hot warm,dark dim,bright vivid,clean tidy,dirty filthy,strong sturdy,weak feeble,young youthful,empty vacant,full packed,"
    "famous renowned,common ordinary,rare scarce,real actual,fake bogus,safe secure,dangerous hazardous,useful handy,weird peculiar,exact precise,"
    "specific particular,overall general,main principal,final last,early prompt,entire total,average typical,current present,recent latest,previous prior,"
    "effect impact,method approach,result finding,test trial,topic subject,area region,group team,limit cap,level degree,amount quantity,benefit advantage,"
    "drawback downside,trend pattern,need demand,value worth,cost price,rule guideline,plan scheme,task assignment,skill ability,knowledge expertise"
)
SYNONYMS = {pair.split()[i]: pair.split()[1 - i] for pair in PAIRS.split(",") for i in (0, 1)}
ARTICLES = re.compile(r"\b(?:the|a|an) ", re.IGNORECASE)
NEIGHBOURS = {"a": "s", "b": "v", "c": "x", "d": "f", "e": "r", "g": "h", "i": "o", "k": "l", "m": "n", "n": "m", "o": "p", "r": "t", "s": "d", "t": "y", "u": "i", "w": "e"}


def slipped(word: str, chooser: random.Random) -> str:
    """One slip of the fingers anywhere but in the first letter: a swap, a loss, a doubling or a neighbouring key."""
    at = chooser.randrange(1, len(word) - 1)
    head, letter, after, tail = word[:at], word[at], word[at + 1], word[at + 2 :]
    return head + chooser.choice((after + letter, after, letter + letter + after, NEIGHBOURS.get(letter, letter) + after)) + tail


def misspelt(text: str, chooser: random.Random) -> str:
    share = chooser.uniform(0.03, 0.3)
    return WORD.sub(lambda m: slipped(m[0], chooser) if len(m[0]) > 3 and chooser.random() < share else m[0], text)


def other_words(text: str, chooser: random.Random) -> str:
    def swap(match: re.Match) -> str:
        other = SYNONYMS.get(match[0].lower())
        if other is None or chooser.random() < 0.3:
            return match[0]
        return other.capitalize() if match[0][0].isupper() else other

    return WORD.sub(swap, text)


def without_articles(text: str, chooser: random.Random) -> str:
    share = chooser.uniform(0.3, 0.9)
    return ARTICLES.sub(lambda m: "" if chooser.random() < share else m[0], text)


def careless(text: str, chooser: random.Random) -> str:
    """Small letters only, some stops and commas lost."""
    share = chooser.uniform(0.2, 0.8)
    return re.sub(r"[,.;](?= )", lambda m: "" if chooser.random() < share * 0.5 else m[0], text.lower())


ATTACKS: tuple[Callable[[str, random.Random], str], ...] = (misspelt, misspelt, other_words, other_words, without_articles, careless)


def attacked(text: str, key: str) -> str:
    """The text after one attack; the same key gives the same text."""
    chooser = random.Random(key)
    return chooser.choice(ATTACKS)(text, chooser)
