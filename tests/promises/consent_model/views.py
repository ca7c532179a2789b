"""Everything that anyone could see of a world, compared with the consent given: texts, webhook posts, pages, files.

Unique markers show what is visible: the person's words, name, area, needs, services, number, times.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape

from bot.casework.cases import Status
from tests.promises.consent_model.oracle import AGENCY, AREA, NAME, TEAM, TIMES
from tests.promises.consent_model.world import CASEWORKER_PHONE, CONTACT_PHONE, PERSON_NAME, PERSON_PHONE, World
from tests.support.staff import MARK as FORM_MARK

WORDS = re.compile(r"(?:PERSON|STAFF|CONTACT|EARLIER)WORDS-\d\d-")
NO_NEEDS = "Shared no needs"
_CHOICES = re.compile(r"<select.*?</select>", re.DOTALL)
"""Selection lists offer all services of the directory, which says nothing about a person."""

_LISTED_NAMES = re.compile(r'<b class="name" dir="auto">(.*?)</b>')
_LISTED_NEEDS = re.compile(r'<span class="needs(?: none)?">(.*?)</span>')
"""What the queue and a colleague's own talks show of a person, on the board and beside every case."""

_BACK = re.compile(r"worked with (?:them|Sam Rivera) before", re.IGNORECASE)
"""What the queue shows of a person who is back."""

_FOUND_NAMES = re.compile(r'<b dir="auto">(.*?)</b>')
"""Names in the search over people."""

NEEDS, SERVICE, SAID, REACH = (
    "what you need", "the place you asked about", "places and your reasons", "your phone number",
)  # fmt: skip


class Leak(AssertionError):
    """Something was visible without live consent, or hidden despite it. The message names its kind, never the words."""


_ALERT = re.compile(r"\bcase \w+ has (?:just come in|waited)")
"""Words of the texts by which staff hear of a case."""


@cache
def markers(world: World) -> dict[str, tuple[str, frozenset[str]]]:
    """Return each marker by what it reveals, and the items of which at least one needs consent."""
    names = {
        service: world.runtime.directory.now.describe(service, "en").name
        for service in (world.service, world.went_over)
    }
    return {
        "needs": ("place to sleep tonight", frozenset({NEEDS})),
        "area": ("Santa Ana", frozenset({AREA})),
        "name": (PERSON_NAME, frozenset({NAME})),
        "service": (names[world.service], frozenset({SERVICE, SAID})),
        "went over": (names[world.went_over], frozenset({SAID})),
        "times": ("Evenings, 17:00 to 21:00", frozenset({TIMES})),
    }


def look_at_texts(world: World) -> None:
    """Check all texts and posts since the last check against the consents that are live now."""
    oracle, now = world.memory.oracle, world.clock.now
    told = markers(world)
    for phone, text in world.sent:
        words = WORDS.findall(text)
        if phone == PERSON_PHONE:
            _all(text, "texts to the person", (oracle.to_person(mark) for mark in words))
            continue
        live = oracle.live(AGENCY, now) if phone == CONTACT_PHONE else frozenset()
        fits = oracle.to_contact if phone == CONTACT_PHONE else oracle.to_owner
        where = "texts to the contact" if phone == CONTACT_PHONE else "texts to staff"
        _all(text, where, (fits(mark, now) for mark in words))
        for what, (marker, items) in told.items():
            if marker.casefold() in text.casefold() and not items & live:
                raise Leak(f"{where}: {what}")
        if PERSON_PHONE[-7:] in text:
            raise Leak(f"{where}: the person's number")
        if phone == CASEWORKER_PHONE and _ALERT.search(text) and not oracle.talks(TEAM, now) and "Waiting" not in text:
            raise Leak("an alert without consent")
        if phone == CONTACT_PHONE and "to join" in text and "introduce" in text and not oracle.talks(AGENCY, now):
            raise Leak("an invitation without consent")
    for body in world.posted:
        if not oracle.talks(TEAM, now) or set(json.loads(body)) != {"id", "case", "minutes", "step"}:
            raise Leak("the agency's own system")


def look_at_cases(world: World) -> int:
    """Check every page and fragment of each case, for its owner, another caseworker and a lead; return their number."""
    world.read_cases()
    seen = 0
    for number, code in enumerate(world.memory.codes, 1):
        case = f"/console/{code}"
        for who in ("sam", "kim", "lea"):
            for path in (case, f"{case}/live") if who == "sam" else (f"{case}/live",) if who == "kim" else (case,):
                _look(world, who, path, number)
            _look_at_number(world, who, case)
            _look_at_mandated_report(world, who, case, number)
            seen += 4
    world.forget_looks()
    return seen


