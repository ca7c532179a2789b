"""The engine: one turn of a person, from a snapshot and what is stored of them to one commit.

Pure: no store, no clock, no network. The caller loads, reads the case that the turn needs, and commits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.casework.cases import Case
from bot.conversation import open_questions
from bot.conversation.age_of_law import with_age
from bot.conversation.effects import TurnResult, build_commit
from bot.conversation.late import is_relayed, lateness
from bot.conversation.machines import digest_of, is_echo, repeated
from bot.conversation.meant_here import IN_ORDER, holding
from bot.conversation.meant_here.child import told_once
from bot.conversation.meant_here.going_on import goes_on
from bot.conversation.meant_here.openings import asks_for_help, first_text, of_other_menu, who_is_program
from bot.conversation.meant_here.others import of_friend, of_friends_life, of_partner
from bot.conversation.meant_here.texts_wished import asked_first, erased, of_last_texts, other_texts
from bot.conversation.messages import Inbound
from bot.conversation.our_words import OneText, our_words
from bot.conversation.render import beside, provider_confirms_stop, render
from bot.directory.asked_place import asked_area
from bot.directory.said_place import NOWHERE, SaidPlace, province_after, said_place
from bot.flows.choices import spec_for
from bot.flows.machine import PLACES, Step, advance, stay
from bot.flows.model import Area, Interpretation
from bot.flows.names import Answer, Aside, Concern, Event, State
from bot.flows.needs import TAKES_AREA
from bot.flows.session import Session, is_paused, until
from bot.flows.welcome import SILENT
from bot.runtime.runtime import Snapshot
from bot.store.records import Commit, Loaded, StoredReply, Texted
from bot.understanding import carrier, normalise, read
from bot.understanding.hearing import Hearing
from bot.understanding.own_words import Kind, Own

_TELL_NO_PLACE = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.NAME}
)  # fmt: skip

_OWN_ANSWERS = frozenset({Answer.YES, Answer.NO, Answer.MAYBE, Answer.NOT_NOW, Answer.SKIP})
"""Answers that the local model names too. "im in reno" tells a place, and is none of them."""

_NAMES_LANGUAGE = frozenset({Answer.ENGLISH, Answer.SPANISH, Answer.OTHER_LANGUAGE, Answer.UNCLEAR})

_OF_SERVICE = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})


def take_turn(snapshot: Snapshot, loaded: Loaded, inbound: Inbound) -> TurnResult | None:
    """Interpret a message and advance the conversation. Return None when no reply is due and nothing changes.

    So it is when the person has opted out, when a late text means nothing any more, and when a machine texts. The
    caller loads the case that `TurnResult.needed_case` names, and passes it to `respond`.
    """
    own = Own("", Kind.QUOTE) if is_echo(loaded.session, inbound) else our_words(snapshot).of(inbound.text).own
    if not inbound.opt_out and own.words != inbound.text:
        inbound = replace(inbound, text=own.words)
    late = lateness(loaded, inbound, snapshot.now, snapshot.settings.idle_seconds)
    in_talk = bool(loaded.session and loaded.session.caseworker_name and loaded.session.safe)
    session = standing(snapshot, loaded, pauses=not (late.without_choices and in_talk))
    in_talk = in_talk and bool(session.caseworker_name)
    if own.kind is not Kind.WORDS and not inbound.opt_out:
        return _not_words(snapshot, loaded, replace(inbound, text=own.kind.value), own.kind, in_talk=in_talk)
    lapsed = loaded.session.case if loaded.session and not session.case else ""
    reading = _read(snapshot, session, inbound, stopped=loaded.stopped, late=late.without_choices)
    session, reading = holding.heard_again(session, inbound.text, reading, snapshot.lexicon)
    if reading.chosen and reading.chosen not in snapshot.catalog.languages:
        reading = reading._replace(answer=Answer.UNCLEAR)  # it was taken out since it was offered
    session = session._replace(extra_languages=tuple(code for code, _ in snapshot.catalog.added))
    if loaded.stopped and reading.answer is not Answer.START:
        return None  # STOP is final (promise 6)
    if not late.is_due(reading.answer, stopped=loaded.stopped, in_talk=in_talk):
        return None
    run = repeated(loaded.session, inbound, in_talk=in_talk)
    if run.is_machine:
        return None
    relayed = is_relayed(reading, late, in_talk=in_talk)
    if relayed:
        step = stay(session, Event.TEXT_RELAYED)
    else:
        if reading.chosen and reading.answer not in _NAMES_LANGUAGE:  # a wish beside what else a text says
            session = session._replace(language=reading.chosen, language_chosen=True)
        if reading.language and not session.language_chosen and reading.language in snapshot.catalog.languages:
            session = session._replace(language=reading.language)
        step = holding.noted(session, reading, advance(session, reading, snapshot.directory))
    then = run.counted(told_once(session, step.session), reading, step.events, spec_for(session))._replace(
        edition=snapshot.edition
    )
    return TurnResult(
        person=loaded.person,
        inbound=inbound,
        before=session,
        reading=reading,
        step=step._replace(session=then._replace(safe=False) if late.is_old else then),
        now=snapshot.now,
        timezone=snapshot.settings.timezone,
        days=snapshot.settings.consent_days,
        lapsed=lapsed,
        quiet=late.is_quiet(reading.answer),
        keeps_times=relayed,
        remembered=loaded.remembered,
        language=loaded.session.language if loaded.session else "",
    )


def _not_words(snapshot: Snapshot, loaded: Loaded, inbound: Inbound, kind: Kind, *, in_talk: bool) -> TurnResult | None:
    """Return what a text without words of the person does: a line for the caseworker, or the same question again.

    It moves nothing (promise 14). The question is said again only where a like or dislike may be meant as its answer.
    """
    session = standing(snapshot, loaded, pauses=False)
    if loaded.stopped or not loaded.session:
        return None
    step = stay(session)
    if in_talk and session.caseworker_name:
        step = stay(session, Event.TEXT_RELAYED)
    elif kind in _THUMBS and not inbound.at and _asks_yes_or_no(snapshot, session):
        run = repeated(loaded.session, inbound, in_talk=False)
        if run.is_machine:
            return None
        step = step._replace(says=session.state.value, session=run.counted(session, Interpretation(Answer.REPEAT)))
    else:
        return None
    return TurnResult(
        person=loaded.person,
        inbound=inbound,
        before=session,
        reading=Interpretation(Answer.REPEAT),
        step=step,
        now=snapshot.now,
        timezone=snapshot.settings.timezone,
        days=snapshot.settings.consent_days,
        keeps_times=True,
    )


_THUMBS = frozenset({Kind.LIKE, Kind.DISLIKE})


def _asks_yes_or_no(snapshot: Snapshot, session: Session) -> bool:
    """Return whether a question that is answered by "yes" was asked a moment ago."""
    asks = any(choice.answer is Answer.YES for choice in spec_for(session).choices)
    return asks and not is_paused(session, snapshot.now, snapshot.settings.idle_seconds)


def respond(snapshot: Snapshot, turned: TurnResult, case: Case | None, texted: Texted | None = None) -> Commit:
    """Build the commit of a turn, its reply in words. `case` is the one that it needs, None if it is gone.

    `texted` is the text that it replies to.
    """
    commit = build_commit(turned, case, texted)
    step = turned.step._replace(session=commit.session or turned.step.session)
    is_stop = turned.reading.answer is Answer.STOP
    if is_stop and provider_confirms_stop(snapshot.settings, turned.inbound.opt_out):
        return commit
    text, last_said = _not_twice(snapshot, turned, step, render(snapshot, step, turned.reading))
    if commit.session is None:
        return replace(commit, said=_in_words(commit.said, text))
    her_words = not turned.keeps_times  # what a phone wrote moves nothing, not even that a rule was told
    aged, session = with_age(snapshot, step, commit.session, text) if her_words else (text, commit.session)
    reply = open_questions.follow(snapshot, step, session, aged)
    return replace(
        commit,
        said=_in_words(commit.said, reply.text),
        session=reply.session._replace(last_said=last_said if reply.text == text else _digest(reply.text)),
        figures=(*commit.figures, *reply.figures),
    )


def _in_words(said: StoredReply, text: str) -> StoredReply:
    return StoredReply(text, said.key, said.state, said.language)


_MAY_COME_TWICE = frozenset(
    {holding.HOLDER_LINE, State.CARRIER_STOPPED.value, State.CARRIER_HELP.value, State.SAFETY_COVER.value}
)  # fmt: skip
"""Messages for somebody else's eyes, or that a rule fixes word by word."""


