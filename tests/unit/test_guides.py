"""Pocket guides: every page is reached, can be left, is shown on a safe screen alone, and says only what it may."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.cli import doctor
from bot.content.catalog import Language
from bot.content.checks import Severity, check_sheet
from bot.content.draft import is_pinned
from bot.content.editions import EntryName
from bot.content.findings import CheckContext, findings
from bot.content.guide_sources import SHIPPED as SOURCES
from bot.content.guide_sources import load_guide_sources
from bot.content.language_file import LanguageFile
from bot.content.plain_language import Lists
from bot.content.remark_rules import OPENS_WITH_EMERGENCY
from bot.content.worst_case import Longest
from bot.conversation.placeholders import Placeholders
from bot.errors import ContentError
from bot.flows.choices import spec_for
from bot.flows.guides import LOOKS_FOR, PAGE_KEYS, PAGES, page_key
from bot.flows.handoff import TALKING
from bot.flows.machine import PLACES, TERMINAL, Step, advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Event, Guide, State
from bot.flows.safety import DANGERS, WHAT_TO_DO
from bot.flows.serialization import dump, load
from bot.flows.session import Session
from bot.sms.segments import count
from tests.support.content import CATALOG, HOTLINES, SHIPPED, said
from tests.support.flow_walk import ThreeServices, reading_of
from tests.support.shipped import LEXICON, SHEETS
from tests.support.talk import talk

OPEN = Session(state=State.NEEDS_ASK, greeted=True, safe=True, limits_told=True, trail=(State.NEEDS_ASK,))
"""A person who said that the screen is safe, and knows the limits."""

FIRST = page_key(Guide.DEBT_TO_BOSS, 1)
FEWEST, MOST = 2, 5
"""Texts of a guide."""


def after(session: Session, *answers: Answer, guide: Guide | None = None) -> Step:
    """Return the last step of these answers."""
    step = None
    for answer in answers:
        reading = reading_of(answer)
        if answer is Answer.GUIDE:
            reading = reading._replace(guide=guide)
        step = advance(session, reading, ThreeServices())
        session = step.session
    assert step is not None
    return step


def pages(guide: Guide) -> list[Step]:
    """Return the steps that show the pages of a guide, one after the other."""
    steps = [after(OPEN, Answer.GUIDE, guide=guide)]
    while any(choice.answer is Answer.MORE for choice in spec_for(steps[-1].session).choices):
        steps.append(after(steps[-1].session, Answer.MORE))
    return steps


EVERY_PAGE = [step for guide in Guide for step in pages(guide)]


# Pages


def test_twenty_five_guides_have_two_to_five_pages_and_a_need() -> None:
    assert len(Guide) == 25
    assert set(PAGES) == set(LOOKS_FOR) == set(Guide)
    assert all(FEWEST <= number <= MOST for number in PAGES.values())


@pytest.mark.parametrize("guide", Guide)
def test_more_turns_every_page_to_the_last(guide: Guide) -> None:
    shown = pages(guide)
    assert [step.says for step in shown] == [page_key(guide, page) for page in range(1, PAGES[guide] + 1)]
    assert shown[0].events == (Event.GUIDE_OPENED,)
    assert after(shown[-1].session, Answer.MORE).says == "guides.end"
    last = after(shown[-1].session, Answer.GO_ON).session
    stood = shown[-1].session
    assert last == stood._replace(revision=stood.revision + 1, hazard_left=last.hazard_left, last_key="guides.end")


@pytest.mark.parametrize("step", EVERY_PAGE, ids=lambda step: step.says)
def test_choices_of_a_page_keep_their_places(step: Step) -> None:
    offered = [choice.answer for choice in spec_for(step.session).choices]
    assert offered[-3:] == [Answer.LOOK, Answer.PERSON, Answer.NOT_NOW]
    assert offered[:-3] in ([Answer.MORE], [])


@pytest.mark.parametrize("guide", Guide)
def test_back_goes_a_page_back_and_then_to_where_the_person_was(guide: Guide) -> None:
    second = pages(guide)[1].session
    assert after(second, Answer.BACK).says == page_key(guide, 1)
    assert after(second, Answer.BACK, Answer.BACK).session.state is State.NEEDS_ASK


@pytest.mark.parametrize("step", EVERY_PAGE, ids=lambda step: step.says)
def test_every_page_can_be_left_at_once(step: Step) -> None:
    leaves = {
        Answer.NOT_NOW: State.HESITATION_PARKED,
        Answer.PERSON: State.CONSENT_TALK,
        Answer.MENU: State.NEEDS_ASK,
        Answer.COVER: State.SAFETY_COVER,
        Answer.HUSH: State.SAFETY_COVER,
        Answer.STOP: State.CARRIER_STOPPED,
        Answer.FORGET: State.PRIVACY_FORGET,
        **DANGERS,
    }
    for answer, state in leaves.items():
        assert after(step.session, answer).session.state is state, answer
    assert not after(step.session, Answer.COVER).session.safe


@pytest.mark.parametrize("guide", Guide)
def test_look_for_help_is_for_what_the_guide_is_about(guide: Guide) -> None:
    step = after(pages(guide)[0].session, Answer.LOOK)
    assert step.session.needs == (LOOKS_FOR[guide],) and Event.NEEDS_NAMED in step.events
    assert step.session.state is State.NEEDS_AREA


def test_danger_leads_back_to_the_page() -> None:
    page = pages(Guide.PANIC)[1].session
    assert after(page, Answer.HURT_NOW, Answer.GO_ON).says == page_key(Guide.PANIC, 2)


# Asking for a guide


@pytest.mark.parametrize("state", sorted({*PLACES} - TERMINAL - TALKING, key=lambda state: state.value))
def test_a_guide_comes_from_every_state_after_the_screen_and_the_limits(state: State) -> None:
    asked = after(Session(state=state), Answer.GUIDE, guide=Guide.DEBT_TO_BOSS).session
    assert asked.state is State.WELCOME_HEARD
    limits = after(asked, Answer.YES).session
    assert limits.state is State.WELCOME_LIMITS
    for read in ((Answer.YES,), (Answer.TELL_MORE, Answer.GO_ON), (Answer.TELL_MORE, Answer.TELL_MORE, Answer.GO_ON)):
        assert after(limits, *read).says == FIRST
    assert after(OPEN._replace(state=state), Answer.GUIDE, guide=Guide.DEBT_TO_BOSS).says == FIRST


@pytest.mark.parametrize("state", [State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT])
def test_a_guide_asked_at_the_limits_opens(state: State) -> None:
    untold = OPEN._replace(state=state, limits_told=False)
    asked = after(untold, Answer.GUIDE, guide=Guide.DEBT_TO_BOSS)
    assert asked.says == FIRST and asked.session.limits_told


@pytest.mark.parametrize("state", sorted(TALKING, key=lambda state: state.value))
def test_in_a_live_talk_the_caseworker_reads_it(state: State) -> None:
    talking = OPEN._replace(state=state, case="K7QM", caseworker_name="Ana", agency="a", remind_at=1)
    step = after(talking, Answer.GUIDE, guide=Guide.DEBT_TO_BOSS)
    assert step.events == (Event.TEXT_RELAYED,)
    assert step.session.wanted_guide is step.session.guide is None


def test_a_child_under_13_gets_the_numbers_for_children() -> None:
    young = after(OPEN, Answer.UNDER_13).session
    step = after(young, Answer.GUIDE, guide=Guide.DEBT_TO_BOSS)
    assert step.session.state is State.SAFETY_YOUNG and step.session.wanted_guide is None


def test_a_guide_that_is_not_named_is_not_understood() -> None:
    assert advance(OPEN, Interpretation(Answer.GUIDE), ThreeServices()).events == (Event.NOT_UNDERSTOOD,)


@pytest.mark.parametrize("then", [Answer.NOT_NOW, Answer.COVER, Answer.PAUSE, Answer.CHECK_IN_DUE, Answer.HOLDER])
def test_a_guide_that_was_put_off_does_not_come_unasked(then: Answer) -> None:
    asked = after(Session(), Answer.GUIDE, guide=Guide.DEBT_TO_BOSS).session
    later = after(asked, then).session
    assert later.wanted_guide is None
    again = after(later, Answer.GREETING, Answer.YES, Answer.YES)
    assert again.session.state is not State.GUIDES_PAGE


@pytest.mark.parametrize("then", [Answer.COVER, Answer.PAUSE])
def test_a_guide_that_was_read_is_taken_up_only_when_asked_to(then: Answer) -> None:
    page = pages(Guide.DEBT_TO_BOSS)[1].session
    back = after(page, then, Answer.GREETING, Answer.YES)
    assert back.session.state is State.WELCOME_AGAIN
    assert after(back.session, Answer.GO_ON).says == page_key(Guide.DEBT_TO_BOSS, 2)


def test_nothing_of_a_guide_is_taken_up_when_somebody_else_held_the_phone() -> None:
    page = pages(Guide.DEBT_TO_BOSS)[1].session
    assert after(page, Answer.HOLDER).session.guide is None


# Danger


@pytest.mark.parametrize("state", WHAT_TO_DO, ids=lambda state: state.value)
def test_an_answer_to_danger_offers_its_guide_after_what_was_there(state: State) -> None:
    offered = [choice.answer for choice in PLACES[state].choices]
    assert offered == [Answer.PERSON, Answer.GO_ON, Answer.GUIDE, Answer.NOT_NOW]
    assert PLACES[state].choices[2].guide is WHAT_TO_DO[state]


@pytest.mark.parametrize(
    "cry", ["i want to kill myself", "he is hitting me right now", "he will post my nudes if i dont pay"]
)
def test_the_numbers_stay_in_the_guide_that_danger_leads_to(cry: str) -> None:
    at = talk("hey", "1", "ok", cry)
    offered = [choice.answer for choice in spec_for(at.session).choices]
    text = at.text(str(offered.index(Answer.GUIDE) + 1))
    assert at.reply.key in {page_key(guide, 1) for guide in WHAT_TO_DO.values()}
    assert "911" in text and count(text).segments <= 3


# Stored


@pytest.mark.parametrize("guide", Guide)
def test_a_stored_guide_is_read_back(guide: Guide) -> None:
    session = OPEN._replace(state=State.GUIDES_PAGE, guide=guide, guide_page=2, wanted_guide=Guide.PANIC)
    assert load(dump(session)) == session


def test_a_session_without_guides_loads_as_before() -> None:
    loaded = load({"v": 1, "state": "needs.ask", "safe": True})
    assert (loaded.guide, loaded.guide_page, loaded.wanted_guide) == (None, 0, None)


def test_a_guide_that_is_gone_says_so_and_goes_on() -> None:
    loaded = load(dump(OPEN._replace(state=State.GUIDES_PAGE, guide_page=3)) | {"guide": "moon", "wanted_guide": "sun"})
    assert loaded.guide is loaded.wanted_guide is None
    assert after(loaded, Answer.REPEAT).says == State.GUIDES_PAGE.value
    assert [choice.answer for choice in spec_for(loaded).choices] == [Answer.PERSON, Answer.NOT_NOW]
    assert after(loaded, Answer.HURT_NOW, Answer.GO_ON).session.state is State.NEEDS_ASK


# Words


@pytest.mark.parametrize("code", SHEETS)
@pytest.mark.parametrize("key", PAGE_KEYS)
def test_a_page_is_short_in_its_longest_form(code: str, key: str) -> None:
    language = Language(SHEETS[code])
    text = language.fill(key, State.GUIDES_PAGE, bland=False, value=Longest(code, language).value)
    size = count(text)
    assert size.segments <= (2 if code == "en" else 4), (size, key)
    assert code != "en" or size.encoding == "GSM-7"


@pytest.mark.parametrize("code", SHEETS)
@pytest.mark.parametrize("guide", OPENS_WITH_EMERGENCY)
def test_a_guide_for_danger_opens_with_the_emergency_number_of_every_region(code: str, guide: Guide) -> None:
    for region in HOTLINES.regions:
        numbers = HOTLINES.numbers(region)
        first = Language(SHEETS[code]).fill(
            page_key(guide, 1), State.GUIDES_PAGE, bland=False, value=lambda name, known=numbers: known.get(name, "")
        )
        assert numbers["emergency"] in first, region


def test_guides_that_danger_leads_to_open_with_the_emergency_number() -> None:
    assert set(WHAT_TO_DO.values()) <= set(OPENS_WITH_EMERGENCY)


def test_numbers_for_pay_are_no_crisis_line_while_the_country_is_not_sure() -> None:
    numbers = Placeholders(SHIPPED).numbers(Session(unsure=True))
    assert {numbers["wages"], numbers["local"]} == {HOTLINES.numbers("US")["local"], HOTLINES.numbers("CA")["local"]}
    assert numbers["missing"] == numbers["crisis"] and numbers["poison"] == numbers["emergency"]


def test_pages_pass_the_checks_of_an_editor_and_name_only_known_numbers() -> None:
    changed = [EntryName(code, "remarks", key) for code in SHEETS for key in PAGE_KEYS]
    known = CheckContext(LEXICON, HOTLINES, dt.date(2026, 11, 28), Lists())
    assert [str(one) for one in findings(SHEETS, changed, known) if one.severity is Severity.ERROR] == []


def test_pages_are_pinned() -> None:
    assert all(is_pinned(EntryName("es", "remarks", key)) for key in PAGE_KEYS)


def without(sheet: LanguageFile, key: str) -> LanguageFile:
    return sheet.model_copy(update={"remarks": {k: v for k, v in sheet.remarks.items() if k != key}})


@pytest.mark.parametrize("code", SHEETS)
def test_a_missing_page_is_a_fault(code: str) -> None:
    found = check_sheet(code, without(SHEETS[code], "guide.panic.3"))
    assert [one.says for one in found] == ["guide.panic.3 is missing. Add it."]


def test_the_first_page_for_danger_must_name_the_emergency_number() -> None:
    sheet = SHEETS["en"]
    cut = sheet.remarks["guide.overdose.1"].model_copy(update={"text": "Give Narcan if there is any."})
    found = check_sheet("en", sheet.model_copy(update={"remarks": {**sheet.remarks, "guide.overdose.1": cut}}))
    assert [one.says for one in found] == ["((emergency)) is missing. This message must say it."]


def test_the_catalog_says_every_page_in_every_language() -> None:
    assert set(CATALOG.languages) == set(SHEETS)
    for step in EVERY_PAGE:
        texts = {said(step, code, SHIPPED) for code in SHEETS}
        assert len(texts) == len(SHEETS)


# Sources


EMPTIED = """    sources:
      - Mind and NHS pages on panic attacks
      - NHS Dorset, on breathing and the five senses
