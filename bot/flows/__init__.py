"""STRUCTURE: what the conversation can do. States and moves; no words, no input or output, no clock.

`names` the closed sets · `model` the shapes · `session` what is remembered of one person ·
`welcome safety needs options hesitation followup consent privacy` the moves by topic ·
`everywhere` what every state hears · `machine` all moves in one table, and `advance`.

Nothing here may import Flask, Redis, Twilio, YAML or the time.
"""
