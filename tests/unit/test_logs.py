"""Log lines: the same whatever a person wrote, in both forms, in tracebacks, and for what nothing catches."""

from __future__ import annotations

import ast
import io
import json
import logging
import re
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bot
from bot.errors import LogSafe, safe_location
from bot.logs import LEFT_OUT, JsonLines, TextLines, begin_request, in_job, without_numbers

ROOT = Path(bot.__file__).parent
log = logging.getLogger("tests.logs")

PHONES = st.from_regex(r"\+1[2-9][0-9]{9}|\([2-9][0-9]{2}\) [0-9]{3}-[0-9]{4}|[2-9][0-9]{9}", fullmatch=True)
WORDS = st.text(st.characters(), min_size=1, max_size=60)


class Odd:
    """Value whose words are a person's."""

    def __init__(self, said: str) -> None:
        self.said = said

    def __repr__(self) -> str:
        return self.said

    __str__ = __repr__


class Failing:
    """Value that cannot be printed."""

    def __str__(self) -> str:
        raise ValueError("cannot be printed")


class Quoting(Exception):
    """Error that quotes a person."""


@pytest.fixture(autouse=True)
def _no_request() -> None:
    """Begin without the request that another test may have left."""
    begin_request(LogSafe(""))


@contextmanager
def written(form: type[JsonLines | TextLines]) -> Iterator[io.StringIO]:
    """Collect what is logged inside, as a process would write it. No other handler gets it, pytest's among them."""
    out, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(out)
    handler.setFormatter(form("web"))
    loggers, level = (log, logging.getLogger("py.warnings")), root.level
    for one in loggers:
        one.addHandler(handler)
        one.propagate = False
    try:
        yield out
    finally:
        for one in loggers:
            one.removeHandler(handler)
            one.propagate = True
        root.setLevel(level)


def as_a_value(said: str, number: int) -> None:
    log.error("turn failed: %s", said)
    log.error("turn failed: %s %r %s", Odd(said), [said], {said: said})
    log.error("turn failed: %d", number)
    log.error("turn failed: %s %.2f", number, number / 7)
    log.error("turn failed: %(what)s", {"what": said})
    log.error("turn failed: %s", ValueError(said))
    log.error("turn failed: %s", said.encode("utf-8", "replace"))
    log.error("turn failed: %s", Failing())
    log.error("turn failed: %s and %s", said)  # noqa: PLE1206 - one too few, as a mistake would be


def as_the_message(said: str, _number: int) -> None:
    log.error(said)
    log.error(said, said)
    log.error("turn failed: " + said)
    log.error(f"turn failed: {said}")
    log.error(ValueError(said))


def beside_it(said: str, number: int) -> None:
    log.error("turn failed", extra={"said": said, "number": number})
    log.error("turn failed", stack_info=True)


def as_an_error(said: str, number: int) -> None:
    try:
        try:
            {}[said]
        except KeyError as error:
            error.add_note(said)
            raise Quoting(said, number) from error
    except Quoting as error:
        error.add_note(said)
        log.exception("turn failed")
        log.error("turn failed: %s", safe_location(error))
        log.error("turn failed: %s", error, exc_info=error)
        log.error("turns failed", exc_info=ExceptionGroup(said, [error, ValueError(said)]))


