"""Passkeys as records and checks: the site they belong to, refused answers, the counter, and how accounts keep them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.config.settings import make_keys
from bot.crypto import KeyRing, read_key
from bot.errors import DecryptionError
from bot.staff.accounts import Role, Staff, StaffId, StaleAccount, add_passkey, invite, keep_passkeys
from bot.staff.passkey_check import (
    PasskeyRefused,
    check_new,
    check_use,
    creation_options,
    new_challenge,
    read_claim,
    request_options,
)
from bot.staff.passkeys import MOST_PASSKEYS, Passkey, PasskeyCopied, RelyingParty, relying_party
from bot.store import Store
from tests.support.authenticator import PRESENT, VERIFIED, Device

SITE = RelyingParty("help.example.org", "https://help.example.org")
ANA = Staff(StaffId("abcdefgh"), "ana", "Ana Gómez", frozenset({Role.LEAD}), 1, password="hash", secret="JBSWY3DP")
KEY = Passkey("aWQ", "a2V5", "Work laptop", 10)


def made(device: Device, site: RelyingParty = SITE) -> Passkey:
    """Return the passkey of a device, created at `site`."""
    challenge = new_challenge()
    options = json.loads(creation_options(site, "Warmline", ANA, challenge))
    return check_new(site, challenge, device.create(options), "Work laptop", 10)


def used(device: Device, passkey: Passkey, site: RelyingParty = SITE, count: int | None = None) -> int:
    challenge = new_challenge()
    return check_use(site, challenge, device.get(json.loads(request_options(site, challenge)), count), passkey)


@pytest.mark.parametrize(("address", "site", "origin"), [
    ("https://help.example.org", "help.example.org", "https://help.example.org"),
    ("https://help.example.org/warm/line", "help.example.org", "https://help.example.org"),
    ("https://help.example.org:8443", "help.example.org", "https://help.example.org:8443"),
    ("https://help.example.org:443/x", "help.example.org", "https://help.example.org"),
    ("https://Help.Example.org", "help.example.org", "https://help.example.org"),
    ("https://bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    ("http://localhost:8000", "localhost", "http://localhost:8000"),
    ("http://warm.localhost:80", "warm.localhost", "http://warm.localhost"),
])  # fmt: skip
def test_site_follows_the_public_address(address: str, site: str, origin: str) -> None:
    assert relying_party(address) == RelyingParty(site, origin)


@pytest.mark.parametrize("address", [
    "http://help.example.org", "https://127.0.0.1:8000", "http://127.0.0.1", "https://[::1]:8000", "", "https://",
    "http://notlocalhost:80", f"https://{'x' * 70}.example",
])  # fmt: skip
def test_address_where_no_browser_offers_passkeys_has_no_site(address: str) -> None:
    assert relying_party(address) is None


@pytest.mark.parametrize("address", ["https://help.example.org:8443/warm", "http://localhost:8000"])
def test_passkey_is_created_and_used_at_any_port_and_path(address: str) -> None:
    site = relying_party(address)
    assert site
    device = Device(site.origin)
    passkey = made(device, site)
    assert (passkey.id, passkey.name, passkey.added_at, passkey.used_at) == (device.passkey_id, "Work laptop", 10, 0)
    assert used(device, passkey, site) == 1


@pytest.mark.parametrize("change", [
    {"origin": "https://evil.example"}, {"origin": "https://help.example.org:8443"},
    {"origin": "http://help.example.org"}, {"origin": "https://help.example.org/"}, {"flags": PRESENT},
    {"flags": VERIFIED},
])  # fmt: skip
def test_answer_from_another_origin_or_without_the_owner_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(PasskeyRefused):
        made(Device(**change))  # type: ignore[arg-type]
    honest = Device()
    passkey = made(honest)
    vars(honest).update(change)
    with pytest.raises(PasskeyRefused):
        used(honest, passkey)


def test_answer_for_another_site_is_refused() -> None:
    device = Device()
    passkey = made(device)
    challenge = new_challenge()
    options = json.loads(request_options(SITE, challenge)) | {"rpId": "example.org"}
    with pytest.raises(PasskeyRefused):
        check_use(SITE, challenge, device.get(options), passkey)


def test_answer_to_another_challenge_or_by_another_key_is_refused() -> None:
    device, other = Device(), Device()
    passkey, challenge = made(device), new_challenge()
    answer = device.get(json.loads(request_options(SITE, challenge)))
    assert check_use(SITE, challenge, answer, passkey) == 1
    with pytest.raises(PasskeyRefused):
        check_use(SITE, new_challenge(), answer, passkey)
    with pytest.raises(PasskeyRefused):
        check_use(SITE, challenge, answer, replace(made(other), id=passkey.id))


@pytest.mark.parametrize("answer", [
    "", "null", "[]", "{", '{"id": 1}', "\ud800", '{"id":"a","rawId":"a","type":"public-key","response":{}}',
    '{"id":"aa","rawId":"aa","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"","signature":""}}',
    '{"id":"aa","rawId":"aa","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}',
])  # fmt: skip
def test_nonsense_is_refused(answer: str) -> None:
    for check in (
        lambda: check_use(SITE, new_challenge(), answer, KEY), lambda: check_new(SITE, new_challenge(), answer, "x", 1),
    ):  # fmt: skip
        with pytest.raises(PasskeyRefused):
            check()


def test_claim_names_passkey_and_owner() -> None:
    device = Device(owner="abcdefgh")
    options = json.loads(request_options(SITE, new_challenge()))
    assert (read_claim(device.get(options)).passkey, read_claim(device.get(options)).owner) == (
        device.passkey_id, "abcdefgh",
    )  # fmt: skip
    assert read_claim(device.get(options, userHandle=b"")).owner == ""
    for strange in (b"\xff\xfe", "ñ".encode()):
        with pytest.raises(PasskeyRefused):
            read_claim(device.get(options, userHandle=strange))


@pytest.mark.parametrize(("kept", "told", "is_copied"), [
    (0, 0, False), (0, 1, False), (5, 6, False), (5, 900, False), (5, 5, True), (5, 4, True), (5, 0, True),
])  # fmt: skip
def test_counter_must_go_up_once_it_counts(kept: int, told: int, is_copied: bool) -> None:
    passkey = replace(KEY, count=kept)
    if is_copied:
        with pytest.raises(PasskeyCopied):
            passkey.use(told, 20)
    else:
        assert passkey.use(told, 20) == replace(KEY, count=told, used_at=20)


def test_counter_is_not_judged_before_the_signature() -> None:
    device = Device()
    passkey = made(device)
    assert used(device, replace(passkey, count=50), count=3) == 3
    with pytest.raises(PasskeyRefused):
        used(Device(), replace(passkey, count=50), count=3)


def test_account_keeps_passkeys_and_accounts_of_before_have_none() -> None:
    account = replace(ANA, passkeys=(KEY, replace(KEY, id="aWQy", count=3, used_at=11)))
    stored = json.loads(json.dumps(account.dump()))
    assert Staff.load(stored) == account
    stored["passkeys"][0]["transports"] = ["usb"]  # of the next release
    assert Staff.load(stored) == account
    del stored["passkeys"]
    assert Staff.load(stored) == ANA
    assert "Work laptop" not in repr(account) and "a2V5" not in repr(account)


def test_passkeys_stay_while_keys_are_rotated(store: Store, redis_url: str, keys: dict[str, str]) -> None:
    store.staff.add(replace(ANA, passkeys=(KEY,)))
    new_key = make_keys()["SEAL_KEYS"].replace("1:", "2:", 1)
    turned = Store(redis_url, KeyRing(f"{new_key},{keys['SEAL_KEYS']}"), read_key(keys["LOOKUP_KEY"]), 30)
    used = turned.staff.change(ANA.id, lambda kept: replace(kept, passkeys=(kept.passkeys[0].use(1, 20),)))
    assert used.passkeys == (replace(KEY, count=1, used_at=20),)
    with pytest.raises(DecryptionError):
        store.staff.get(ANA.id)
    turned.close()


def test_options_name_the_account_by_its_id_and_leave_out_devices_that_have_a_passkey() -> None:
    options = json.loads(creation_options(SITE, "Warmline", replace(ANA, passkeys=(KEY,)), new_challenge()))
    assert (options["rp"], options["attestation"]) == ({"name": "Warmline", "id": "help.example.org"}, "none")
    assert options["user"] == {"id": "YWJjZGVmZ2g", "name": "ana", "displayName": "Ana Gómez"}
    assert [one["id"] for one in options["excludeCredentials"]] == [KEY.id]
    asked = json.loads(request_options(SITE, new_challenge(), (KEY,)))
    assert (asked["userVerification"], [one["id"] for one in asked["allowCredentials"]]) == ("required", [KEY.id])


def test_changes_of_an_account() -> None:
    with_one = add_passkey(ANA, ANA, KEY)
    assert (with_one.passkeys, with_one.epoch) == ((KEY,), ANA.epoch)
    full = replace(ANA, passkeys=tuple(replace(KEY, id=str(at)) for at in range(MOST_PASSKEYS)))
    for found in (with_one, full, replace(ANA, active=False), replace(ANA, password="new"), replace(ANA, epoch=9)):
        with pytest.raises(StaleAccount):
            add_passkey(found, ANA, KEY)
    without = keep_passkeys(with_one, ())
    assert (without.passkeys, without.epoch) == ((), ANA.epoch + 1)
    assert invite(with_one, "token", 5).passkeys == ()
