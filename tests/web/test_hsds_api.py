"""HSDS API: the token, the standard's pages, and nothing that only staff may see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.config.settings import load_settings
from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS
from bot.directory.serialization import dump, shipped, terms_of
from bot.errors import SettingsError
from bot.store import Store
from bot.store.connection import RedisServer
from tests.support.signed_texts import runtime_of, varied

TOKEN = "t" * 20 + "0123456789abcdef"
RECORDS, ASIDE = shipped()
IDS = {(term.taxonomy, term.code): str(key) for key, term in terms_of(ASIDE).items()}


@pytest.fixture(scope="module")
def open_app(app: Flask) -> Flask:
    return varied(app, hsds_token=TOKEN)


@pytest.fixture
def caller(open_app: Flask, server: RedisServer) -> FlaskClient:
    """Return another system's client, with the token."""
    client = open_app.test_client()
    client.environ_base = {**client.environ_base, "HTTP_AUTHORIZATION": f"Bearer {TOKEN}"}
    return client


@pytest.fixture
def store(open_app: Flask) -> Store:
    return runtime_of(open_app).store


def put(store: Store, records: list[dict[str, Any]]) -> None:
    """Store these services and no others."""
    directory = store.directory
    directory.replace(directory.edition(), ((one["id"], dump(one)) for one in records), dump(ASIDE))


def with_mark(record: dict[str, Any], taxonomy: str, code: str) -> dict[str, Any]:
    mark = {"id": record["id"], "taxonomy_term_id": IDS[taxonomy, code], "value": "true"}
    kept = [each for each in record["attributes"] if each["taxonomy_term_id"] != mark["taxonomy_term_id"]]
    return {**record, "attributes": [*kept, mark]}


def wrong(answer: TestResponse, code: int) -> str:
    """Return the message of an error, which must be JSON, hardened, and without a cookie."""
    assert (answer.status_code, answer.mimetype) == (code, "application/json")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers
    return str(answer.json["error"])


# Access


def test_api_is_absent_without_the_setting(app: Flask) -> None:
    for path in ("/hsds/", "/hsds/services"):
        answer = app.test_client().get(path, headers={"Authorization": f"Bearer {TOKEN}"})
        assert (answer.status_code, answer.text) == (404, "404 Not Found\n")


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", TOKEN, "Bearer é"]
)
def test_api_refuses_a_wrong_token(open_app: Flask, shown: str) -> None:
    for path in ("/hsds/", "/hsds/services", f"/hsds/services/{RECORDS[0]['id']}", "/hsds/nothing"):
        answer = open_app.test_client().get(path, headers={"Authorization": shown} if shown else {})
        assert "token" in wrong(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_api_token_must_be_long(settings: object) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({"HSDS_TOKEN": "short-one"})
    [problem] = [each for each in caught.value.problems if each.startswith("HSDS_TOKEN")]
    assert "at least 32 letters" in problem and "short-one" not in problem
    assert TOKEN not in repr(settings)


def test_api_is_read_only(caller: FlaskClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        for path in ("/hsds/services", f"/hsds/services/{RECORDS[0]['id']}", "/hsds/x"):
            answer = caller.open(path, method=method, json={})
            assert "GET" in wrong(answer, 405)
            assert answer.headers["Allow"] == "GET, HEAD"


def test_api_root_names_the_standard(caller: FlaskClient) -> None:
    answer = caller.get("/hsds/")
    assert set(answer.json) == {"version", "profile", "openapi_url"} and answer.json["version"].startswith("3.1")
    assert "Set-Cookie" not in answer.headers and answer.headers["Cache-Control"] == "no-store"


# Pages


@pytest.mark.parametrize("stored", [False, True])
def test_pages_hold_each_service_once(caller: FlaskClient, store: Store, stored: bool) -> None:
    if stored:
        put(store, RECORDS)
    seen: list[str] = []
    for number in range(1, 7):
        found = caller.get(f"/hsds/services?page={number}&per_page=7").json
        assert found["total_items"] == len(RECORDS) == 36 and found["total_pages"] == 6
        assert (found["page_number"], found["size"]) == (number, len(found["contents"]))
        assert (found["first_page"], found["last_page"], found["empty"]) == (number == 1, number == 6, False)
        seen += [one["id"] for one in found["contents"]]
    assert seen == sorted(one["id"] for one in RECORDS)


def test_page_beyond_the_last_is_empty(caller: FlaskClient) -> None:
    found = caller.get("/hsds/services?page=9&per_page=7").json
    assert (found["contents"], found["empty"], found["size"], found["last_page"]) == ([], True, 0, True)


def test_page_size_is_limited(open_app: Flask, caller: FlaskClient, store: Store) -> None:
    put(store, [{**RECORDS[0], "id": f"00000000-0000-4000-8000-{number:012}"} for number in range(260)])
    runtime_of(open_app).directory.catch_up()  # otherwise these are read in the background
    found = caller.get("/hsds/services?per_page=100000").json
    assert (found["size"], found["total_pages"]) == (200, 2)


def test_page_reads_only_its_own_records(caller: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, RECORDS)
    caller.get("/hsds/services")
    asked: list[list[str]] = []
    reading = store.directory.records

    def records(of: Any, ids: Any) -> Any:
        asked.append(list(ids))
        return reading(of, asked[-1])

    monkeypatch.setattr(store.directory, "records", records)
    monkeypatch.setattr(store.directory, "all_records", None)
    assert caller.get("/hsds/services?page=2&per_page=5").json["size"] == 5
    assert [len(ids) for ids in asked] == [5]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("page=0", "page: expected a whole number"), ("page=-1", "page"), ("page=x", "page"), ("per_page=1.5", "per_"),
        ("per_page=0", "per_"), ("full=yes", "full: expected true or false"), ("format=csv", "format: expected json"),
        ("modified_after=2026-01-01", "modified_after: not offered here"), ("minimal=true", "minimal: not offered"),
        ("organization_id=7", "organization_id: expected a UUID"), ("%3Cb%3E=1", "something: not offered"),
    ],
)  # fmt: skip
def test_invalid_query_is_refused_with_a_reason(caller: FlaskClient, asked: str, told: str) -> None:
    assert told in wrong(caller.get(f"/hsds/services?{asked}"), 400)


