"""Limits that differ by role, such as the pause after which a session is locked. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.staff.accounts import Role


@dataclass(frozen=True, slots=True)
class ByRole:
    """A whole number for each role."""

    caseworker: int
    editor: int
    lead: int

    def least(self, roles: Collection[Role]) -> int:
        """Return the smallest number of these roles. Who has no role gets the smallest of all."""
        of_each = {Role.CASEWORKER: self.caseworker, Role.EDITOR: self.editor, Role.LEAD: self.lead}
        return min(of_each[role] for role in roles or Role)
