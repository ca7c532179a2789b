"""Web Push, end to end: a worker calls a real push service, which checks the signature and decrypts the payload."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.config.demo_secrets import new_vapid_key
from bot.crypto import p256_public
from bot.staff import accounts
from bot.staff.accounts import Staff
from bot.staff.push import PAYLOAD_BYTES, PushKind
from bot.store.jobs import PushStaff
from tests.support.product import new_phone
from tests.support.push_service import Browser, PushService, decoded, push_service
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60
KEY = new_vapid_key("a test's own")
CONFIRM = 30


@pytest.fixture
def service(team: Team) -> Iterator[PushService]:
    """Return a push service that our worker may call."""
    with push_service(decoded(p256_public(KEY))) as running:
        house = team.house
        own = replace(house.runtime.settings, vapid_key=KEY, push_hosts=("127.0.0.1",), push_confirm_seconds=CONFIRM)
        house.runtime = replace(house.runtime, settings=own)
        house.worker = house.new_worker()
        yield running


def subscribe(team: Team, service: PushService, person: Staff) -> Browser:
    browser = service.browser()
    kept = team.house.store.staff.get(person.id)
    assert kept
    team.house.store.staff.push.add(browser.device(person.id, kept.epoch))
    return browser


def confirm(team: Team, browser: Browser, kind: PushKind = PushKind.NEW) -> None:
    assert team.house.store.staff.push.confirm(browser.device("x").id, kind, team.house.clock())


def pass_by(team: Team, seconds: int) -> None:
    """Let time pass in steps of the watch."""
    assert team.house.clock.now is not None
    for _ in range(seconds // 5):
        team.house.clock.now += 5
        team.house.worker.handlers.push.watch()
        team.house.work()


def hold(team: Team, person: Staff) -> tuple[str, str]:
    """Let a colleague hold a person's case, taken in the browser. Return the phone and the code."""
    anna = new_phone()
    code = team.asks(anna)
    team.desk.claim(code, person.id, person.name)
    team.house.work()
    return anna, code


def test_push_is_signed_and_holds_the_kind_alone(team: Team, service: PushService) -> None:
    ann, anna = team.colleague("Ann"), new_phone()
    browser = subscribe(team, service, ann)
    code = team.asks(anna)
    team.house.work()
    assert service.kinds() == ["new"]
    (_, plain), (headers, body) = service.got[0], service.raw[0]
    assert json.loads(plain) == {"kind": "new"}
    assert len(plain) == PAYLOAD_BYTES
    for secret in (code, ann.id, ann.name, anna, ann.phone):
        assert secret.encode() not in body + json.dumps(headers).encode()
    assert "Topic" not in headers
    assert browser.endpoint == service.got[0][0]