def test_list_is_flat_and_complete_on_request(caller: FlaskClient) -> None:
    short, full = (caller.get(f"/hsds/services?per_page=1{more}").json["contents"][0] for more in ("", "&full=true"))
    assert short["organization"]["name"] and "phones" not in short and "attributes" not in short
    assert full == caller.get(f"/hsds/services/{short['id']}").json
    assert full["attributes"] and short.items() <= full.items()


def test_services_are_found_by_text_need_and_organization(caller: FlaskClient) -> None:
    def found(**asked: str) -> list[dict[str, Any]]:
        return caller.get("/hsds/services", query_string={**asked, "full": "true"}).json["contents"]  # type: ignore[no-any-return]

    [waymakers] = found(search="WAYMAKERS")
    same = found(organization_id=waymakers["organization"]["id"])
    assert waymakers in same and {one["organization"]["name"] for one in same} == {waymakers["organization"]["name"]}
    food = IDS[NEEDS, "food"]
    fed = found(taxonomy_term_id=food)
    assert 0 < len(fed) < len(RECORDS)
    assert all(food in {each["taxonomy_term_id"] for each in one["attributes"]} for one in fed)
    assert found(search="no such house") == []


def test_organizations_and_terms_are_listed(caller: FlaskClient) -> None:
    page = caller.get("/hsds/organizations?per_page=200").json
    assert page["total_items"] == page["size"] == len({one["organization"]["id"] for one in RECORDS})
    one = caller.get(f"/hsds/organizations/{page['contents'][0]['id']}").json
    mine = [record for record in RECORDS if record["organization"]["id"] == one["id"]]
    assert {each["id"] for each in one["services"]} == {record["id"] for record in mine}
    terms = caller.get("/hsds/taxonomy_terms?per_page=200").json
    assert STAFF_ONLY not in {term["taxonomy"] for term in terms["contents"]}
    term = terms["contents"][0]
    assert caller.get(f"/hsds/taxonomy_terms/{term['id']}").json == term


