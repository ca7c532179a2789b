"""How fast, how big: the product against the floor, side by side on one machine. `make bench`, `QUICK=1` for short.

__main__.py  the order of it all
talks.py     what the people text, and signed requests made of it
floor.py     the least that any Flask webhook of this kind must do
ground.py    the real servers, started and stopped
load.py      the load, and the judging of each answer
stored.py    many stored conversations, and what one weighs
stages.py    where the time of a turn goes
report.py    the figures as lines

Never fails for being slow, only for a wrong answer. The full form wants 2 GB of memory and 3 GB under TMPDIR.
"""
