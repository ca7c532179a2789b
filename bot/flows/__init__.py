"""STRUCTURE: what the conversation can do. States and moves; no words, no input or output, no clock.

`names` the closed sets · `model` the shapes · `session` what is remembered of one person, `stored` its stored form ·
`welcome safety needs options hesitation followup consent handoff introduction privacy` the moves by topic ·
`everywhere` what every state hears · `table` all moves in one · `turn` the guards · `machine` `advance`, one step ·
`offers` the choices where somebody stands.

Nothing here may import Flask, Redis, Twilio, YAML or the time.
"""
