"""The value of each ((placeholder)) of a message, for one session at one moment. Finds words and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import cache, partial
from typing import NamedTuple

from bot.casework.consent import MONTH_DAYS
from bot.content.catalog import Language
from bot.content.hotlines import PLACEHOLDERS, Role
from bot.content.reporting import Rule
from bot.content.rules import FORBIDDEN_WHEN_BLAND
from bot.conversation import help_lines
from bot.conversation.consent_records import DAY_SECONDS
from bot.conversation.lists import items, kept, needs, said, seen
from bot.conversation.match_reasons import match_reasons, vetting_summary
from bot.conversation.offer_answers import answer_at_offer
from bot.directory.model import ServiceText
from bot.directory.place_names import as_written
from bot.directory.timezones import zone_of
from bot.errors import MissingMessage
from bot.flows.guides import line_of
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Answer, Fact, Need, ShareItem
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from bot.sms.budgets import offer_in_two, room_of
from bot.staff.roster import Roster
from bot.staff.rota import TEAM, Duty, read_hours

ROOM_FOR_NAME = 40
EMERGENCY_ABROAD = "112"
"""Emergency number of mobile phones in most countries (GSM). It is not checked country by country."""

_SAID_ABROAD = frozenset({"emergency", "crisis", "crisis_text"})
"""Numbers that a text to somebody abroad may name: that for danger, and those of the answer to HELP."""


class Placeholders:
    """The values of all placeholders, as of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._settings, self._now = snapshot.settings, snapshot.now
        self._directory, self._hotlines = snapshot.directory, snapshot.hotlines
        self._reporting, self._closed_days = snapshot.reporting, snapshot.closed

    def values(self, session: Session, language: Language) -> Callable[[str], str]:
        """Return a function from the name of a placeholder to its value for this session, "" for an unknown name.

        That function raises MissingMessage for a hotline without a number.
        """
        settings, region = self._settings, self._region(session)
        numbers = self.numbers(session)
        offer = cache(lambda: self._offer(session, language))
        found: dict[str, Callable[[], str]] = {
            "program": lambda: settings.program_name,
            "cover": settings.cover_word_in(session.language).upper,
            "days": lambda: str(settings.consent_days.team),
            "agency_days": lambda: str(settings.consent_days.agency),
            "months": lambda: str(settings.consent_days.remember // MONTH_DAYS),
            "kept_days": lambda: str(settings.session_days),
            "needs": lambda: needs(session.needs, language),
            "age": lambda: str(session.age),
            "near": lambda: as_written(session.area.city) if session.area else "",
            "service": lambda: offer().service or self._directory.describe(session.service, session.language).told,
            "heard": lambda: offer().heard,
            "why": lambda: offer().why,
            "call": lambda: offer().call,
            "other": lambda: offer().other,
            "checked": lambda: self._checked(session, language),
            "answer": lambda: self._answer(session, language),
            "reach": lambda: self._directory.describe(session.service, session.language).reach,
            "items": lambda: items(session.shareable(), language),
            "seen": lambda: seen(session.shared, language),
            "item": lambda: items(session.pending_items[:1], language),
            "staff": lambda: session.caseworker_name,
            "called": lambda: session.name if ShareItem.NAME in session.shared else language.piece("called.none"),
            "contact": lambda: session.contact,
            "agency": lambda: self._agency(session.agency, session.language),
            "asked": lambda: self._asked(session.ask_how, session.language),
            "shared": lambda: language.piece("kept.shared" if session.given() else "kept.not_shared"),
            "remind_at": lambda: self._day(session.remind_at, session.area, language),
            "kept": lambda: kept(session, language),
            "crisis": lambda: self._crisis(region, session.language, language),
            "help": lambda: self._help(session, language),
            "guide_line": lambda: self._help(session._replace(hazard=line_of(session.guide)), language),
            "texts": lambda: self._texts(session, language),
            "signed": lambda: help_lines.in_sign_language(session, self._hotlines, region, language),
            "reads": lambda: self.reads(session, language),
            "cant_talk": lambda: language.piece(help_lines.cant_talk(session, self._country(session)), numbers),
            **{name: partial(self._tip, name, session, language, numbers) for name in ("tip", "tips")},
            "crisis_text": lambda: self._crisis_text(region, session.language, language),
            "wait": lambda: self._wait(session, language),
            "under": lambda: str(self._rule(session).under),
            "reporting": lambda: self._reporting_said(session, language),
            "reporting_note": lambda: self._reporting_note(session, language),
            "daypart": lambda: _daypart(session, language),
        }

        def value(name: str) -> str:
            if session.abroad and name in numbers and name not in _SAID_ABROAD:
                return language.piece("line.abroad")
            if name in PLACEHOLDERS and not numbers.get(name):
                raise MissingMessage(
                    name, language.sheet.language
                )  # "call ." helps nobody: the last words have numbers
            return found[name]() if name in found else numbers.get(name, "")

        return value

    def numbers(self, session: Session) -> Mapping[str, str]:
        """Return the number of each role for the person's region.

        While their country is not sure, only numbers that the United States and Canada both have. Abroad none of
        ours works: the emergency number of most of the world stands in for each.
        """
        numbers = self._hotlines.numbers(self._region(session))
        if session.abroad:
            return dict.fromkeys(numbers, EMERGENCY_ABROAD)
        if not session.unsure or not numbers:
            return numbers
        emergency, local = numbers["emergency"], numbers["local"]
        both = {"emergency": emergency, "poison": emergency, "local": local, "wages": local}
        return {name: both.get(name, numbers["crisis"]) for name in numbers}

    def _help(self, session: Session, language: Language) -> str:
        """Return whom to call or text: by the danger that was named last, else by what the person needs.

        The crisis line serves the rest. Nobody who named no such danger is told of it as if they wanted to die.
        """
        if session.abroad:
            return language.piece("help.abroad", {"emergency": EMERGENCY_ABROAD})
        numbers = self.numbers(session)
        hazard = help_lines.hazard_here(session)
        if not hazard:
            return self._help_for_needs(session, language)
        if by_text := help_lines.help_by_text(session, hazard, self._hotlines, self._region(session), language):
            return by_text
        number, text = help_lines.roles_of(hazard, numbers)
        if number == "crisis":
            return self._crisis_help(session, language)
        said = {"number": numbers.get(number, ""), "text": numbers.get(text, "")}
        said["crisis"] = self._crisis_help(session, language)
        # the line of another country may take no texts: the one for suicide is no other way to it
        is_other = text == "hotline_text" and said["text"] == numbers.get("crisis_text") != said["number"]
        call_only = is_other and hazard in (Answer.HURT_NOW.value, Answer.COME.value)
        return language.piece(f"help.{Answer.ABUSE_TOLD.value if call_only else hazard}", said)

    def _help_for_needs(self, session: Session, language: Language) -> str:
        """Return whom to call or text where no danger was named: by the need, or the crisis line "for any worry"."""
        numbers, needs = self.numbers(session), {*session.needs, *session.parked}
        found = next((one for need, one in help_lines.HELP_FOR.items() if need in needs and not session.unsure), None)
        if found is None and Fact.NO_CRISIS_LINE in session.facts:
            found = Answer.HURT_NOW.value
        if found is None:
            return f"{self._crisis_help(session, language)} {language.piece('help.any_worry')}"
        number, text = help_lines.HELP_BY[found]
        return language.piece(f"help.{found}", {"number": numbers.get(number, ""), "text": numbers.get(text, "")})

    def _texts(self, session: Session, language: Language) -> str:
        """Return the numbers to text: for a child that for children, else a line of people and the crisis line."""
        numbers = self.numbers(session)
        if help_lines.hazard_of(session) == Answer.CHILD_HURT.value:
            return numbers.get("child_text", "")
        crisis, people = numbers.get("crisis_text", ""), numbers.get("hotline_text", "")
        line = self._hotlines.line(self._region(session), Role.CRISIS_TEXT)
        if line and line.text and session.language in line.text.words:
            crisis = self._crisis_text(self._region(session), session.language, language)
        if Fact.NO_CRISIS_LINE in session.facts:
            return people
        return crisis if people in crisis else language.piece("texts", {"people": people, "crisis": crisis})

    def _crisis_help(self, session: Session, language: Language) -> str:
        """Return how to reach the crisis line: by call and by text, with its key and its word for the language."""
        line = None if session.unsure else self._hotlines.line(self._region(session), Role.CRISIS)
        number = self.numbers(session).get("crisis", "")
        key = line.press.get(session.language) if line else None
        word = line.text.words.get(session.language) if line and line.text else None
        if key and word:
            return language.piece("help.in_language", {"number": number, "key": key, "word": word})
        return language.piece("help.self_harm", {"number": number})

    def urgent(self, session: Session, language: Language) -> tuple[tuple[str, ...], str]:
        """Return the numbers of the danger that was named last, and a short line that says them."""
        numbers = self.numbers(session)
        first, hazard = numbers["emergency"], help_lines.hazard_of(session)
        second, only = numbers[help_lines.roles_of(hazard, numbers)[0]], language.piece("urgent.emergency", numbers)
        texted = help_lines.line_to_text(session, hazard, self._hotlines, self._region(session), language)
        if session.abroad or texted[0]:
            return (first, *texted[:1]) if texted[0] else (first,), f"{only} {texted[1]}".strip()
        shown = (first,) if session.hazard == Answer.COME.value or second == first else (first, second)
        return shown, only if second == first else language.piece("urgent", {"emergency": first, "number": second})

    def _crisis(self, region: str, code: str, language: Language) -> str:
        """Return the crisis number, with the key to press for the person's language where there is one."""
        number = self._hotlines.numbers(region).get("crisis", "")
        line = self._hotlines.line(region, Role.CRISIS)
        key = line.press.get(code) if line else None
        return language.piece("press", {"number": number, "key": key}) if key else number

    def _crisis_text(self, region: str, code: str, language: Language) -> str:
        """Return how to text the crisis line: its word for the person's language, if it has one, and its number."""
        number = self._hotlines.numbers(region).get("crisis_text", "")
        line = self._hotlines.line(region, Role.CRISIS_TEXT)
        word = line.text.words.get(code, "") if line and line.text else ""
        piece = language.piece("text.word" if word else "text.plain", {"word": word, "number": number})
        return piece or number

    def _offer(self, session: Session, language: Language) -> _Offer:
        """Return what stands beside the words of the service on offer, in the room that they leave.

        The number comes first, then what to weigh, its name, what was heard, why it fits, and the next service that
        fits as well. What can be done without has the room of a short text only.
        """
        wishes = session.query()
        if wishes is None:
            return _Offer()
        text = self._directory.describe(session.service, session.language)
        room = room_of(session.language, "offer") - len(text.told)
        kind, number = _number(text, session)
        call = _within(language.piece(f"offer.{kind}", {"number": number}) if number else "", room)
        room -= len(call)
        short = room - room_of(session.language, "offer") + offer_in_two(session.language)
        reasons = partial(match_reasons, self._directory.why(session.service, wishes), wishes, language, told=text.told)
        needed = len(reasons(room, plain=0))
        short, room = short - needed, room - needed
        name = _within(f"{text.name}.", short) if _may_be_named(text) else ""
        short -= len(name)
        is_told = self._was_heard(session, wishes.need)
        heard = "" if is_told else _within(language.piece("offer.for", {"need": said(wishes.need, language)}), short)
        short -= len(heard)
        why = reasons(room + needed - len(name) - len(heard), plain=short + needed)
        short -= len(why) - needed
        other = _within(self._other(text, wishes, session, language), short)
        return _Offer(f"{name} {text.told}".strip(), heard, why, call, other)

    def _was_heard(self, session: Session, need: Need) -> bool:
        """Return whether an offer for the same need came before: what was heard is said once."""
        before = (one for one in session.offered_services if one != session.service and self._directory.has(one))
        return any(need in self._directory.service(one).needs for one in before)

    def _other(self, text: ServiceText, wishes: ServiceQuery, session: Session, language: Language) -> str:
        """Return the name and the number of the next service that fits, "" if another organization has none."""
        seen = (*wishes.already_offered, session.service)
        following = self._directory.next_service(replace(wishes, already_offered=seen))
        if not following:
            return ""
        other = self._directory.describe(following, session.language)
        _, number = _number(other, session)
        if other.organization == text.organization or number in {"", self.numbers(session).get("crisis")}:
            return ""  # the crisis line has a key and a word for some languages, which have no room here
        name = other.name.partition(":")[0]
        if name == number or len(name) > ROOM_FOR_NAME or _labels(name):
            return language.piece("offer.or", {"number": number})
        return language.piece("offer.other", {"name": name, "number": number})

    def _answer(self, session: Session, language: Language) -> str:
        """Return the answer to a question about the service on offer, "" if none was asked."""
        if session.aside is None or not self._directory.has(session.service):
            return ""
        service = self._directory.service(session.service)
        return answer_at_offer(service, session.aside, language, session.language, self._now)

    def _checked(self, session: Session, language: Language) -> str:
        """Return what staff checked of the service that the person set aside last."""
        if not session.refused:
            return ""
        found = self._directory.checked(session.refused[-1])
        return vetting_summary(found, language, room_of(session.language, "checked"))

    def _agency(self, service_id: str, code: str) -> str:
        """Return the name of an organization that the person has heard of before, cut to its room in a text."""
        if not self._directory.has(service_id):
            return ""
        return self._directory.describe(service_id, code).organization[:ROOM_FOR_NAME]

    def _asked(self, service_id: str, code: str) -> str:
        """Return the name by which the person has heard of a service: "211", and not "211 in the United States"."""
        organization = self._agency(service_id, code)
        if not organization:
            return ""
        short = self._directory.describe(service_id, code).name.partition(":")[0]
        return short if organization.startswith(f"{short} ") else organization

    def _day(self, at: int, area: Area | None, language: Language) -> str:
        """Return a day and an hour by the person's clock: "Mon 3/2, 10 am", the day in their language."""
        local = datetime.fromtimestamp(at, UTC).astimezone(zone_of(area, self._settings.timezone))
        return f"{language.piece(f'day.{local.isoweekday()}')} {local.month}/{local.day}, {_clock(f'{local:%H:%M}')}"

    def _region(self, session: Session) -> str:
        """Return the region whose hotlines the person gets: that of their area if known, else the programme's."""
        area = session.area
        return f"{area.country}-{area.region}" if area else self._settings.region

    def _tip(self, name: str, session: Session, language: Language, numbers: Mapping[str, str]) -> str:
        """Return who takes reports of pictures where the person is: each country has a place of its own."""
        where = "unsure" if session.unsure else {"CA": "ca"}.get(self._country(session), "us")
        return language.piece(f"{name}.{where}", {"missing": numbers.get("missing", "")})

    def _country(self, session: Session) -> str:  # "" while it is not sure
        return "" if session.unsure else self._region(session).partition("-")[0]

    def _rule(self, session: Session) -> Rule:
        """Return what may be told about the reporting law in the person's area, never in the programme's."""
        return self._reporting.rule(None if session.unsure else session.area)

    def _reporting_said(self, session: Session, language: Language) -> str:
        """Return who must report where the person is, and that this is not known if it is not."""
        rule = self._rule(session)
        if rule.who is None:
            return language.piece(
                "reporting.elsewhere" if session.area and not session.unsure else "reporting.anywhere"
            )
        place = rule.names.get(session.language) or rule.names["en"]
        said = language.piece(f"reporting.{'must' if rule.must else 'may'}.{rule.who.value}", {"place": place})
        if rule.may_under is None:
            return said
        ages = {"from": str(rule.under), "to": str(rule.may_under - 1)}
        return f"{said} {language.piece('reporting.choice', ages)}"

    def _reporting_note(self, session: Session, language: Language) -> str:
        note = self._rule(session).note
        return language.piece(f"reporting.note.{note.value}") if note else ""

    def _wait(self, session: Session, language: Language) -> str:
        """Return an honest wait: the usual minutes during the team's hours, else when those begin.

        A team that has not set TEAM_WAIT_MINUTES promises nothing.
        """
        minutes = self._settings.team_wait_minutes
        if closed := self._closed("wait.closed", session, language):
            return closed
        return language.piece("wait.open", {"minutes": str(minutes)}) if minutes else language.piece("wait.unknown")

    def reads(self, session: Session, language: Language) -> str:
        """Return that nobody reads now and from when on they do; "" during the team's hours."""
        return self._closed("reads.closed", session, language)

    def _closed(self, piece: str, session: Session, language: Language) -> str:
        """Return the piece with the time when the team's hours begin, and the day if it is far; "" during them."""
        roster = Roster({TEAM: Duty(away=self._closed_days)}, frozenset(), self._settings.timezone)
        opens = roster.opens(read_hours(self._settings.team_hours), self._now)
        if opens == self._now:
            return ""
        if opens - self._now >= DAY_SECONDS:
            return language.piece(f"{piece}.day", {"opens": self._day(opens, session.area, language)})
        local = datetime.fromtimestamp(opens, UTC).astimezone(zone_of(session.area, self._settings.timezone))
        return language.piece(piece, {"opens": _clock(f"{local:%H:%M}")})


class _Offer(NamedTuple):
    """Words of a service on offer, its name before its own if it has room, and those beside them."""

    service: str = ""
    heard: str = ""
    why: str = ""
    call: str = ""
    other: str = ""


def _number(text: ServiceText, session: Session) -> tuple[str, str]:
    """Return how a service is reached, by call or by text, and its number; "" if it has none that this person uses."""
    return ("text", text.texts) if session.texts_only else ("call", text.phone)


def _may_be_named(text: ServiceText) -> bool:
    """Return whether an offer may name the service: in few letters, with no label for the person, and once.

    A name that begins with its number, such as that of 988, adds a label to what the offer says.
    """
    first, begins = text.name.partition(" ")[0], text.name.partition(":")[0]
    is_said = begins.lower() in text.told.lower() or first in (text.phone, text.texts)
    return 0 < len(text.name) <= ROOM_FOR_NAME and not _labels(text.name) and not is_said


def _labels(name: str) -> bool:
    """Return whether a name has a word for a person that they may not have used, such as "victim"."""
    return any(word in name.lower() for words in FORBIDDEN_WHEN_BLAND.values() for word in words)


def _within(text: str, room: int) -> str:
    """Return the text, or "" where it and a space have no room."""
    return text if len(text) < room else ""


def _clock(hour: str) -> str:
    """Return an hour as both languages say it: "9 am", "9:30 pm"."""
    at = time.fromisoformat(hour)
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour + 11) % 12 + 1}{minutes} {'am' if at.hour < 12 else 'pm'}"


def _daypart(session: Session, language: Language) -> str:
    """Return when a check-in comes: the hour that the person chose, or the part of the day."""
    if not session.check_in_hour:
        return language.piece(f"daypart.{session.daypart}")
    return language.piece("daypart.hour", {"hour": _clock(f"{session.check_in_hour:02}:00")})
