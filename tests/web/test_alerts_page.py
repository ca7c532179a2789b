"""The colleague's own devices for alerts: on, confirmed, off; quiet hours; a test; and what the browser is served."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.crypto import p256_public
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.push import PushKind, may_call, read_quiet
from tests.support.staff import Team, post

ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"


def turn_on(client: FlaskClient, endpoint: str = ENDPOINT) -> TestResponse:
    form = {"endpoint": endpoint, "p256dh": "B" * 87, "auth": "a" * 22, "label": "Android, <b>Chrome"}
    return post(client, "/staff/alerts/on", "/staff/account", **form)


def test_device_is_kept_confirmed_and_turned_off(desk: FlaskClient, sam: Staff, team: Team, runtime: Runtime) -> None:
    assert turn_on(desk).status_code == 204
    (device,) = team.store.push.devices(sam.id)
    page = desk.get("/staff/alerts").text
    assert "Android, &lt;b&gt;Chrome" in page
    assert p256_public(runtime.settings.vapid_key) in page
    assert runtime.settings.vapid_key not in page
    assert ENDPOINT not in page
    assert "No alert shown yet" in page
    stranger = team.caller()
    assert stranger.post("/alerts-received", data={"endpoint": ENDPOINT + "x", "kind": "new"}).status_code == 204
    assert team.store.push.confirmed_at([device.id]) == {}
    assert stranger.post("/alerts-received", data={"endpoint": ENDPOINT, "kind": "odd"}).status_code == 400
    assert team.store.push.confirmed_at([device.id]) == {}
    assert stranger.post("/alerts-received", data={"endpoint": ENDPOINT, "kind": "new"}).status_code == 204
    assert team.store.push.confirmed_at([device.id], [PushKind.URGENT]) == {}
    assert "Last alert shown" in desk.get("/staff/alerts").text
    post(desk, "/staff/alerts/off", "/staff/account", device=device.id)
    assert team.store.push.devices() == []


def test_nobody_turns_off_the_device_of_another(desk: FlaskClient, lead: FlaskClient, team: Team, sam: Staff) -> None:
    turn_on(desk)
    (device,) = team.store.push.devices(sam.id)
    post(lead, "/staff/alerts/off", "/staff/account", device=device.id)
    assert team.store.push.devices(sam.id) == [device]


def test_signing_out_everywhere_ends_the_devices(desk: FlaskClient, team: Team) -> None:
    turn_on(desk)
    post(desk, "/staff/account/out", "/staff/account")
    assert team.store.push.devices() == []


def test_deactivation_ends_the_devices(desk: FlaskClient, lead: FlaskClient, team: Team, sam: Staff) -> None:
    turn_on(desk)
    post(lead, f"/staff/people/{sam.id}/active", "/staff/account", active="0")
    assert team.store.push.devices() == []


@pytest.mark.parametrize("endpoint", [
    "", "http://fcm.googleapis.com/x", "https://127.0.0.1/x", "https://fcm.googleapis.com.evil.example/x",
    "https://evil.example/?fcm.googleapis.com", "https://u@fcm.googleapis.com/x", "file:///etc/passwd",
    "https://fcm.googleapis.com/" + "x" * 1000, "https://[",
])  # fmt: skip
def test_other_endpoints_are_refused(desk: FlaskClient, team: Team, endpoint: str) -> None:
    assert turn_on(desk, endpoint).status_code == 422
    assert team.store.push.devices() == []


def test_only_subdomains_match_a_star() -> None:
    hosts = ("*.push.apple.com",)
    assert may_call("https://web.push.apple.com/x", hosts)
    assert not may_call("https://evilpush.apple.com/x", hosts)
    assert not may_call("https://push.apple.com.evil.example/x", hosts)


def test_quiet_hours_are_saved_and_checked(desk: FlaskClient, team: Team, sam: Staff) -> None:
    post(desk, "/staff/alerts/quiet", "/staff/account", start="22:00", end="07:00")
    kept = team.store.get(sam.id)
    assert kept
    assert kept.quiet == "22:00-07:00"
    assert post(desk, "/staff/alerts/quiet", "/staff/account", start="22:00", end="").status_code == 422
    assert read_quiet("25:00", "07:00") is None
    post(desk, "/staff/alerts/quiet", "/staff/account", start="", end="")
    cleared = team.store.get(sam.id)
    assert cleared
    assert cleared.quiet == ""


def test_test_button_queues_a_push(desk: FlaskClient, runtime: Runtime, sam: Staff) -> None:
    post(desk, "/staff/alerts/test", "/staff/account")
    jobs = [job.decode() for job in runtime.store._server.call("ZRANGE", "due", 0, -1)]
    assert any(job.startswith(f"push:{sam.id}:test:-:") for job in jobs)


def test_browser_gets_worker_and_manifest_without_a_cache_of_pages(client: FlaskClient) -> None:
    worker = client.get("/alerts-worker.js")
    assert worker.mimetype == "text/javascript"
    assert '"fetch"' not in worker.text
    assert "caches" not in worker.text
    worker.close()
    manifest = client.get("/console.webmanifest")
    assert manifest.mimetype == "application/manifest+json"
    assert manifest.json
    assert manifest.json["display"] == "standalone"