def test_every_kind_has_the_same_length_on_the_way(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    from bot.jobs.push import post  # noqa: PLC0415

    for kind in PushKind:
        assert post(team.house.runtime.settings, browser.device(ann.id), kind, team.house.clock()) == 201
    assert service.kinds() == [kind.value for kind in PushKind]
    assert len({len(body) for _, body in service.raw}) == 1


def test_confirmed_push_replaces_the_text(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    team.asks(new_phone())
    team.house.work()
    confirm(team, browser)
    pass_by(team, CONFIRM + 10)
    assert team.texts(ann) == []
    assert service.kinds() == ["new"]


def test_text_goes_out_when_nothing_confirms_in_time(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    team.asks(new_phone())
    pass_by(team, CONFIRM - 5)
    assert team.texts(ann) == []
    pass_by(team, 10)
    assert team.alerts(ann) == 1


def test_an_old_confirmation_is_none(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    confirm(team, browser)
    pass_by(team, 5)
    team.asks(new_phone())
    pass_by(team, CONFIRM + 10)
    assert team.alerts(ann) == 1


def test_confirmation_of_another_kind_is_none(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    code = team.asks(new_phone())
    team.house.work()
    confirm(team, browser, PushKind.REPLY)
    pass_by(team, CONFIRM + 10)
    assert any(code in text for text in team.texts(ann))


@pytest.mark.parametrize("status", [404, 410])
def test_device_that_is_gone_is_forgotten_and_the_text_goes_at_once(
    team: Team, service: PushService, status: int
) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    service.status = status
    team.asks(new_phone())
    team.house.work()
    assert team.house.store.staff.push.devices() == []
    assert team.alerts(ann) == 1


def test_service_that_fails_is_tried_again_and_then_texted(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    service.status = 500
    team.asks(new_phone())
    team.house.work()
    assert (service.calls, service.kinds()) == (1, [])
    service.status = 201
    pass_by(team, CONFIRM // 2 + 5)
    assert service.kinds() == ["new"]
    confirm(team, browser)
    pass_by(team, CONFIRM)
    assert team.texts(ann) == []
    service.status = 500
    code = team.asks(new_phone())
    pass_by(team, 2 * MINUTE)
    assert any(code in text for text in team.texts(ann))


def test_redirect_is_not_followed(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    service.status = 302
    team.asks(new_phone())
    team.house.work()
    assert service.calls == 1


def test_endpoint_of_another_host_is_not_called(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    own = replace(team.house.runtime.settings, push_hosts=("push.example",))
    team.house.runtime = replace(team.house.runtime, settings=own)
    team.house.worker = team.house.new_worker()
    team.asks(new_phone())
    team.house.work()
    assert service.calls == 0
    assert team.alerts(ann) == 1


def test_new_cases_share_a_push_a_minute_and_urgent_waits_for_nothing(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    for _ in range(5):
        team.asks(new_phone())
        pass_by(team, 5)
        confirm(team, browser)
    assert service.kinds() == ["new"]
    bo = new_phone()
    team.asks(bo)
    pass_by(team, 5)
    assert service.kinds() == ["new"]
    team.house.hears("i want to kill myself", bo)
    team.house.work()
    assert "urgent" in service.kinds()
    for _ in range(3):
        pass_by(team, 25)
        confirm(team, browser)
    assert service.kinds().count("new") <= 2


def test_reply_in_a_held_case_is_pushed_and_two_minutes_before_it_is_lost(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    anna, _ = hold(team, ann)
    before = len(service.got)
    team.house.hears("are you there", anna)
    pass_by(team, 5)
    assert service.kinds()[before:] == ["reply"]
    confirm(team, browser, PushKind.REPLY)
    silent = team.house.runtime.settings.staff_silent_seconds
    pass_by(team, silent - 2 * MINUTE)
    assert service.kinds()[before:] == ["reply", "two_minutes"]
    pass_by(team, CONFIRM + 5)
    assert any("goes back to the queue in two minutes" in text for text in team.texts(ann))


def test_answered_text_is_not_pushed_later(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    browser = subscribe(team, service, ann)
    anna, code = hold(team, ann)
    before = len(service.got)
    team.house.hears("are you there", anna)
    pass_by(team, 5)
    confirm(team, browser, PushKind.REPLY)
    team.desk.reply(code, ann.id, "I am here.")
    pass_by(team, 20 * MINUTE)
    assert service.kinds()[before:] == ["reply"]


def test_transferred_case_is_pushed_and_texted_when_unconfirmed(team: Team, service: PushService) -> None:
    ann, bea = team.colleague("Ann"), team.colleague("Bea")
    subscribe(team, service, bea)
    _, code = hold(team, ann)
    pass_by(team, MINUTE)
    before = len(service.got)
    team.desk.transfer(code, ann.id, bea.name, bea.id)
    team.house.work()
    assert service.kinds()[before:] == ["transferred"]
    pass_by(team, CONFIRM + 5)
    assert any("is passed to you" in text for text in team.texts(bea))


def test_quiet_hours_hold_back_all_but_urgent(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    team.house.store.staff.change(ann.id, lambda kept: replace(kept, quiet="00:00-23:59"))
    bo = new_phone()
    team.asks(bo)
    team.house.work()
    assert service.kinds() == []
    assert team.alerts(ann) == 1, "the text follows the rota"
    team.house.hears("i want to kill myself", bo)
    pass_by(team, MINUTE)
    assert service.kinds() == ["urgent"]


@pytest.mark.parametrize("end", [accounts.sign_out_everywhere, lambda kept: accounts.set_active(kept, False)])
def test_devices_end_with_the_sessions(team: Team, service: PushService, end: object) -> None:
    ann = team.colleague("Ann")
    subscribe(team, service, ann)
    team.house.store.staff.change(ann.id, end)  # type: ignore[arg-type]
    assert team.house.store.staff.push.devices() == []
    team.asks(new_phone())
    team.house.work()
    assert service.calls == 0


def test_device_of_an_earlier_epoch_gets_nothing(team: Team, service: PushService) -> None:
    ann = team.colleague("Ann")
    team.house.store.staff.push.add(service.browser().device(ann.id, ann.epoch - 1))
    team.house.store.due.add(PushStaff(ann.id, "test", "-", team.house.clock()).at(0))
    team.house.work()
    assert service.calls == 0
    assert team.house.store.staff.push.devices() == []


def test_device_is_sealed(team: Team, service: PushService) -> None:
    browser = subscribe(team, service, team.colleague("Ann"))
    stored = b"".join(team.house.redis.client.hgetall("{staff}:push").values())
    assert browser.endpoint.encode() not in stored
    assert browser.p256dh.encode() not in stored
