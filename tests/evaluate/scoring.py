"""What is right for a line: its level, needs, facts and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.directory.place_names import plain
from bot.flows.model import Area
from bot.flows.names import Aside, Fact, Need
from tests.evaluate.lines import CONTROLS, DANGERS, Line
from tests.evaluate.reading import FIRST, MIDDLE, NOTHING, Outcome, Reader, Request

AREA, HELLO, CONSENT, OFFER = "needs.area", "welcome.hello", "consent.team", "options.offer"

_NEEDS = {
    "shelter_tonight": ("shelter_tonight",), "housing": ("housing",), "food": ("food",), "clothing": ("clothing",),
    "medical": ("medical",), "mental_health": ("mental_health", "counselling"), "dental": ("dental",),
    "legal": ("legal",), "immigration": ("immigration",), "id_documents": ("id_documents",),
    "transport": ("transport",), "job": ("work",), "work": ("work",), "education": ("education", "english_classes"),
    "substance_use": ("substance_use",), "childcare": ("child_care",), "child_care": ("child_care",),
    "pregnancy": ("reproductive_health",), "reproductive": ("reproductive_health",),
    "peer_support": ("peer_support",), "safety_plan": ("safety_plan",), "phone": ("phone", "phone_service"),
    "hygiene": ("hygiene", "clothing"), "court": ("criminal_justice", "legal"), "tattoo_removal": ("tattoo_removal",),
    "unpaid_wages": ("unpaid_wages",), "images_removed": ("image_removal",),
    "image_abuse": ("image_removal",), "missing_person": ("missing_person",),
    "record_clearing": ("record_clearing",), "money": ("public_benefits", "money"),
    "public_benefits": ("public_benefits",), "trans_care": ("lgbtq", "trans_care"), "lgbtq": ("lgbtq",),
    "spiritual": ("faith",), "faith": ("faith",), "interpreter": ("interpretation",),
    "interpretation": ("interpretation",), "disability": ("disability",), "counseling": ("counselling",),
    "family_reunification": ("family_reunification",), "case_management": ("case_management",),
}  # fmt: skip
"""Labels of needs, each with the names of `Need` that are right for it. A name that `Need` lacks is never heard."""

_FACTS = {
    "for:friend": "for_friend", "for:family": "for_family", "for:client": "for_client", "professional": "for_client",
    "has_kids": "children", "afraid_police": "afraid_of_police",
}  # fmt: skip
_IMPLIED = {"ran_from_care": "in_care"}
_AGREES = frozenset({"yes", "share", "go_on", "connect"})
_DECLINES = frozenset({"no", "not_now", "not_yet", "just_talk"})
_RIGHT = {
    "yes": frozenset({"yes", "share", "go_on"}), "no": frozenset({"no", "not_now", "not_yet"}),
    "maybe": frozenset({"maybe", "unsure", "not_sure", "not_now", "not_yet", "skip"}),
    "not_now": frozenset({"not_now", "not_yet"}), "person": frozenset({"person", "just_talk", "connect"}),
    "thanks": frozenset({"thanks"}), "greeting": frozenset({"greeting"}), "skip": frozenset({"skip", "no", "not_now"}),
    "back": frozenset({"back", "change"}),
}  # fmt: skip
"""Answers that are right for each control word."""

_ASKED = frozenset({"yes", "no", "maybe", "not_now"})
_NAME = re.compile(r"[a-z_]{1,30}")


class Scored(NamedTuple):
    """One line, and what it came to in each state where it was read."""

    line: Line
    at: dict[str, Outcome]

    @property
    def level(self) -> int:
        """The level of the worse of both places: the lower one of a danger, the higher one of anything else."""
        levels = [self.at[state].level for state in (FIRST, MIDDLE) if state in self.at]
        return min(levels) if self.line.is_danger else max(levels)

    @property
    def concern(self) -> str:
        """The kind of danger heard in mid-conversation, or else in the first text."""
        return self.at.get(MIDDLE, self.at[FIRST]).concern

    @property
    def middle(self) -> Outcome:
        """The outcome in mid-conversation."""
        return self.at.get(MIDDLE, self.at[FIRST])


def states(line: Line) -> tuple[str, ...]:
    """Return the states in which a line is read."""
    if line.kind == "everyday":
        return (FIRST,)
    found = [FIRST, MIDDLE]
    if line.kind in _ASKED:
        found += [HELLO, CONSENT]
    if any(label.startswith("place:") for label in line.labels):
        found.append(AREA)
    if line.kind == "hesitation":
        found.append(OFFER)
    if line.state and line.kind in (*CONTROLS, "question", "hesitation"):
        found.append(line.state)
    return tuple(dict.fromkeys(found))


def requests(line: Line) -> list[Request]:
    """Return what is read of a line. The session of a line in Spanish is in Spanish from the second text on."""
    language = "es" if line.lang == "es" else "en"
    return [Request(line.text, state, "en" if state == FIRST else language) for state in states(line)]


def score(lines: Iterable[Line], outcomes: Iterable[Outcome]) -> list[Scored]:
    """Join lines with their outcomes, in the order of `requests`."""
    coming = iter(outcomes)
    return [Scored(line, {state: next(coming) for state in states(line)}) for line in lines]


def is_right_kind(scored: Scored) -> bool:
    """Whether the danger that was heard is of the kind of the line."""
    return scored.concern == DANGERS[scored.line.kind]


def is_harmless(scored: Scored) -> bool:
    """Whether any alarm or question would be wrong. A child under 13 that says its age is answered by an alarm."""
    says_young = any(age is not None and age < 13 for age in map(_age, scored.line.labels))
    return scored.line.levels == {"none"} and not says_young


def wanted_needs(line: Line) -> list[frozenset[str]]:
    """Return the names that are right for each label of a need."""
    return [frozenset(_NEEDS[label]) for label in line.labels if label in _NEEDS]


def lacking_needs(line: Line) -> list[str]:
    """Return the labels for which the product has no need at all."""
    known = {need.value for need in Need}
    return [label for label in line.labels if label in _NEEDS and known.isdisjoint(_NEEDS[label])]


def hears_need(scored: Scored, most: int) -> bool:
    """Whether one of the needs of the line is among the first so many that were heard."""
    right = frozenset().union(*wanted_needs(scored.line))
    return not right.isdisjoint(scored.middle.needs[:most])


def is_right_control(scored: Scored) -> bool:
    """Whether a control word got its answer: where a "yes" is asked for, or else in mid-conversation."""
    state = scored.line.state or (HELLO if scored.line.kind in _ASKED else MIDDLE)
    outcome = scored.at.get(state, scored.middle)
    return outcome.answer in _RIGHT[scored.line.kind] or _MEANT.get(outcome.aside) == scored.line.kind


_MEANT = {"thanks_more": "thanks"}
"""Remarks that are answered as a control word is (`bot.flows.asides.MEANT`)."""

_PAGES = {
    "who_can_see": ("who_sees_texts",), "what_is_kept": ("is_it_logged_deleted",),
    "who_are_you": ("who_are_you", "are_you_real"), "who_is_this": ("who_are_you",),
    "come": ("come_get_me", "are_they_coming"), "person": ("who_will_answer",), "thanks": ("thanks_more",),
    "not_now": ("not_yet", "goodbye"), "greeting": ("greeting",),
}  # fmt: skip
"""Answers with words of their own, and the questions that they answer."""

_SAME = {
    "other": "other_reason", "not_now": "not_yet", "thanks": "thanks_more", "praise": "thanks_more",
    "police": "police_involved",
}  # fmt: skip


def topics(line: Line) -> frozenset[str]:
    """Return the topics that are right for a question, a doubt or a remark; empty where no label is one."""
    known = {aside.value for aside in Aside} | {"greeting"}
    return frozenset(_SAME.get(label, label) for label in line.labels) & known


def topic_of(outcome: Outcome) -> frozenset[str]:
    """Return the topics that a reply answers."""
    return frozenset({outcome.aside} if outcome.answer == "aside" else _PAGES.get(outcome.answer, ()))


def is_flip(scored: Scored) -> bool:
    """Whether an answer was turned round in any state: a yes that declined, or another control word that agreed."""
    answers = {outcome.answer for outcome in scored.at.values()}
    return not answers.isdisjoint(_DECLINES if scored.line.kind == "yes" else _AGREES)


def _age(label: str) -> int | None:
    head, _, tail = label.partition(":")
    return int(tail) if head == "age" and tail.strip().isdigit() else None


class FactScore(NamedTuple):
    """Facts of one line. `right` has the name of each label with whether it was heard; `lacking` has no `Fact` yet."""

    right: list[tuple[str, bool]]
    wrong: int
    lacking: list[str]
    place_anywhere: bool | None


def facts_of(scored: Scored, reader: Reader) -> FactScore:
    """Compare the facts heard with the labels. A place counts where the area is asked; several are alternatives."""
    known = {fact.value for fact in Fact}
    said, right, lacking = scored.middle, [], []
    wanted = {_FACTS.get(label, _FACTS.get(label.partition(":")[0], label)) for label in scored.line.labels}
    ages = {age for age in map(_age, scored.line.labels) if age is not None}
    places = [label.partition(":")[2] for label in scored.line.labels if label.startswith("place:")]
    for name in sorted(wanted):
        if name in known:
            right.append((name, name in said.facts))
        elif name.partition(":")[0] not in ("age", "place") and _NAME.fullmatch(name):
            lacking.append(name)
    if ages:
        is_young = said.answer == "under_13" and min(ages) < 13
        right.append(("age", said.age in ages or is_young))
    anywhere = None
    if places:
        fits = [_fits(place, reader) for place in places]
        right.append(("place", any(fit(scored.at[AREA].area) for fit in fits)))
        anywhere = any(fit(said.area) for fit in fits)
    allowed = wanted | {_IMPLIED[name] for name in wanted if name in _IMPLIED}
    wrong = len(set(said.facts) - allowed)
    wrong += said.age is not None and said.age not in ages
    wrong += bool(said.area) and not anywhere
    return FactScore(right, wrong, lacking, anywhere)


class _fits:  # noqa: N801 -- called like a function
    """Whether an area is the place of a label, as the product's own places know it, or by its name."""

    def __init__(self, place: str, reader: Reader) -> None:
        self.name = plain(place)
        self.area: Area | None = reader.snapshot.find_area(place)

    def __call__(self, said: tuple[str, ...]) -> bool:
        if not said:
            return False
        heard = Area(*said)
        if self.name in {plain(part) for part in heard if part}:
            return True
        known = self.area
        if known is None or (heard.country, heard.region) != (known.country, known.region):
            return False
        if known.city or known.county:
            return (heard.city == known.city != "") or (heard.county == known.county != "")
        return True


def has_false_language(scored: Scored) -> bool:
    """Whether a line in English or Spanish is taken for another language in the first text or in mid-conversation."""
    told = {scored.at[state].language for state in (FIRST, MIDDLE) if state in scored.at} - {""}
    return bool(told - {scored.line.lang})


def is_heard(scored: Scored) -> bool:
    """Whether danger was heard: an alarm or a question."""
    return scored.level > NOTHING
