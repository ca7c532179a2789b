"""Closed set of what a danger that goes on right now asks for, and nothing else."""

from enum import StrEnum


class AtHand(StrEnum):
    """Dangers that go on right now, told bit by bit."""

    QUIETLY = "quietly"  # they can only write, or leave a line open: somebody would hear a call
    SEEN = "seen"  # they hide the phone, or somebody checks it, beside a danger that stands
    REACH = "reach"  # who hurts them, or follows them, is in the same bus or store
    CAR = "car"  # they are in a trunk, or driven with no way out
    BATTERY = "battery"  # the phone dies, beside a danger that stands
    CHILD = "child"  # their child is with who threatens it
    NURSE = "nurse"  # in a hospital, with who hurts them beside
