"""How fast, how big: the product against the floor, side by side on one machine. `make bench`, `QUICK=1` for short.

__main__.py  the order of it all
talks.py     what the people text, and signed requests made of it
floor.py     the least that any Flask webhook of this kind must do
ground.py    the real servers, started and stopped
load.py      the load, and the judging of each answer
stored.py    many stored conversations, and what one weighs
stages.py    where the time of a turn goes
report.py    the figures as lines

A team at work with many live talks, `make live`, QUICK=1 for half a minute:
live.py      the order of it all, and what is judged
house.py     the whole product under way, as `make serve` runs it, and who is in it
carrier.py   the provider, as a process of its own that takes its time
watch.py     consoles that poll, texts that come in, answers that go out
processes.py what it took of the processors

Never fails for being slow, only for a wrong answer. The full form wants 2 GB of memory and 3 GB under TMPDIR.
"""
