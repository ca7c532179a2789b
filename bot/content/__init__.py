"""Everything the conversation says: one YAML file per language, hotlines by region, and the lexicon.

`language_file` reads a language's file · `catalog` finds and fills the texts · `checks` what texts must and must not
contain · `last_resort` texts for when nothing else works · `hotlines` numbers · `vocabulary` loads the lexicon, the
meanings of people's words. Texts depend on the structure in `bot.flows`; nothing here decides where a conversation
goes.
"""