def look_at_the_rest(world: World) -> int:
    """Check the lists, the audit log, the reports and their file; return their number.

    Beside what the lists show of a case, none of them shows anything personal.
    """
    world.read_cases()
    pages = (
        ("sam", "/console"), ("kim", "/console/board"), ("sam", "/console/talks"), ("kim", "/console/talks"),
        ("lea", "/console/board"),
        ("lea", "/staff/audit"), ("lea", "/staff/disclosures"), ("sam", "/console/reports"),
    )  # fmt: skip
    for who, path in (*pages, ("lea", "/staff/reports"), ("lea", "/staff/reports.csv")):
        _look(world, who, path, 0)
    for who in ("sam", "kim", "lea"):
        _look_at_search(world, who)
    for who in ("sam", "kim"):
        _look_at_end_of_shift(world, who)
    world.forget_looks()
    return len(pages) + 7


def _look(world: World, who: str, path: str, case: int) -> None:
    """Check one page; `case` is the number of its case, or 0 for a page that may show nothing personal."""
    oracle, now = world.memory.oracle, world.clock.now
    answer = world.browsers[who].get(path)
    if answer.status_code == 404:
        return
    if answer.status_code != 200:
        raise Leak(f"{path.count('/')}: answered {answer.status_code}")
    page, where = unescape(_CHOICES.sub("", answer.text)), f"a page of {who}, {'a case' if case else path}"
    whole_list = path in ("/console/talks", "/console", "/console/board")
    for item, listed, what in ((NAME, _LISTED_NAMES, "name"), (NEEDS, _LISTED_NEEDS, "needs")):
        _look_at_lists(world, who, item, listed.findall(page), f"{where}: the {what} in a list", whole_list=whole_list)
        page = listed.sub("", page)
    talks = bool(case) and case == oracle.cases and oracle.talks(TEAM, now)
    live = oracle.live(TEAM, now) if bool(case) and case == oracle.cases and oracle.open else frozenset()
    words = WORDS.findall(page)
    earlier = oracle.earlier(case, now) if case else {}
    _all(page, where, (mark in earlier or (bool(case) and oracle.on_page(mark, case, now)) for mark in words))
    if not earlier.keys() <= set(words):
        raise Leak(f"{where}: an earlier case is remembered, and not shown")
    if ('id="earlier"' in page) != bool(earlier):
        raise Leak(f"{where}: that there was an earlier case")
    _look_at_who_is_back(world, bool(_BACK.search(page)), where, whole_list=whole_list)
    folded = page.casefold()
    for what, (marker, items) in markers(world).items():
        shown, covered = marker.casefold() in folded, bool(items & live)
        covered = covered or (what == "times" and any(note.times for note in earlier.values()))
        counted = what == "needs" and path.startswith("/staff/reports")  # counts by kind, without a person
        if shown and not covered and not counted:
            raise Leak(f"{where}: {what}")
        if covered and not shown:
            raise Leak(f"{where}: {what} is agreed to, and not shown")
    if PERSON_PHONE[-7:] in page:
        raise Leak(f"{where}: the person's number")
    if talks and who == "sam" and "Talk" not in page:
        raise Leak(f"{where}: the wish to talk is not shown")


def _look_at_end_of_shift(world: World, who: str) -> None:
    """Check the notes for the next colleague: they hold what a consent covers, and of one's own talks alone."""
    oracle, codes, now = world.memory.oracle, world.memory.codes, world.clock.now
    answer = world.browsers[who].get("/console/end-shift")
    if answer.status_code != 200:
        raise Leak(f"the end of the shift: answered {answer.status_code}")
    page, where = unescape(answer.text), f"the end of the shift of {who}"
    held = world.cases.get(codes[-1]) if codes else None
    colleague = {"sam": world.sam, "kim": world.kim}[who]
    own = held is not None and held.owner == colleague.id and oracle.open and oracle.talks(TEAM, now)
    live = oracle.live(TEAM, now) if own else frozenset()
    _all(page, where, (own and oracle.on_page(mark, oracle.cases, now) for mark in WORDS.findall(page)))
    folded = page.casefold()
    for what, (marker, items) in markers(world).items():
        if marker.casefold() in folded and not items & live:
            raise Leak(f"{where}: {what}")
    if PERSON_PHONE[-7:] in page:
        raise Leak(f"{where}: the person's number")


