"""Interpretation of one text, by priority. Promises 4 and 6 depend on this order.

Carrier words, cover word, danger, control words and the state's own answers, needs, and last "not understood".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from bot.flows.model import Area, Choice, Interpretation, StateSpec
from bot.flows.names import Answer, Aside, Level, Need, State
from bot.understanding import carrier, choices
from bot.understanding.address import has_address
from bot.understanding.anger import names_anger
from bot.understanding.binding import bound, erases, is_sign
from bot.understanding.chosen_name import read_name
from bot.understanding.cover import is_cover
from bot.understanding.denial import denial_in
from bot.understanding.details import detail_in
from bot.understanding.excused import is_imagined, left, needs_in
from bot.understanding.facts import NOTHING_TOLD
from bot.understanding.grabbed import asks_whom, is_her_role
from bot.understanding.hearing import PHRASES, PHRASES_ALONE, Hearing, alarm, confirmed, unless_calm
from bot.understanding.holder import is_holder
from bot.understanding.hours import said_hour
from bot.understanding.lexicon import Lexicon, Meaning
from bot.understanding.near import can_only_write, is_near, is_pause
from bot.understanding.of_them import asks_of_them
from bot.understanding.phrases import Found, Readings
from bot.understanding.progress import progress_in
from bot.understanding.replies import complains, denies, joined, leaning, refuses_person
from bot.understanding.signals import strongest
from bot.understanding.spoken import spoken_in
from bot.understanding.threats import threatens_to_tell
from bot.understanding.topics import MAY_BE_UNHEARD, Doubted, Said, is_long, is_plain, to_ask, with_remark, with_topic
from bot.understanding.very import bien_spelled, denies_fine
from bot.understanding.words import Words, normalise

CONTROLS = (
    Answer.FORGET, Answer.TAKE_BACK, Answer.WHAT_IS_SHARED, Answer.WHAT_IS_KEPT, Answer.WHO_CAN_SEE,
    Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU, Answer.PERSON, Answer.DROP_CHECK_IN, Answer.CHECK_IN, Answer.SPANISH,
    Answer.ENGLISH, Answer.LANGUAGE, Answer.MENU, Answer.BACK, Answer.SKIP, Answer.REPEAT, Answer.NOT_NOW,
    Answer.HELP, Answer.GO_ON, Answer.THANKS, Answer.GREETING,
)  # fmt: skip
"""Control words, handled in every state. The one that costs most to miss comes first."""

_HEARD_LATE = (Answer.PERSON, Answer.HELP)
"""Control words that a text means however late it is."""

_HEARD_IN_ANY_LANGUAGE = frozenset(
    {Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.COME, Answer.PERSON, Answer.FORGET, Answer.TAKE_BACK,
     Answer.NOT_NOW, Answer.LANGUAGE, Answer.OTHER_LANGUAGE, Answer.ENGLISH, Answer.SPANISH, Answer.MENU,
     Answer.BACK, Answer.AREA, Answer.NAME}
)  # fmt: skip
"""Answers that a text may give although it is in a language that the bot does not write. None agrees to anything."""

_LANGUAGES = frozenset({Answer.LANGUAGE, Answer.ENGLISH, Answer.SPANISH})
"""Answers that name or ask for a language: one that the text names itself says more."""

_OVERHEARD = (Answer.HOLDER, Answer.HUSH)
"""Answers to what tells that somebody else holds the phone or is near: no question about danger may follow."""

_ASKS = re.compile(r"[?\uff1f]")
_SAID_OUTRIGHT = frozenset(
    {Answer.SHARE, Answer.JUST_TALK, Answer.ERASE, Answer.FORGET, Answer.TAKE_BACK, Answer.TAKE_ITEM,
     Answer.TAKE_FACT, Answer.LEAVE_AGENCY}
)  # fmt: skip
"""Answers never inferred from a label's words within a sentence: "what would you share?" is no consent (promise 1)."""

_LONGEST_WHOLE, _LONGEST_GREETING = 12, 9
"""Maximum length in words of an answer, and of a text that is a greeting if it begins with one."""

