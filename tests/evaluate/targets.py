"""Targets: what the reader must reach, and by how much it misses."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """One figure and its bound. `got` is None when it was not measured; a figure at the bound meets it."""

    name: str
    bound: float
    got: float | None
    at_least: bool = True
    unit: str = "%"

    @property
    def is_missed(self) -> bool:
        """Whether it was measured, and does not meet the bound."""
        return self.got is not None and self.short_by > 1e-9

    @property
    def short_by(self) -> float:
        """How far the figure is on the wrong side of the bound; negative when it meets it."""
        got = self.got or 0.0
        return self.bound - got if self.at_least else got - self.bound

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        if self.got is None:
            return f"{self.name} {sign} {self.bound:g} {self.unit}: not measured"
        return f"{self.name} {sign} {self.bound:g} {self.unit}: {self.got:.4g}, by {self.short_by:.3g}"


def verdict(targets: list[Target]) -> list[str]:
    """Return the missed targets and those not measured; the last line is `targets missed: N of M`."""
    missed = [target for target in targets if target.is_missed]
    unmeasured = [target for target in targets if target.got is None]
    lines = ["", *(f"missed: {target}" for target in missed)]
    if unmeasured:
        lines.append("not measured: " + "; ".join(target.name for target in unmeasured))
    return [*lines, f"targets missed: {len(missed)} of {len(targets) - len(unmeasured)}"]
