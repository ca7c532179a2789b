"""State machine of the conversation: states and transitions. No words, no input or output, no clock.

Start with `names` (closed sets) and `table` (all states and transitions); `machine.advance` makes one step.

- `names`, `items`, `named`: the closed sets of states, answers, events and needs, and their base
- `model`: the types of the table, and of what goes in and out of a step
- `session`, `serialization`: the session of one person, and its stored form
- `welcome`, `safety`, `needs`, `options`, `hesitation`, `followup`, `consent`, `handoff`, `introduction`, `privacy`:
  the transitions by topic; `builders` keeps them short
- `global_transitions`: the transitions that every state has
- `table`: all topics in one table; `diagram` draws it
- `guards`, `machine`: the conditions, and one step
- `choices`: the numbered choices of a session's state

Import no Flask, Redis, Twilio, YAML or clock here.
"""