_LEAST_TOLD = 4
"""Minimum length in words of a text that tells something where a city was asked for."""

_NEED_ORDER = {need: at for at, need in enumerate(Need)}


def read(  # noqa: PLR0913 -- everything an interpretation depends on, by name
    text: str,
    *,
    place: StateSpec,
    language: str,
    labels: Sequence[Sequence[str]],
    lexicon: Lexicon,
    cover_word: str,
    cover_words: Sequence[str] = (),
    stopped: bool = False,
    media: int = 0,
    opt_out: str = "",
    late: bool = False,
    hearing: Hearing = PHRASES_ALONE,
    find_area: Callable[[str], Area | None],
) -> Interpretation:
    """Interpret `text` in the state `place`. Every text gets an answer; only `find_area` may raise.

    `labels` holds the wordings of each choice in all languages. `language` breaks a tie between languages.
    `cover_words` are those of further languages. `stopped`: the person has opted out. `media`: number of pictures in
    the message. `opt_out`: the provider's own verdict. `late`: the text is older than the question, so it chooses and
    agrees to nothing. `hearing`: the rules and the local model that hear danger beyond the lexicon's phrases, and
    the facts.
    """
    spelled, photo = " ".join(lexicon.written_out(words := normalise(text := bien_spelled(text)))), media > 0
    answer = carrier.heard(words, opt_out=opt_out, stopped=stopped)
    if answer is not None and (opt_out or not is_pause(spelled)):
        code = carrier.language(words) or lexicon.language(words, language)
        return Interpretation(answer, language=code, photo=photo)
    if words.silent:
        return Interpretation(Answer.PHOTO if media else Answer.REPEAT, photo=photo)
    if is_cover(words, (cover_word, *cover_words), lexicon):
        return Interpretation(Answer.COVER, photo=photo)
    said = lexicon.readings(clean := lexicon.clean(text))
    found = [*lexicon.find(said), *lexicon.find_inside(words)]
    tags, whole = {hit.tag for hit in found}, _whole(found, said, lexicon)
    come = Answer.COME in tags | whole or has_address(text)
    other = hearing.others.hear(text, words)
    signal, is_figure = hearing.sure(text, clean, lexicon, found)
    facts = hearing.facts.told(text, clean, lexicon.clean)
    needs = tuple(sorted(needs_in(tags, facts.facts), key=_NEED_ORDER.__getitem__))
    signal = left(
        signal, tags | whole, words=words, spelled=spelled, place=place, labels=labels, come=come, facts=facts.facts
    )
    model = hearing.guess(text, words)
    signal = strongest(one for one in (other.signal, confirmed(signal, model, text, late=late)) if one is not None)
    danger = Answer.UNDER_13 if Answer.UNDER_13 in tags else None
    if signal is not None and signal.level is Level.ALARM:
        danger = alarm(signal, of_child=Answer.UNDER_13 in tags)
    tags -= PHRASES.keys()  # they are answered by the signal
    if danger is not None:
        reading = Interpretation(danger, needs)
    elif late:
        reading = Interpretation(next((one for one in _HEARD_LATE if one in tags | whole), Answer.UNCLEAR))
    else:
        heard = _Heard(text, words, place, labels, tags, whole, needs, find_area, lexicon, said, spelled)
        known = next((meant for step in _STEPS if (meant := step(heard)) is not None), None)
        guess = known or next(meant for step in _GUESSES if (meant := step(heard)) is not None)
        reading = bound(guess, place, text, words.tokens, is_whole=partial(_is_whole, guess, heard))
        asked = Said(text, words, whole, found, place)
        is_known = known is not None and known.answer not in MAY_BE_UNHEARD
        is_heard = is_known or is_plain(asked) or is_imagined(tags, words) or names_anger(spelled)
        is_told = (
            place.free_text is Answer.AREA and reading.answer is Answer.UNCLEAR and len(words.tokens) >= _LEAST_TOLD
        )
        is_free = place.free_text is not None and not is_told
        may_ask = not (signal or is_figure or is_heard or other.code or is_free)
        if signal is not None and signal is not other.signal:
            signal = unless_calm(signal, model)
        topical = reading if other.code else with_topic(reading, asked, model)
        doubted = Doubted(reading, topical, asked, model, is_long=is_long(found, clean)) if may_ask else None
        signal = to_ask(signal, doubted, topical, text)
        reading = topical if signal or other.code else with_remark(topical, asked, model, is_figure=is_figure)
        if other.code not in ("", language.partition("-")[0]):
            reading = _foreign(reading, is_named=other.is_named)
    if signal is not None and (danger is not None or not (late or reading.answer in _OVERHEARD)):
        reading = reading._replace(concern=signal.concern, level=signal.level, about_other=signal.about_other)
    spoken = "" if other.code else spoken_in(words, place, language, danger, lexicon)
    chosen = choices.is_choice(words, heard=reading.answer is not Answer.UNCLEAR)
    told = NOTHING_TOLD if chosen or is_imagined(tags, words) else facts
    return reading._replace(
        language=spoken, foreign=other.code, photo=photo, come=come, of_them=asks_of_them(spelled),
        progress=None if late else progress_in(spelled), denial=None if late else denial_in(spelled, text),
        fine=Answer.FINE_NOW in tags | whole and not (other.code or denies_fine(spelled)), figure=is_figure,
        exposed=threatens_to_tell(spelled), detail=None if late or other.code else detail_in(spelled),
        facts=told.facts, age=told.age, facts_of_other=told.of_other, age_of_other=told.age_of_other,
    )  # fmt: skip