def _not_twice(snapshot: Snapshot, turned: TurnResult, step: Step, text: str) -> tuple[str, str]:
    """Return a reply that is not the last one word by word, and its digest.

    A few words before it tell that somebody still reads.
    """
    digest = _digest(text)
    if not text or digest != turned.before.last_said or step.says in _MAY_COME_TWICE:
        return text, digest
    again = beside(snapshot.catalog.language(step.session.language).piece("again.too"), text)
    return again, _digest(again)


def _digest(text: str) -> str:
    """Return the digest by which a reply is known again, "" for none."""
    return digest_of(text, 0, exact=True) if text else ""


def standing(snapshot: Snapshot, loaded: Loaded, *, pauses: bool = True) -> Session:
    """Return where the person stands before this message; without `pauses`, where they stood when they wrote last.

    Bland again after a pause, in English when their language is no longer in use, and off a service no longer offered.
    """
    session = holding.lapsed(until(loaded.session or Session(), snapshot.now), snapshot.now)
    directory = snapshot.directory
    if session.language not in snapshot.catalog.languages:
        session = session._replace(language="en")
    if session.service and not directory.offers(session.service):
        state = State.NEEDS_ASK if session.state in _OF_SERVICE else session.state
        session = session._replace(service="", state=state)
    if session.ask_how and not directory.has(session.ask_how):
        state = State.WELCOME_ANYTIME if session.state is State.FOLLOWUP_HOW else session.state
        session = session._replace(ask_how="", state=state)
    if pauses and loaded.session and is_paused(session, snapshot.now, snapshot.settings.idle_seconds):
        return advance(session, Interpretation(Answer.PAUSE), directory).session
    return session


