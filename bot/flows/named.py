"""Base of closed sets whose values are looked up often."""

from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING


class Named(Enum):
    """Closed set whose members are told apart by identity. `Enum` hashes, and looks up values, in Python each time."""

    __hash__ = object.__hash__
    if not TYPE_CHECKING:
        value = property(attrgetter("_value_"))