def _foreign(reading: Interpretation, *, is_named: bool) -> Interpretation:
    """Return what a text in another language, or one that names it, means to us: mostly that, and nothing else."""
    is_kept = reading.answer in _HEARD_IN_ANY_LANGUAGE and not (is_named and reading.answer in _LANGUAGES)
    return reading if is_kept else Interpretation(Answer.FOREIGN)


def _whole(found: list[Found[Meaning]], said: list[Readings], lexicon: Lexicon) -> set[Meaning]:
    """Return the meanings of the text as a whole, ignoring fillers around it ("hey", "please")."""
    whole = {hit.tag for hit in found if hit.end - hit.start == len(said) + 2}
    if whole:
        return whole
    first, last = 0, len(said)
    while last > first + 1 and not lexicon.fillers.isdisjoint(said[last - 1]):
        last -= 1
    while first < last - 1 and not lexicon.fillers.isdisjoint(said[first]):
        first += 1
    core = said[first:last]
    if len(core) == len(said) or len(core) > _LONGEST_WHOLE:
        return set()
    return {hit.tag for hit in lexicon.find(core) if hit.end - hit.start == len(core) + 2}


class _Heard(NamedTuple):
    """Text in one state, with the meanings found within it and in it as a whole."""

    text: str
    words: Words
    place: StateSpec
    labels: Sequence[Sequence[str]]
    tags: set[Meaning]
    whole: set[Meaning]
    needs: tuple[Need, ...]
    find_area: Callable[[str], Area | None]
    lexicon: Lexicon
    said: list[Readings]
    spelled: str


def _number(heard: _Heard) -> Interpretation | None:
    """Interpret numbers: one is a choice, several are several needs.

    A number that is not on offer counts as not understood.
    """
    picked, offers = choices.numbers(heard.words), heard.place.choices
    if not picked or is_sign(heard.text):
        return None
    if not all(1 <= number <= len(offers) for number in picked):
        # "50/50" is no choice that is not on offer
        return None if Answer.MAYBE in heard.whole else Interpretation(Answer.UNCLEAR)
    chosen = [offers[number - 1] for number in picked]
    if len(chosen) == 1:
        return _chosen(chosen[0])
    needs = {offer.need for offer in chosen if offer.need}
    if len(needs) < len(chosen):
        return Interpretation(Answer.UNCLEAR)
    return Interpretation(Answer.NEEDS, tuple(sorted(needs, key=_NEED_ORDER.__getitem__)))


