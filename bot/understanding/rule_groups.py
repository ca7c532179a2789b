"""Groups of words that rules name by `<group>`: their members, written out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def is_word(member: str) -> bool:
    """Return whether a member of a group is a single word, without marks of the phrase language."""
    return " " not in member and not any(mark in member for mark in "<(|")


def members_of(name: str, groups: Mapping[str, Sequence[str]], above: tuple[str, ...] = ()) -> Iterable[str]:
    """Yield the members of a group and, for a member that is only another group, the members of that one."""
    for member in groups[name]:
        inner = member[1:-1] if member.startswith("<") and member.endswith(">") and member.count("<") == 1 else ""
        if inner and inner in groups:
            if inner in (*above, name):
                raise ValueError(f"has the group <{inner}>, which has this one")
            yield from members_of(inner, groups, (*above, name))
        else:
            yield member
