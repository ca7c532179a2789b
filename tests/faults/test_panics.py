"""What compiled parts throw, and texts of all scripts: somebody is answered whatever breaks (promise 8)."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.messages import Inbound
from bot.flows.model import Area
from bot.inbound.router import Router
from tests.support.in_process import House
from tests.support.product import new_phone, new_sid

pytestmark = pytest.mark.faults


class Panic(BaseException):
    """Stands for what a compiled library throws: `pyo3_runtime.PanicException` is no `Exception`."""


def panics(_text: str) -> Area | None:
    raise Panic


def at_the_area(house: House) -> str:
    phone = new_phone()
    for text in ("hey", "1", "ok", "food"):
        house.hears(text, phone)
    assert house.session(phone).state.value == "needs.area"
    return phone


def test_panic_gets_the_fallback_and_the_real_answer_later(live: House) -> None:
    phone = at_the_area(live)
    router = Router(replace(live.runtime, find_area=panics))
    for text in ("santa ana", "٩٢٧٠١", "९२७०१", "९२७० 1", "1 lane"):
        assert router.handle(Inbound(new_sid(), phone, text)).key == "fallback"


def test_panic_in_catching_up_holds_up_nobody_else(live: House) -> None:
    live.store.set_caught_up(live.clock() - 600)
    process, anna, ben = Router.process, new_phone(), new_phone()

    def broken(router: Router, inbound: Inbound, *, queue_reply: bool = False) -> object:
        if inbound.phone == anna:
            raise Panic
        return process(router, inbound, queue_reply=queue_reply)

    for phone in (anna, ben):
        live.provider.received(new_sid(), phone, "hey", ago=90)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Router, "process", broken)
        live.worker.periodic.missed_texts.catch_up()
    live.work()
    assert len(live.provider.sent_to(ben)) == 1


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_process_is_not_caught(live: House, end: type[BaseException]) -> None:
    def ends(_text: str) -> Area | None:
        raise end

    phone = at_the_area(live)
    with pytest.raises(end):
        Router(replace(live.runtime, find_area=ends)).handle(Inbound(new_sid(), phone, "santa ana"))


DIGITS = "".join(chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) == "Nd")
PIECES = ["n't", "'s", "ca", "\u0661\u0662\u0663\u0664\u0665", "\ufdfa", "\ud800", "\0", "92701", "m1b"]
SCRIPTS = st.one_of(
    st.text(alphabet=DIGITS, min_size=1, max_size=9),
    st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF), max_size=60),
    st.text(alphabet="n't 'ca wo\u2019 gun", max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
)  # fmt: skip


@given(texts=st.lists(SCRIPTS, min_size=1, max_size=6), at=st.sampled_from(["needs.area", "consent.name", ""]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_of_all_scripts_are_answered(house: House, texts: list[str], at: str) -> None:
    phone = f"+1555{secrets.randbelow(10**7):07}"
    first = {"needs.area": ("hey", "1", "ok", "food"), "consent.name": ("hey", "1", "ok", "person", "1")}.get(at, ())
    for text in first:
        house.hears(text, phone)
    for text in texts:
        reply = house.hears(text, phone)
        assert reply.key != "last_word"
        if reply.key == "carrier.stopped":
            return