def as_a_warning(said: str, _number: int) -> None:
    logging.captureWarnings(True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(said, stacklevel=1)
    finally:
        logging.captureWarnings(False)


WAYS = (as_a_value, as_the_message, beside_it, as_an_error, as_a_warning)


@pytest.mark.parametrize("form", [JsonLines, TextLines])
@pytest.mark.parametrize("way", WAYS)
@given(said=WORDS, phone=PHONES)
@example(said='"}\n{"level": "info', phone="+12135550123")
@example(said="%s %d %(said)s", phone="2135550123")
@example(said="\ud800 \u2028 \x00", phone="2135550123")
def test_line_does_not_depend_on_what_a_person_wrote(
    way: Callable[[str, int], None], form: type[JsonLines | TextLines], said: str, phone: str
) -> None:
    """Two people with other words and other numbers leave the very same lines, so the lines tell nothing of either."""

    def lines(said: str, phone: str) -> list[str]:
        with written(form) as out:
            way(f"{said} {phone}", int(re.sub(r"\D", "", phone)))
        return re.sub(r"[0-9-]{10}T[0-9:.]{12}Z", "TIME", out.getvalue()).splitlines()

    found = lines(said, phone)
    assert found == lines("other words", "+13105550199")
    assert found
    if form is JsonLines:
        assert all(isinstance(json.loads(line), dict) for line in found)


@given(said=WORDS, phone=PHONES)
def test_no_json_field_holds_a_number_or_a_text(said: str, phone: str) -> None:
    said, digits = f"zanzibar {said}", re.sub(r"\D", "", phone)
    with written(JsonLines) as out:
        for way in WAYS:
            way(f"{said} {phone}", int(digits))
    for line in out.getvalue().splitlines():
        fields = json.loads(line)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", fields.pop("time"))
        held = json.dumps(fields)
        assert "zanzibar" not in held
        assert not re.search(r"[0-9]{7}", held)
        assert digits[-7:] not in re.sub(r"\D", "", held)


class Kind(Enum):
    """A choice of the code's own."""

    OPT_OUT = "opt-out"


def fields_of(say: Callable[[], None]) -> dict[str, Any]:
    with written(JsonLines) as out:
        say()
    (line,) = out.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_code_and_codes_are_written() -> None:
    found = fields_of(
        lambda: log.warning("a text refused: code %s, %s, %s of %d", 21610, LogSafe("send"), Kind.OPT_OUT, 3)
    )
    assert found["event"] == "a text refused: code 21610, send, opt_out of 3"
    assert (found["level"], found["logger"], found["role"]) == ("warning", "tests.logs", "web")
    assert {"request_id", "job", "exception"}.isdisjoint(found)


def test_error_is_told_by_type_and_place() -> None:
    def say() -> None:
        try:
            JsonLines("web").format(None)  # type: ignore[arg-type]
        except AttributeError:
            log.exception("a page failed")

    found = fields_of(say)
    assert re.fullmatch(r"AttributeError at bot/logs\.py:\d+", found["exception"])
    assert re.fullmatch(r"tests/unit/test_logs\.py:\d+ say", found["traceback"][0])
    assert re.fullmatch(r"bot/logs\.py:\d+ format", found["traceback"][-1])


def test_request_and_job_are_named() -> None:
    begin_request(LogSafe("kdfr-mtnb-wqzx"))
    try:
        with in_job(LogSafe("send")):
            found = fields_of(lambda: log.error("a text put off"))
        after = fields_of(lambda: log.error("a text put off"))
    finally:
        begin_request(LogSafe(""))
    assert (found["request_id"], found["job"]) == ("kdfr-mtnb-wqzx", "send")
    assert after["request_id"] == "kdfr-mtnb-wqzx"
    assert "job" not in after


def test_what_nothing_catches_is_a_line_without_content() -> None:
    """In the main thread, another thread, a destructor, and a handler that cannot write."""
    code = """
        import logging, sys, threading
        from bot import logs
        logs.configure("worker", "json")
        class Dying:
            def __del__(self):
                raise ValueError("zanzibar")
        Dying()
        class Unprintable(logging.Handler):
            def emit(self, record):
                try:
                    raise ValueError("zanzibar")
                except ValueError:
                    self.handleError(record)
        log = logging.getLogger("x")
        log.addHandler(Unprintable())
        log.error("a line for %s", "zanzibar")
        def fail():
            raise ValueError("zanzibar")
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        raise KeyError("zanzibar")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False, cwd=ROOT.parent
    )
    found = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.returncode == 1
    assert [line["event"] for line in found] == [
        "uncaught error in a destructor", f"a line for {LEFT_OUT}", "uncaught error in a thread", "uncaught error",
    ]  # fmt: skip
    assert {line["role"] for line in found} == {"worker"}
    assert found[-1]["exception"] == "KeyError at outside"
    assert "zanzibar" not in done.stderr + done.stdout


def test_every_event_of_our_code_is_a_literal() -> None:
    """Any other would be left out of the log."""
    met = 0
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and re.match(
                r"log\.(debug|info|warning|error|critical|exception)\b", ast.unparse(node)
            ):
                met += 1
                assert isinstance(node.args[0], ast.Constant), f"{path.name}: {ast.unparse(node)}"
    assert met > 60


@given(before=st.text(st.characters(exclude_categories=["Nd"]), max_size=20), phone=PHONES)
def test_numbers_in_foreign_lines_are_replaced(before: str, phone: str) -> None:
    told = without_numbers(f"{before}x {phone}")
    assert told == f"{before}x [number]" or not re.search(r"[0-9]{4}", told)
