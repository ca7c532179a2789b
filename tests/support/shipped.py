"""The shipped content, read once per process for all test files. It is never modified."""

from __future__ import annotations

from bot.content.catalog import load_sheets
from bot.content.rules_file import load_rules_once
from bot.content.vocabulary import SHIPPED, read_vocabulary_once

VOCABULARY = read_vocabulary_once(SHIPPED)
LEXICON = VOCABULARY.lexicon()
RULES = load_rules_once(SHIPPED, VOCABULARY)
SHEETS = load_sheets()[0]
