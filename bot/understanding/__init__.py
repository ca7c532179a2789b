"""Interpretation of a text: the text and the choices on offer become one `Interpretation`.

Pure: no files, no network, no clock. The vocabulary is passed in as a value.

- `words`: a text as plain words
- `lookalikes`: letters of other scripts that look like Latin ones
- `spelling`: the words of a text with their spelling mended
- `slips`: forms that a written word may stand for
- `phrases`: the phrase graph and the search in it
- `lexicon`: phrases with their meanings
- `wishes`: whether a need is wanted, by the words around it
- `carrier`: opt-out, opt-in and help, fixed in code so that no edit can change them
- `choices`: numbers and labels of the choices on offer
- `chosen_name`: a name read from a short text
- `address`: whether a text holds a street address
- `language`: the language of a text by its words
- `cover`: the cover word, alone or in a short text
- `clauses`: a text in stretches that are read together
- `rule_set`: rules of a language as values
- `rules`: danger by words that stand near each other, and what lowers it
- `others`: languages that the bot does not write, and their words of danger
- `facts`: facts that a text tells, and whose they are
- `spoken`: the language that a text is in, by where it comes
- `ear`, `network`, `wording`: the local model, the network in it, and what of a text it reads
- `regression`: the fit of its weights, which reading does not use
- `reader`: all of these, in order of priority
"""

from bot.understanding import carrier
from bot.understanding.language import Hints
from bot.understanding.lexicon import Idiom, Lexicon, Meaning, Tag
from bot.understanding.reader import read
from bot.understanding.spelling import Spelling
from bot.understanding.wishes import General, Mark, Wished
from bot.understanding.words import MOST_CHARACTERS, RUN_TOGETHER, Words, normalise

__all__ = [
    "MOST_CHARACTERS",
    "RUN_TOGETHER",
    "General",
    "Hints",
    "Idiom",
    "Lexicon",
    "Mark",
    "Meaning",
    "Spelling",
    "Tag",
    "Wished",
    "Words",
    "carrier",
    "normalise",
    "read",
]