def test_missing_resource_is_reported_as_json(caller: FlaskClient) -> None:
    strange = "00000000-0000-4000-8000-000000000000"
    for path in ("services", "organizations", "taxonomy_terms"):
        assert wrong(caller.get(f"/hsds/{path}/{strange}"), 404)
        assert "expected a UUID" in wrong(caller.get(f"/hsds/{path}/x"), 400)
    assert wrong(caller.get("/hsds/programs"), 404)


# What only staff may see


def test_staff_only_and_inactive_services_are_omitted(caller: FlaskClient, store: Store) -> None:
    hidden, gone, over, *rest = RECORDS
    put(store, [
        with_mark(hidden, STAFF_ONLY, "service"), {**gone, "status": "defunct"}, {**over, "status": "inactive"},
        {**rest[0], "status": "temporarily closed"}, *rest[1:],
    ])  # fmt: skip
    found = caller.get("/hsds/services?per_page=200").json
    assert found["total_items"] == found["size"] == len(RECORDS) - 3
    shown = {one["id"] for one in found["contents"]}
    for record in (hidden, gone, over):
        assert record["id"] not in shown
        assert wrong(caller.get(f"/hsds/services/{record['id']}"), 404)
        organization = caller.get(f"/hsds/organizations/{record['organization']['id']}")
        assert record["id"] not in organization.text
    assert rest[0]["id"] in shown
    for code in ("service", "phones"):
        assert caller.get(f"/hsds/services?taxonomy_term_id={IDS[STAFF_ONLY, code]}").json["total_items"] == 0


def test_response_holds_no_hidden_data(caller: FlaskClient, store: Store) -> None:
    record = {
        **RECORDS[0],
        "description": "Ring 714-555-0137, or come to 1834 Cedar Hollow Road", "assurer_email": "dana@team.example",
        "phones": [{"id": RECORDS[1]["id"], "number": "7145550137", "type": "voice"}],
        "metadata": [{"id": RECORDS[2]["id"], "updated_by": "Dana of ours"}],
        "contacts": [{"id": RECORDS[3]["id"], "name": "Marisol Quintero"}],
        "eligibility_description": "After a long talk", "minimum_age": 11,
        "service_at_locations": [{"id": RECORDS[4]["id"], "location": {"id": RECORDS[5]["id"], "addresses": [
            {"id": RECORDS[6]["id"], "address_1": "1834 Cedar Hollow Road", "city": "Orange"}]}}],
    }  # fmt: skip
    for code in ("phones", "contacts", "eligibility"):
        record = with_mark(record, STAFF_ONLY, code)
    put(store, [with_mark(record, TRAITS, "private_place")])
    for path in (
        "services?full=true", "services", f"services/{record['id']}", "organizations",
        f"organizations/{record['organization']['id']}",
    ):  # fmt: skip
        answer = caller.get(f"/hsds/{path}")
        assert answer.status_code == 200 and record["organization"]["name"] in answer.text
        for secret in ("555", "Cedar", "Dana", "dana", "Marisol", "long talk", "minimum_age", "staff-only", "metadata"):
            assert secret not in answer.text, (path, secret)


def test_change_is_visible_in_the_next_response(caller: FlaskClient, store: Store) -> None:
    put(store, RECORDS[:3])
    first = RECORDS[0]
    assert caller.get(f"/hsds/services/{first['id']}").status_code == 200
    edition = store.directory.edition()
    assert edition
    store.directory.change(edition, first["id"], dump(first), dump(with_mark(first, STAFF_ONLY, "service")))
    assert caller.get(f"/hsds/services/{first['id']}").status_code == 404
    assert first["id"] not in caller.get("/hsds/services").text


def test_store_outage_answers_retry_later(gone: Flask) -> None:
    client = varied(gone, hsds_token=TOKEN).test_client()
    answer = client.get("/hsds/services", headers={"Authorization": f"Bearer {TOKEN}"})
    assert "Try again" in wrong(answer, 503)


def test_server_error_reveals_nothing(
    caller: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(store.directory, "edition", broken)
    answer = caller.get("/hsds/services")
    assert wrong(answer, 500)
    assert "secret" not in json.dumps(answer.json) + caplog.text and "RuntimeError" in caplog.text