def _overheard(heard: _Heard) -> Interpretation | None:
    """Interpret what tells that somebody else holds the phone, or is near, before any choice."""
    both = (heard.tags | heard.whole) - ({Answer.HOLDER} if is_her_role(heard.spelled) else set())
    if can_only_write(heard.spelled):
        return Interpretation(Answer.ASIDE, aside=Aside.TEXT_INSTEAD)
    if is_holder(heard.spelled) or asks_whom(heard.spelled):
        return Interpretation(Answer.HOLDER)
    if is_near(heard.spelled) and not _ASKS.search(heard.text):
        return Interpretation(Answer.HUSH)
    return next((Interpretation(answer) for answer in _OVERHEARD if answer in both), None)


def _is_whole(meant: Interpretation, heard: _Heard) -> bool:
    """Return whether the wording of an answer, or the label of its choice, is the whole text."""
    return meant.answer in heard.whole or _label(heard) is not None


def _label(heard: _Heard) -> Interpretation | None:
    """Interpret the exact wording of a choice, even if it is a control word elsewhere."""
    return _offered(heard, choices.by_label)


def _come(heard: _Heard) -> Interpretation | None:
    """Interpret a wish to be fetched, or a street address. Where an area is asked, an address only tells that."""
    asked = heard.place.free_text is Answer.AREA
    if Answer.COME in heard.tags | heard.whole or (has_address(heard.text) and not asked):
        return Interpretation(Answer.COME, heard.needs)
    return None


_ASK_THE_HOUR = frozenset({State.FOLLOWUP_WHEN, State.FOLLOWUP_SAFE})


def _hour(heard: _Heard) -> Interpretation | None:
    """Interpret an hour of the day where a check-in is set. A bare digit is a choice, "not at 3" is no time."""
    if heard.place.state not in _ASK_THE_HOUR or denies(heard.words.tokens):
        return None
    return Interpretation(Answer.HOUR, hour=hour) if (hour := said_hour(heard.text)) is not None else None


def _own(heard: _Heard) -> Interpretation | None:
    return next((_chosen(offer) for offer in heard.place.heard if offer.answer in heard.whole), None)


def _complaint(heard: _Heard) -> Interpretation | None:
    """Interpret a complaint about a reply. There is a "no" in it, and nothing is refused: "thats not what i asked"."""
    if Aside.ANGER in heard.tags and Answer.NOT_NOW not in heard.whole and complains(heard.said, heard.lexicon):
        return Interpretation(Answer.ASIDE, heard.needs, aside=Aside.ANGER)
    return None


def _control(heard: _Heard) -> Interpretation | None:
    both = heard.tags | heard.whole
    both -= {Answer.FORGET} if not erases(heard.text) else set()
    refused = Answer.PERSON in both and _refuses_person(heard)
    both -= {Answer.PERSON} if refused else set()
    both -= {Answer.PERSON} - heard.whole if Answer.NO in heard.whole else set()  # "i dont need a caseworker"
    answer = next((answer for answer in CONTROLS if answer in both), Answer.NO if refused else None)
    if answer is None:
        return None
    return Interpretation(answer, heard.needs, hour=said_hour(heard.text) if answer is Answer.CHECK_IN else None)


def _refuses_person(heard: _Heard) -> bool:
    return not _ASKS.search(heard.text) and refuses_person(heard.spelled)


def _yes_or_no(heard: _Heard) -> Interpretation | None:
    if heard.place.rules.pinned and _ASKS.search(heard.text):
        return None  # "yes?" is not a consent
    answer = next((answer for answer in (Answer.MAYBE, Answer.NO, Answer.YES) if answer in heard.whole), None)
    return Interpretation(answer, heard.needs) if answer else None


def _slip(heard: _Heard) -> Interpretation | None:
    return _offered(heard, choices.by_slip)


def _own_within(heard: _Heard) -> Interpretation | None:
    return next((_chosen(offer) for offer in heard.place.heard if offer.answer in heard.tags), None)