def _look_at_mandated_report(world: World, who: str, case: str, number: int) -> None:
    """Check the page on which a report is begun: of a person it shows their state alone, while a consent covers it."""
    oracle, now = world.memory.oracle, world.clock.now
    answer = world.browsers[who].get(f"{case}/report")
    if answer.status_code == 404:
        return
    page, where = unescape(answer.text), f"the mandated report of {who}"
    if answer.status_code != 200:
        raise Leak(f"{where}: answered {answer.status_code}")
    covered = number == oracle.cases and oracle.open and AREA in oracle.live(TEAM, now)
    if ("They share their area with the team: California." in page, "selected>California" in page) != (
        covered,
        covered,
    ):
        raise Leak(f"{where}: the state, {'not ' if covered else ''}shown")
    folded = page.casefold()
    if any(marker.casefold() in folded for marker, _ in markers(world).values()):
        raise Leak(f"{where}: more than the state")
    if WORDS.search(page) or PERSON_PHONE[-7:] in page:
        raise Leak(where)


def _look_at_lists(world: World, who: str, item: str, shown: list[str], where: str, *, whole_list: bool) -> None:
    """Check that an item stands in the queue and in the talks of who holds the case, while a consent covers it."""
    oracle, codes, colleague = world.memory.oracle, world.memory.codes, {"sam": world.sam, "kim": world.kim}.get(who)
    held = world.cases.get(codes[-1]) if codes else None
    listed = held is not None and (
        held.status is Status.WAITING or (colleague is not None and held.owner == colleague.id)
    )
    talks = oracle.open and oracle.talks(TEAM, world.clock.now)
    covered = talks and item in oracle.live(TEAM, world.clock.now)
    marker = PERSON_NAME if item is NAME else markers(world)["needs"][0]
    told = [words for words in shown if words != NO_NEEDS]
    if shown and not (listed and talks):
        raise Leak(where)
    if told and not (covered and all(marker.casefold() in words.casefold() for words in told)):
        raise Leak(where)
    if whole_list and listed and covered and not told:
        raise Leak(f"{where}, agreed to and not shown")


def _look_at_who_is_back(world: World, shown: bool, where: str, *, whole_list: bool) -> None:
    """Check that a list says who worked with a waiting person before, if they are remembered, and of nobody else."""
    oracle, codes, now = world.memory.oracle, world.memory.codes, world.clock.now
    held = world.cases.get(codes[-1]) if codes else None
    waits = held is not None and held.status is Status.WAITING
    covered = waits and bool(oracle.earlier(oracle.cases, now))
    if shown and not covered:
        raise Leak(f"{where}: who worked with them before")
    if covered and whole_list and not shown:
        raise Leak(f"{where}: who worked with them before is remembered, and not shown")


def _look_at_search(world: World, who: str) -> None:
    """Check what the search over people shows, asked for as the page's script does it."""
    form = {"mark": _form_mark(world, who), "q": "", "only": "people"}
    page, where = unescape(world.browsers[who].post("/console/find", data=form).text), f"the search of {who}"
    needs = [marker] if (marker := markers(world)["needs"][0]).casefold() in page.casefold() else []
    _look_at_lists(world, who, NAME, _FOUND_NAMES.findall(page), f"{where}: the name", whole_list=True)
    _look_at_lists(world, who, NEEDS, needs, f"{where}: the needs", whole_list=True)
    if "Santa Ana" in page or PERSON_PHONE[-7:] in page or WORDS.search(page) or _BACK.search(page):
        raise Leak(where)


def _look_at_number(world: World, who: str, case: str) -> None:
    """Check the phone number, requested as the form does it."""
    oracle, now, browser = world.memory.oracle, world.clock.now, world.browsers[who]
    kept = world.cases.get(case.rpartition("/")[2])
    form = {"mark": _form_mark(world, who), "reason": "They asked for a call"}
    shown = PERSON_PHONE in browser.post(f"{case}/number", data=form).text
    ours = case.endswith(world.memory.codes[-1]) and oracle.open
    covered = ours and REACH in oracle.live(TEAM, now)
    may = who == "lea" or (kept is not None and kept.owner == world.sam.id and who == "sam")
    if shown != (covered and may):
        raise Leak(f"the number, for {who}: {'shown' if shown else 'not shown'}")


def _form_mark(world: World, who: str) -> str:
    if who not in world.marks:
        found = FORM_MARK.search(world.browsers[who].get("/staff/account").text)
        assert found
        world.marks[who] = found[1]
    return world.marks[who]


def _all(_: str, where: str, fits: object) -> None:
    if not all(fits):  # type: ignore[call-overload]
        raise Leak(f"{where}: words of a talk")
