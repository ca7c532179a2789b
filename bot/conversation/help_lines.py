"""Which numbers serve which danger and which need."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.catalog import Language
from bot.content.hotlines import Hotlines, Role
from bot.flows.harm import BODY, CHOKED, MAY_KILL
from bot.flows.names import Answer, Fact, Need, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING, PARTNER

CRISIS = ("crisis", "crisis_text")
HELP_BY = {
    Answer.HURT_NOW.value: ("hotline", "hotline_text"),
    Answer.COME.value: ("hotline", "hotline_text"),
    Answer.CHILD_HURT.value: ("child", "child_text"),
    Answer.MEDICAL.value: ("poison", "poison"),
    Answer.ABUSE_TOLD.value: ("sexual_assault", "sexual_assault"),
    Answer.NO_PLACE.value: ("runaway", "runaway_text"),
    MISSING: ("missing", "missing"),
    **dict.fromkeys((PARTNER, CHOKED), ("dv", "dv")),
    **dict.fromkeys((Answer.FRIEND_DANGER.value, BODY, MAY_KILL), ("hotline", "hotline_text")),
}
"""By the danger that was named: the roles of the number to call and of the number to text."""

HELP_FOR = {
    Need.SEXUAL_ASSAULT_CARE: Answer.ABUSE_TOLD.value,
    Need.SAFETY_PLAN: Answer.HURT_NOW.value,
    **dict.fromkeys((Need.SHELTER_TONIGHT, Need.HOUSING, Need.FAMILY_REUNIFICATION), Answer.NO_PLACE.value),
}
"""By need, the gravest first: the danger whose numbers serve it too."""

_OF_THE_HURT = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
"""Dangers whose numbers serve somebody who says that they are hurt; after another one they get the hotline."""


def roles_of(hazard: str, numbers: Mapping[str, str]) -> tuple[str, str]:
    """Return the roles of the number to call and of the number to text for a danger.

    Where a country has no line for violence by a partner, and names the one for young people, the hotline serves.
    """
    roles = HELP_BY.get(hazard, CRISIS)
    is_childrens = roles[0] == "dv" and numbers.get("dv") == numbers.get("child")
    return HELP_BY[Answer.HURT_NOW.value] if is_childrens else roles


def hazard_of(session: Session) -> str:
    """Return the danger whose numbers the replies have, "" for none. A child under 13 gets those for children."""
    return session.hazard or (Answer.CHILD_HURT.value if session.young else "")


def hazard_here(session: Session) -> str:
    """Return the danger whose numbers the words of this state have: who is hurt after taking pills gets the hotline."""
    hazard = hazard_of(session)
    if hazard in (BODY, MAY_KILL):
        return Answer.HURT_NOW.value
    return Answer.HURT_NOW.value if session.state is State.SAFETY_HURT and hazard not in _OF_THE_HURT else hazard


_TEXTED = {
    Answer.ABUSE_TOLD.value: Role.SEXUAL_ASSAULT_TEXT,
    **dict.fromkeys((PARTNER, CHOKED), Role.DV_TEXT),
    Answer.CHILD_HURT.value: Role.CHILD_TEXT,
    Answer.NO_PLACE.value: Role.RUNAWAY_TEXT,
    **dict.fromkeys(
        (Answer.HURT_NOW.value, Answer.COME.value, Answer.FRIEND_DANGER.value, BODY, MAY_KILL), Role.HOTLINE_TEXT
    ),
}
"""By danger: the role of the line that takes texts. For anything swallowed there is none."""

_SIGNED = frozenset({Answer.ABUSE_TOLD.value, Answer.HURT_NOW.value, PARTNER, CHOKED})


def help_by_text(session: Session, hazard: str, hotlines: Hotlines, region: str, language: Language) -> str:
    """Return whom to text, and whom to reach by video in sign language, for who is deaf or can't call; "" for none."""
    _, texted = line_to_text(session, hazard, hotlines, region, language)
    video = in_sign_language(session, hotlines, region, language) if texted and hazard in _SIGNED else ""
    return f"{texted} {video}".strip()


def line_to_text(session: Session, hazard: str, hotlines: Hotlines, region: str, language: Language) -> tuple[str, str]:
    """Return the number of the line that takes texts, and how to text it, for who can't call; "" for none."""
    line = hotlines.line(region, _TEXTED[hazard]) if session.texts_only and hazard in _TEXTED else None
    if line is None or line.text is None or session.unsure or session.abroad:
        return "", ""
    word = line.text.words.get(session.language) or line.text.words.get("en", "")
    said = {"number": line.text.to, "word": word}
    return line.text.to, language.piece("help.by_text.word" if word else "help.by_text", said)


def in_sign_language(session: Session, hotlines: Hotlines, region: str, language: Language) -> str:
    """Return how a deaf person reaches people who sign, "" where no such line is known."""
    line = hotlines.line(region, Role.DEAF_VIDEO)
    is_known = line is not None and Fact.DEAF in session.facts and not session.unsure and not session.abroad
    return language.piece("help.by_video", {"video": line.number("video")}) if line and is_known else ""


def cant_talk(session: Session, country: str) -> str:
    """Return the piece on how the emergency number is reached without talking."""
    if session.unsure and not session.abroad:
        return "cant_talk.unsure"
    return "cant_talk.signed_up" if country == "CA" else "cant_talk"