"""


def test_every_guide_has_sources_and_a_day() -> None:
    found = load_guide_sources()
    assert set(found) == set(Guide)
    assert all(one.sources and one.checked >= dt.date(2026, 11, 27) for one in found.values())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  panic:\n", "  panics:\n", "no such guide: use one of sextortion"),
        ("  panic:\n    sources:\n", "  panic:\n    source:\n", "guides.panic.sources: this key is missing"),
        ("    checked: 2026-11-27\n", "    checked: lately\n", "guides.sextortion.checked"),
        ('    reviewed: ""\n', "", "guides.sextortion.reviewed: this key is missing"),
        ("guides:\n", "guide:\n", "no such key"),
        (EMPTIED, "    sources: []\n", "guides.panic.sources: name at least one source"),
        ("guides:\n", "guides: [\n", "not valid YAML"),
    ],
)
def test_a_fault_in_the_sources_names_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    whole = SOURCES.read_text(encoding="utf-8")
    assert old in whole
    path = tmp_path / "guides.yaml"
    path.write_text(whole.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_guide_sources(path)
    assert all(problem.startswith("guides.yaml:") for problem in raised.value.problems)
    assert any(says in problem for problem in raised.value.problems)


def test_doctor_says_that_advocates_have_not_read_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "advocates have not read 25 of 25 guides" in doctor._guides()[0]
    read = {guide: one.model_copy(update={"reviewed": "Ana"}) for guide, one in load_guide_sources().items()}
    monkeypatch.setattr(doctor, "load_guide_sources", lambda: read)
    assert doctor._guides() == []


def test_a_guide_without_sources_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "guides.yaml"
    path.write_text(SOURCES.read_text(encoding="utf-8").partition("  immigration:\n")[0], encoding="utf-8")
    with pytest.raises(ContentError, match="no sources for immigration"):
        load_guide_sources(path)
