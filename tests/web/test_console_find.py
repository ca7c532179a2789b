"""The search in the console: people, services and quick replies, asked for as one types, and never held by a page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.directory.directory import Directory
from bot.directory.vetting import DEMO
from bot.flows.names import Need
from bot.runtime.runtime import Runtime
from bot.web import create_app
from bot.web.console.tasks import NO_SERVICE, NOT_VETTED
from bot.web.labels import quick_replies
from tests.bench.match import made
from tests.support.app import with_directory
from tests.support.console import act
from tests.support.directory import strict
from tests.support.person import YoungPerson
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

FAR_MORE = 3_000
MOST_BYTES = 100_000


def find(client: FlaskClient, typed: str, **more: str) -> str:
    """Ask as the page's script does, and return what is shown."""
    answer = post(client, "/console/find", "/staff/account", q=typed, **more)
    assert answer.status_code == 200
    return unescape(answer.text)


def in_spanish(runtime: Runtime) -> str:
    """Return the code of the case of a person who texts in Spanish."""
    her = YoungPerson(runtime)
    her.text("hola", "sí", "1", "quiero hablar con una persona", "1", "Luz", "ahora no")
    assert her.state == "handoff.waiting"
    return her.case


def rows(client: FlaskClient, code: str, typed: str) -> list[str]:
    """Return the rows of services that are found beside the reply."""
    page = find(client, typed, case=code, only="services", **{"as": "rows"})
    return re.findall(r"<li>.*?</li>", page, re.DOTALL)


@pytest.fixture
def held(desk: FlaskClient, her: YoungPerson) -> str:
    """Return the code of a case that the desk's caseworker holds. Needs, the area and a name are shared."""
    code = her.share("needs", "area", name="Jayden")
    act(desk, code, "take")
    return code


# People and quick replies


def test_people_are_found_by_code_and_by_a_shared_name(
    team: Team, desk: FlaskClient, held: str, runtime: Runtime
) -> None:
    waiting, theirs = YoungPerson(runtime).share(name="Kim"), YoungPerson(runtime).share(name="Lupe")
    act(team.inside(team.person(name="Noor")), theirs, "take")
    assert held in find(desk, "jayd")
    assert waiting in find(desk, "KIM")
    assert held in find(desk, held.lower())
    assert theirs in find(desk, theirs), "an open case of a colleague, by its code"
    assert "Lupe" not in find(desk, theirs), "whose name only they see"
    assert theirs not in find(desk, "lupe")
    assert find(desk, "", only="people").count("data-href") >= 2, "without a word: the own talks and the queue"


def test_withdrawn_name_is_found_no_more(desk: FlaskClient, her: YoungPerson, held: str) -> None:
    assert held in find(desk, "jayden")
    her.text("take back")
    assert held not in find(desk, "jayden")


def test_quick_replies_come_in_their_language_with_the_english(desk: FlaskClient, runtime: Runtime) -> None:
    code = in_spanish(runtime)
    act(desk, code, "take")
    page = find(desk, "", case=code, only="replies")
    with desk.application.app_context():
        english, spanish = quick_replies("en"), quick_replies("es")
    assert all(words in page for words in (*english, *spanish))
    found = find(desk, english[0][:8], case=code, only="replies")
    assert spanish[0] in found, "found by its English too"
    assert spanish[1] not in found
    waiting = YoungPerson(runtime).share("needs")
    assert english[0] not in find(desk, "", case=waiting), "nobody replies in a case that waits"


# Services


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("bed tonight", Need.SHELTER_TONIGHT), ("shelter", Need.SHELTER_TONIGHT), ("shleter", Need.SHELTER_TONIGHT),
        ("refugio", Need.SHELTER_TONIGHT), ("lawer", Need.LEGAL), ("abogado", Need.LEGAL),
        ("detox", Need.SUBSTANCE_USE),
    ],
)  # fmt: skip
def test_need_is_found_by_synonym_slip_and_spanish(
    desk: FlaskClient, runtime: Runtime, held: str, typed: str, need: Need
) -> None:
    serving = [service.name for service in runtime.directory.now if need in service.needs]
    found = rows(desk, held, typed)
    assert found
    assert all(any(name in row for name in serving) for row in found)
    assert "Near them" in found[0] or "Nationwide" in found[0]


def test_name_is_found_with_a_slip(desk: FlaskClient, held: str) -> None:
    assert "National Runaway Safeline" in rows(desk, held, "runaway safelin")[0]
    assert "National Runaway Safeline" in rows(desk, held, "natoinal runaway")[0]
    assert "Nothing found" in find(desk, "xyzzyx", case=held, only="services", **{"as": "rows"})


