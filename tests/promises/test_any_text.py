"""Twenty turns of arbitrary texts: every reply is kind and short, and no promise is broken."""

from __future__ import annotations

import secrets

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.rules import names_too_much
from bot.conversation.machines import MOST_EQUAL
from bot.conversation.messages import Inbound
from bot.flows.machine import PLACES
from bot.flows.names import Answer, Event, State
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.sms.segments import count
from bot.understanding.own_words import Kind, own_words
from tests.support.app import READ_SECONDS
from tests.support.control_words import CONTROL

SAYABLE = [text for texts in CONTROL.values() for language in texts.values() for text in language]
ORDINARY = [
    "1",
    "2",
    "3",
    "4",
    "ok",
    "yes",
    "no",
    "not now",
    "food",
    "santa ana ca",
    "a lawyer",
    "sky",
    "hola",
    "sí",
    "hes here",
    "shh",
    "",
]

TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF), max_size=40),
    st.sampled_from(SAYABLE),
    st.sampled_from(ORDINARY),
    st.sampled_from(ORDINARY),
)
HUSHING = frozenset({Event.WENT_BLAND.value, Event.HUSHED.value})
"""Events of a silence because somebody is near."""

MEDIA = st.sampled_from([0, 0, 0, 0, 1])
WAITS = st.sampled_from([0, 0, 0, 0, 0, 3600])


@given(turns=st.lists(st.tuples(TEXTS, MEDIA, WAITS), min_size=1, max_size=20))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_arbitrary_texts_keep_every_promise_for_twenty_turns(
    runtime: Runtime, turns: list[tuple[str, int, int]]
) -> None:
    phone = f"+1555{secrets.randbelow(10**7):07}"
    keys: list[str] = []
    texts: list[str] = []
    stopped = False
    for text, media, wait in turns:
        runtime.clock.now += wait + READ_SECONDS  # type: ignore[attr-defined]
        reply = Router(runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", phone, text, media))
        assert reply.key not in ("fallback", "last_word"), "a turn failed"
        loaded = runtime.store.load(phone, "")
        if stopped and reply.text:
            assert reply.key == "welcome.hello", "only START is answered after STOP"
            stopped = False
        if not reply.text:
            is_loop = texts[-MOST_EQUAL:] == [text] * MOST_EQUAL
            hushed = loaded.session is not None and not loaded.session.safe and HUSHING.issuperset(reply.events)
            assert stopped or is_loop or hushed or own_words(text).kind is not Kind.WORDS, (
                "silence is for STOP, machines, and somebody near"
            )
            texts.append(text)
            continue
        texts.append(text)
        stopped = reply.key == "carrier.stopped"
        assert loaded.stopped == stopped
        size = count(reply.text)
        assert size.segments <= (3 if size.encoding == "GSM-7" else 4), reply.key
        assert reply.text.count("?") <= 1, reply.key
        session = loaded.session
        if session is None:
            assert reply.key in ("carrier.stopped", "privacy.forgotten")
            continue
        if not session.safe:
            assert not names_too_much(reply.text, reply.language), reply.key
        if session.state.value.startswith(("needs.", "options.")):
            assert session.limits_told and session.safe
        offers = PLACES[State(reply.state)].choices
        assert not offers or offers[-1].answer is Answer.NOT_NOW
        keys.append(reply.key)
        assert keys[-3:] != ["unclear.rephrase"] * 3, "a loop"
