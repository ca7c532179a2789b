"""Converts an entry to form fields and back, a set of fields for each language. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bot.content.editions import EntryName

MESSAGES = ("messages", "remarks")
"""Sections whose entries have a text, a bland variant and their own labels."""


class Field(NamedTuple):
    """A form field. `part` is the part that findings name; `key` is the choice."""

    name: str
    part: str
    value: str
    key: str = ""


def fields(name: EntryName, value: Any, answers: Iterable[str]) -> list[Field]:
    """Return the fields of an entry. `answers` are the choices that may have their own label."""
    at = name.language
    if name.section in MESSAGES:
        value = value or {}
        labels = value.get("choices", {})
        return [
            Field(f"{at}.text", "text", value.get("text", "")),
            Field(f"{at}.bland", "bland", value.get("bland") or ""),
            *(Field(f"{at}.choices.{key}", "choices", labels.get(key, ""), key) for key in answers),
        ]
    if name.section == "needs":
        return [Field(f"{at}.{part}", part, (value or {}).get(part, "")) for part in ("choice", "said")]
    return [Field(f"{at}.text", "", value or "")]


def was_sent(name: EntryName, form: Mapping[str, str]) -> bool:
    """Return whether the form has this entry's fields."""
    return f"{name.language}.{'said' if name.section == 'needs' else 'text'}" in form


def typed(name: EntryName, form: Mapping[str, str]) -> Any:
    """Return the submitted entry. Empty labels and an empty bland text are left out."""
    at = name.language
    if name.section == "needs":
        return {part: _clean(form.get(f"{at}.{part}", "")) for part in ("choice", "said")}
    text = _clean(form.get(f"{at}.text", ""))
    if name.section not in MESSAGES:
        return text
    start = f"{at}.choices."
    labels = {key.removeprefix(start): _clean(label) for key, label in form.items() if key.startswith(start)}
    bland, own = _clean(form.get(f"{at}.bland", "")), {key: label for key, label in labels.items() if label}
    return {"text": text, **({"bland": bland} if bland else {}), **({"choices": own} if own else {})}


def normal(name: EntryName, value: Any) -> Any:
    """Return a value as an unchanged form would submit it, to tell whether the form was changed."""
    answers = (value or {}).get("choices", {}) if name.section in MESSAGES else ()
    return typed(name, {field.name: field.value for field in fields(name, value, answers)})


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
