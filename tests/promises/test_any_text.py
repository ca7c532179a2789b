"""Twenty turns of arbitrary texts: every reply is kind and short, and no promise is broken."""

from __future__ import annotations

import secrets

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.rules import names_too_much
from bot.conversation.messages import Inbound
from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.sms.segments import count
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
    "",
]

TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF), max_size=40),
    st.sampled_from(SAYABLE),
    st.sampled_from(ORDINARY),
    st.sampled_from(ORDINARY),
)
MEDIA = st.sampled_from([0, 0, 0, 0, 1])
WAITS = st.sampled_from([0, 0, 0, 0, 0, 3600])


@given(turns=st.lists(st.tuples(TEXTS, MEDIA, WAITS), min_size=1, max_size=20))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_arbitrary_texts_keep_every_promise_for_twenty_turns(
    runtime: Runtime, turns: list[tuple[str, int, int]]
) -> None:
    phone = f"+1555{secrets.randbelow(10**7):07}"
    keys: list[str] = []
    stopped = False
    for text, media, wait in turns:
        runtime.clock.now += wait  # type: ignore[attr-defined]
        reply = Router(runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", phone, text, media))
        assert reply.key not in ("fallback", "last_word"), "a turn failed"
        loaded = runtime.store.load(phone, "")
        if stopped and reply.text:
            assert reply.key == "welcome.hello", "only START is answered after STOP"
            stopped = False
        if not reply.text:
            assert stopped, "silence is for those who said STOP"
            continue
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
