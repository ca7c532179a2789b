""" "Example data" stands over shipped services that nobody has touched, and never over one's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from flask.testing import FlaskClient

from bot.directory.serialization import Record
from bot.runtime.runtime import Runtime
from tests.support.directory_store import RECORDS, put, vetted

BANNER, TAG = "Example data.</b>", ">Example</span>"
PAGES = ("/directory", "/directory/matrix", "/directory/reverify")
OWN = [{**record, "id": f"00000000-0000-4000-8000-{number:012}"} for number, record in enumerate(RECORDS[:3])]
TODAY = dt.date(2026, 11, 20)


def use(runtime: Runtime, records: list[Record]) -> None:
    put(runtime, records)
    runtime.directory.catch_up()


def test_banner_stands_over_the_shipped_directory(desk: FlaskClient, runtime: Runtime) -> None:
    runtime.directory.catch_up()
    for page in (*PAGES, f"/directory/{RECORDS[0]['id']}"):
        assert BANNER in desk.get(page).text, page
    use(runtime, RECORDS)  # stored by the first edit, and the same
    for page in (*PAGES, f"/directory/{RECORDS[0]['id']}"):
        assert BANNER in desk.get(page).text, page


def test_no_banner_stands_over_own_services(desk: FlaskClient, runtime: Runtime) -> None:
    use(runtime, OWN)
    for page in (*PAGES, *(f"/directory/{one['id']}" for one in OWN)):
        assert BANNER not in desk.get(page).text, page
    assert TAG not in desk.get("/directory").text


def test_mixed_list_marks_the_examples_one_by_one(desk: FlaskClient, runtime: Runtime) -> None:
    use(runtime, [*RECORDS[:4], *OWN])
    page = desk.get("/directory").text
    assert BANNER not in page
    rows = [row for row in page.split("<tr>")[2:] if "/directory/" in row]
    assert len(rows) == 4 + len(OWN)
    for row in rows:
        assert (TAG in row) is not any(one["id"] in row for one in OWN)
    assert BANNER in desk.get(f"/directory/{RECORDS[0]['id']}").text
    assert BANNER not in desk.get(f"/directory/{OWN[0]['id']}").text


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Our own drop-in"}, {"assured_date": "2026-11-01"}, {"alert": "Closed on Sunday"},
        {"status": "inactive"}, {"minimum_age": 13}, {"phones": []},
    ],
)  # fmt: skip
def test_changed_example_is_ones_own(desk: FlaskClient, runtime: Runtime, change: dict[str, Any]) -> None:
    one = next(record for record in RECORDS if record.get("phones") and record.get("status") == "active")
    use(runtime, [{**one, **change}, *[record for record in RECORDS if record is not one]])
    assert BANNER not in desk.get(f"/directory/{one['id']}").text
    assert BANNER not in desk.get("/directory").text


def test_vetted_example_is_ones_own(desk: FlaskClient, runtime: Runtime) -> None:
    use(runtime, [vetted(RECORDS[0], TODAY), *RECORDS[1:]])
    page = desk.get(f"/directory/{RECORDS[0]['id']}").text
    assert "20 Nov 2026" in page and BANNER not in page
