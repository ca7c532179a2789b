"""WORDS: what the conversation says. One YAML file a language, hotlines by region, the lexicon.

`sheet` reads a language's file · `catalog` finds and fills the words · `checks` what words must and may not do ·
`last_word` what is said when nothing else works · `hotlines` numbers · `lexicon` what people's words mean.
Words lean on the structure in `bot.flows`; nothing here decides where a conversation goes.
"""
