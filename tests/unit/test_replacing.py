"""Sessions and readings replace fields as any named tuple does, quicker."""

from __future__ import annotations

import pytest

from bot.flows.model import Interpretation
from bot.flows.names import Answer, State
from bot.flows.session import Session


@pytest.mark.parametrize("one", [Session(language="es", unclear=2), Interpretation(Answer.YES, name="Sky")])
def test_each_field_is_replaced_and_no_other(one: Session | Interpretation) -> None:
    for name in one._fields:
        new = one._replace(**{name: "changed"})
        assert type(new) is type(one)
        assert new._asdict() == {**one._asdict(), name: "changed"}
    assert one._replace() == one


def test_session_that_is_replaced_stays_as_it_was() -> None:
    before = Session(state=State.NEEDS_ASK)
    after = before._replace(state=State.WELCOME_START, unclear=1)
    assert (before.state, before.unclear, after.state, after.unclear) == (State.NEEDS_ASK, 0, State.WELCOME_START, 1)


def test_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="no_such"):
        Session()._replace(no_such=1)  # type: ignore[call-arg]
