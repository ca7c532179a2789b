"""How fast, how big: the product against the floor, side by side on one machine. `make bench`, `QUICK=1` for short.

__main__.py  the order of it all, and the report
talks.py     what people text, and signed requests made of it
floor.py     the least that any Flask webhook of this kind must do
load.py      the load, and the judging of each answer
stored.py    many stored conversations
stages.py    where the time of a turn goes
harness.py   what every benchmark needs: its form, a folder, an exit code, a stopwatch, percentiles, use of processors

A team at work with many live talks, `make live`, QUICK=1 for half a minute:
live.py      the order of it all, and what is judged
people.py    colleagues signed in, and young people whom they hold
watch.py     consoles that poll, texts that come in, answers that go out

On their own, `python -m tests.bench.NAME`: area, checking, directory_import, match, publishing. Servers come from
tests/support. No benchmark fails for being slow, unless it says so. The full form of the first wants 2 GB of memory and
3 GB under TMPDIR.
"""
