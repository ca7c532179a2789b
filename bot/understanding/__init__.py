"""A text and what is on offer become one `Reading`. Pure: no files, no network, no clock; the vocabulary is a value.

words      a text as plain words          phrases    phrases as a tree of words
lexicon    phrases with their meanings    carrier    opting out and in: fixed here, no edit can touch it
choices    numbers and labels on offer    reader     the order in which all of it is heard
"""

from bot.understanding import carrier
from bot.understanding.lexicon import Aside, Lexicon, Meaning
from bot.understanding.reader import read
from bot.understanding.words import MOST_CHARACTERS, RUN_TOGETHER, Words, normalise

__all__ = ["MOST_CHARACTERS", "RUN_TOGETHER", "Aside", "Lexicon", "Meaning", "Words", "carrier", "normalise", "read"]