def _read(snapshot: Snapshot, session: Session, inbound: Inbound, *, stopped: bool, late: bool) -> Interpretation:
    """Interpret a message. Only one that came in time answers "is now ok?" by going on."""
    reading = _interpreted(snapshot, session, inbound, stopped=stopped, late=late)
    return reading if late else goes_on(session, our_words(snapshot).of(inbound.text).wrote, reading)


def _interpreted(
    snapshot: Snapshot, session: Session, inbound: Inbound, *, stopped: bool, late: bool
) -> Interpretation:
    place, known = spec_for(session), our_words(snapshot).of(inbound.text)
    text = known.wrote

    def read_here(text: str, *, hearing: Hearing) -> Interpretation:
        return read(
            text,
            place=place,
            language=session.language,
            labels=snapshot.catalog.labels(session.state, session.language, place.heard),
            lexicon=snapshot.lexicon,
            cover_word=snapshot.settings.cover_word,
            cover_words=(snapshot.settings.cover_word_es,),
            stopped=stopped,
            media=inbound.media,
            opt_out=inbound.opt_out,
            late=late,
            hearing=hearing,
            find_area=partial(asked_area, find_area=snapshot.find_area),
        )

    if late or inbound.media or inbound.opt_out or place is not PLACES[session.state]:
        reading = read_here(inbound.text, hearing=snapshot.hearing)
    else:
        here = (session.state, session.language, stopped)
        reading = known.once(here, lambda: read_here(inbound.text, hearing=snapshot.hearing))
    if reading.answer is Answer.STOP and not inbound.opt_out:
        reading = _danger_beside(snapshot, inbound, read_here) or reading
        reading = asked_first(session, text, reading, opt_out=inbound.opt_out)
    if not late:
        reading = of_other_menu(session, text, reading, place.heard, snapshot.catalog.elsewhere)
        for meant in IN_ORDER:
            reading = meant(session, text, reading)
        if not inbound.opt_out:
            reading = asks_for_help(session, text, reading)
        reading = other_texts(session, text, reading)
        reading = of_last_texts(session, text, reading)
        reading = erased(session, text, reading)
    reading = who_is_program(session, text, reading, snapshot.settings.program_name)
    reading = first_text(session, text, reading)
    reading = of_friends_life(text, of_friend(session, text, reading))
    reading = of_partner(text, reading)
    if reading.answer in _TELL_NO_PLACE or session.young:
        return reading
    reading, is_province = _with_province(snapshot, session, inbound.text, reading)
    if is_province or reading.area is not None:
        return reading
    said = _place_within(snapshot, session, inbound.text, known)
    is_old = said.origin and session.area is not None and not session.unsure  # where they are now was told before
    if not (said.abroad or is_old) and (area := _bare_place(snapshot, session, inbound.text, reading)) is not None:
        if session.state in TAKES_AREA and area != session.area:
            return reading._replace(answer=Answer.AREA, area=area)
        return _noted(session, reading._replace(area=area), names_place=True)
    said = NOWHERE if is_old else said
    tells_place = said.area is not None or said.outside
    if reading.answer in _OWN_ANSWERS and (tells_place or reading.facts or reading.age is not None):
        by_words = read_here(inbound.text, hearing=snapshot.hearing.without_model()).answer
        reading = reading._replace(answer=Answer.UNCLEAR) if by_words is Answer.UNCLEAR else reading
    return _noted(session, _with_place(session, reading, said), names_place=tells_place)