def test_area_counts_only_while_a_consent_covers_it(desk: FlaskClient, runtime: Runtime, held: str) -> None:
    quiet = YoungPerson(runtime).share("needs")
    act(desk, quiet, "take")
    assert any("Near them" in row for row in rows(desk, held, "counselor"))
    assert not any("Near them" in row for row in rows(desk, quiet, "counselor"))
    assert any("Near them" in row for row in rows(desk, quiet, "counselor in santa ana")), "unless it is typed"


def test_one_press_puts_the_vetted_words_after_the_reply_and_notes_the_referral(
    desk: FlaskClient, runtime: Runtime, held: str
) -> None:
    service = next(iter(runtime.directory.now))
    sent = len(runtime.store.cases.thread(held))
    page = unescape(act(desk, held, "offer", service=service.id, words="hold on,").text)
    box = re.search(r'<textarea id="words".*?>(.*?)</textarea>', page, re.DOTALL)
    assert box
    assert box[1] == f"hold on, {service.told['en']} {service.reach['en']}"
    assert [one.service_id for one in runtime.store.work.get(held).referrals] == [service.id]
    assert act(desk, held, "offer", service=service.id).status_code == 200
    assert len(runtime.store.work.get(held).referrals) == 1, "a referral that is still open is noted once"
    assert len(runtime.store.cases.thread(held)) == sent, "nothing was sent"


def test_words_come_in_her_language(desk: FlaskClient, runtime: Runtime) -> None:
    code, service = in_spanish(runtime), next(iter(runtime.directory.now))
    act(desk, code, "take")
    assert service.told["es"] in unescape(act(desk, code, "offer", service=service.id).text)


def test_words_of_a_service_that_is_not_vetted_are_refused(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    full = strict(team.app)
    sam = team.person(name="Sol")
    client = Team(full, team.store).inside(sam)
    code, service = her.share("needs"), next(iter(runtime_of(team.app).directory.now))
    act(client, code, "take")
    found = [row for row in rows(client, code, service.name) if service.name in row]
    assert found
    assert "Not vetted" in found[0]
    assert "Put in reply" not in found[0]
    assert NOT_VETTED in unescape(act(client, code, "offer", service=service.id, words="half").text)
    assert act(client, code, "referral", service=service.id).status_code == 303, "a referral alone may be noted"
    answer = act(client, code, "offer", service="nowhere", words="half")
    assert (answer.status_code, NO_SERVICE in unescape(answer.text), "half</textarea>" in answer.text) == (
        422,
        True,
        True,
    )


def test_only_the_holder_may_put_words_into_a_reply(team: Team, desk: FlaskClient, runtime: Runtime, held: str) -> None:
    other, service = team.inside(team.person(name="Noor")), next(iter(runtime.directory.now))
    assert act(other, held, "offer", service=service.id).status_code == 409
    assert "formaction" not in "".join(rows(other, held, "shelter"))
    assert runtime.store.work.get(held).referrals == ()


def test_search_without_a_script_keeps_the_half_written_reply(desk: FlaskClient, held: str) -> None:
    page = unescape(act(desk, held, "services", q="bed tonight", words="hold on,").text)
    assert "Put in reply" in page
    assert "hold on,</textarea>" in page
    assert page.index("Put in reply") < page.index('id="words"'), "Enter in the search sends no text"


def test_referral_takes_a_full_name(desk: FlaskClient, runtime: Runtime, held: str) -> None:
    service = next(one for one in runtime.directory.now if one.organization != one.name)
    for typed in (f"{service.name} ({service.organization})", f"{service.name} ({service.organization})".upper()):
        assert act(desk, held, "referral", service=typed).status_code == 303
    assert {one.service_id for one in runtime.store.work.get(held).referrals} == {service.id}


# Weight


def test_page_of_a_case_holds_no_directory(team: Team, runtime: Runtime, her: YoungPerson) -> None:
    sol, code = team.person(name="Sol"), her.share("needs", "area", name="Jayden")
    client = team.inside(sol)
    act(client, code, "take")
    weights = [len(client.get(f"/console/{code}{part}").data) for part in ("", "/live")]
    many = Directory(made(FAR_MORE), rules=DEMO, clock=runtime.clock)
    large = create_app(runtime=with_directory(runtime_of(team.app), many))
    client = Team(large, team.store, team.clock).inside(sol)
    heavier = [len(client.get(f"/console/{code}{part}").data) for part in ("", "/live")]
    print(f"\n{weights} bytes with {len(runtime.directory.now)} services, {heavier} with {FAR_MORE}")
    assert max(heavier) < MOST_BYTES
    assert all(one <= two + 200 for one, two in zip(heavier, weights, strict=True)), "whatever the directory holds"
    assert len(rows(client, code, "shelter")) == 6