def _area(heard: _Heard) -> Interpretation | None:
    if heard.place.free_text is not Answer.AREA:
        return None
    area = heard.find_area(heard.text)
    return Interpretation(Answer.AREA, heard.needs, area) if area is not None else None


def _lost_address(heard: _Heard) -> Interpretation | None:
    """Interpret a street address in no place that is known, where an area is asked: nobody can be sent there."""
    asked = heard.place.free_text is Answer.AREA
    return Interpretation(Answer.COME, heard.needs) if asked and has_address(heard.text) else None


def _name(heard: _Heard) -> Interpretation | None:
    if heard.place.free_text is not Answer.NAME:
        return None
    name = read_name(heard.text, heard.lexicon)
    return Interpretation(Answer.NAME, name=name) if name else None


def _needed(heard: _Heard) -> Interpretation | None:
    return Interpretation(Answer.NEEDS, heard.needs) if heard.needs else None


def _content(heard: _Heard) -> Interpretation | None:
    """Interpret a label's content words. Needs have priority: "a place to stay tonight" says more than the label."""
    chosen = _offered(heard, choices.by_content)
    return None if chosen is None or chosen.answer in _SAID_OUTRIGHT else chosen


def _joined(heard: _Heard) -> Interpretation | None:
    """Interpret a reply of several answers. A consent is never taken from it: only a whole wording gives one."""
    answer = joined(heard.said, heard.lexicon)
    if answer is None:
        return None
    if answer in _AGREES and (_ASKS.search(heard.text) or (heard.place.rules.pinned and not _offers(heard, answer))):
        return None
    return Interpretation(answer, heard.needs)


def _offers(heard: _Heard, answer: Answer) -> bool:
    return any(offer.answer is answer for offer in heard.place.choices)


_AGREES = frozenset({Answer.YES, Answer.GO_ON})


def _leaning(heard: _Heard) -> Interpretation | None:
    tags = heard.tags - ({Answer.NO} if Aside.FEAR_PARENTS in heard.tags else set())  # "no quiero que me regresen"
    leans = leaning(tags) or (Answer.NO if _refuses_person(heard) else None)
    return Interpretation(leans, heard.needs) if leans else None


def _polite(heard: _Heard) -> Interpretation | None:
    """Interpret thanks or a greeting beside words that mean nothing else here."""
    length = len(heard.said)
    if length > _LONGEST_WHOLE:
        return None
    parts = heard.lexicon.find_parts(heard.said)
    if any(hit.tag is Answer.THANKS and (hit.start == 0 or hit.end == length) for hit in parts):
        return Interpretation(Answer.THANKS)
    greets = length <= _LONGEST_GREETING and any(hit.tag is Answer.GREETING and hit.start == 0 for hit in parts)
    says_i = heard.words.tokens[:1] == ("yo",) and heard.lexicon.language(heard.words, "") == "es"  # no greeting there
    return Interpretation(Answer.GREETING) if greets and not says_i else None


def _unclear(_: _Heard) -> Interpretation:
    return Interpretation(Answer.UNCLEAR)


_STEPS: tuple[Callable[[_Heard], Interpretation | None], ...] = (
    _overheard, _hour, _number, _label, _own, _come, _complaint, _control, _yes_or_no, _slip, _own_within, _area,
    _lost_address, _name, _needed, _content, _joined,
)  # fmt: skip
"""Steps after danger. A choice said as the whole text precedes the control words: there the person means the choice."""

_GUESSES: tuple[Callable[[_Heard], Interpretation | None], ...] = (_leaning, _polite, _unclear)
"""Steps when nothing else is understood. The local model is asked about such a text, too."""


def _offered(heard: _Heard, pick: Callable[[Words, Sequence[Sequence[str]]], int | None]) -> Interpretation | None:
    at = pick(heard.words, heard.labels)
    return _chosen(heard.place.heard[at]) if at is not None and at < len(heard.place.heard) else None


def _chosen(offer: Choice) -> Interpretation:
    return Interpretation(
        offer.answer, (offer.need,) if offer.need else (), item=offer.item, chosen=offer.language, fact=offer.fact,
        guide=offer.guide,
    )  # fmt: skip