def _noted(session: Session, reading: Interpretation, *, names_place: bool) -> Interpretation:
    """Return a text that tells something of somebody, or is mere talk, and nothing else, as a remark."""
    tells = names_place or bool(reading.facts or reading.facts_of_other) or reading.age is not None
    answers = reading.answer is Answer.UNCLEAR and reading.concern is None and reading.level is None
    remark = Aside.ABROAD if reading.abroad else Aside.NOTED if tells else reading.aside
    if remark is None or not answers or session.caseworker_name or session.state in SILENT:
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=remark)


def _place_within(snapshot: Snapshot, session: Session, text: str, known: OneText) -> SaidPlace:
    """Return where a text says that somebody is."""
    area = session.area
    elsewhere = session.unsure or (area is not None and area.country != "US")
    region = snapshot.settings.region
    return known.once((SaidPlace, elsewhere), lambda: said_place(text, snapshot.find_area, region, elsewhere=elsewhere))


def _with_province(
    snapshot: Snapshot, session: Session, text: str, reading: Interpretation
) -> tuple[Interpretation, bool]:
    """Return a reading with the place in Canada that a province tells after a city, and whether it tells one."""
    known = None if session.unsure else session.area
    elsewhere = session.unsure or (known is not None and known.country == "CA")
    area = province_after(text, snapshot.find_area, city=known.city if known else "", elsewhere=elsewhere)
    if not _tells_more(area, known):
        return reading, False
    answers = session.state in TAKES_AREA or reading.answer is Answer.AREA
    reading = reading._replace(area=area, unsure=False, concern=None, level=None)
    if answers and reading.answer in _MAY_BE_PROVINCE:
        return reading._replace(answer=Answer.AREA, aside=None, needs=()), True
    return _noted(session, reading, names_place=True), True


_MAY_BE_PROVINCE = frozenset({Answer.AREA, Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS, Answer.DOUBT, Answer.REPEAT})


def _with_place(session: Session, reading: Interpretation, said: SaidPlace) -> Interpretation:
    """Return a reading with the place that its text tells, if that says more than what is known."""
    known = session.area
    if not (said.unsure or _tells_more(said.area, None if session.unsure else known)):
        return reading
    unsure = said.unsure and (known is None or said.outside)
    return reading._replace(area=said.area, unsure=unsure, abroad=said.abroad)


def _danger_beside(
    snapshot: Snapshot, inbound: Inbound, read_here: Callable[..., Interpretation]
) -> Interpretation | None:
    """Return what the words beside an opt-out tell of danger: it is more urgent than the opt-out, which is silence.

    The local model hears only words of which no reason and no politeness is known, and not a few: a guess from three
    words must not keep an opt-out from being obeyed. That somebody reads the phone is a reason for silence.
    """
    rest = carrier.beside_opt_out(normalise(inbound.text))
    if not rest:
        return None
    told = read_here(rest, hearing=snapshot.hearing.without_model())
    if told.concern is None and told.answer is not Answer.UNDER_13:
        unknown = carrier.unknown_beside(rest)
        told = read_here(unknown, hearing=snapshot.hearing) if unknown.count(" ") >= _FEWEST_UNKNOWN - 1 else told
    is_danger = told.concern not in {None, Concern.WATCHED} or told.answer is Answer.UNDER_13
    return told if is_danger else None


def _bare_place(snapshot: Snapshot, session: Session, text: str, reading: Interpretation) -> Area | None:
    """Return the place that a text consists of, if nothing else explains the text."""
    if session.state in SILENT or reading.answer is not Answer.UNCLEAR or reading.concern is not None:
        return None
    words = normalise(text).tokens
    if "?" in text or len(words) > _MOST_WORDS_OF_PLACE:
        return None
    area = snapshot.find_area(text)
    if area is None or not (area.city or area.county):
        return None
    # One word may be a person's name or a common word ("sandy").
    return area if len(words) > 1 or not snapshot.lexicon.is_plain(words[0]) else None


_MOST_WORDS_OF_PLACE = 4
_FEWEST_UNKNOWN = 5
"""Minimum number of words beside an opt-out, known as no reason, for the local model to be asked about them."""


def _tells_more(said: Area | None, known: Area | None) -> bool:
    """Return whether a place that was told says more than what is known: "canada" adds nothing to a city in it."""
    if said is None or known is None:
        return said is not None
    same = said.country == known.country and said.region in ("", known.region)
    return bool(said.city or said.county) or not same
