"""Spellings of other publishers, and the standard's own: one rule for an import and for a record.

`phones` numbers, extensions and letters · `clocks` times of day, days · `zones` time zones
`languages` codes and names of languages

Pure: a text comes in and the standard's spelling comes out, or None where it is unknown. Nothing is guessed.
"""
