"""Rules by co-occurrence: the engine, the modifiers, the shipped rules, and the faults that the loader names."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.rules_file import faults, load_rules
from bot.errors import ContentError
from bot.flows.names import Concern, Level
from bot.understanding import normalise
from bot.understanding.clauses import clauses
from bot.understanding.rule_set import Modifiers, Rule, RuleSet
from bot.understanding.rules import Rules
from bot.understanding.signals import Signal
from tests.support.shipped import RULES as SHIPPED

HURT = Signal(Concern.VIOLENCE, Level.ALARM)


def small(*rules: Rule, **more: object) -> Rules:
    """Build rules of a few groups, so that a test says all that it depends on."""
    groups = {
        "me": ["me"], "them": ["her", "my <friend>"], "friend": ["friend"], "he": ["he"],
        "hits": ["hit", "hits", "slammed"],
    }  # fmt: skip
    modifiers = Modifiers(
        denied=("not", "never"), light=("going", "to", "is"), softened=("song",), figures=("hits me different",),
        others=("she", "friend"), selves=("i", "me"),
    )  # fmt: skip
    rules = rules or (Rule("hits", Concern.VIOLENCE, Level.ALARM, ("<he>", "<hits>", "<me>")),)
    return Rules([RuleSet("en", rules, groups, {"me": "them"}, modifiers)], **more)


def heard(text: str, rules: Rules | None = None) -> list[Signal]:
    return (rules or small()).signals(text, normalise(text), "en")


def test_a_rule_is_heard_in_the_first_and_the_third_person() -> None:
    assert heard("he always hits me") == [HURT]
    assert heard("he hits my friend") == [HURT._replace(about_other=True)]


@pytest.mark.parametrize("text", ["he hits the ball", "i saw that he. now hits me", "me he hits", "he a b c d hits me"])
def test_parts_count_in_order_within_the_gap_and_the_clause(text: str) -> None:
    assert not heard(text)


def test_a_slip_counts_only_in_the_language_of_the_rule() -> None:
    rules = small()
    assert rules.signals("he slamed me", normalise("he slamed me"), "en") == [HURT]
    assert not rules.signals("he slamed me", normalise("he slamed me"), "es")


@pytest.mark.parametrize("text", ["he never hits me", "he will not hit me", "he hits me in that song"])
def test_a_modifier_lowers_an_alarm_to_a_question(text: str) -> None:
    (one,) = heard(text)
    assert one._replace(denied=False) == HURT._replace(level=Level.ASK)


def test_a_question_about_somebody_else_is_dropped_when_denied() -> None:
    asks = Rule("hits", Concern.VIOLENCE, Level.ASK, ("<he>", "<hits>", "<me>"))
    assert not heard("he never hits her", small(asks))
    assert heard("he never hits me", small(asks))


def test_a_figure_of_speech_removes_the_match() -> None:
    assert not heard("he hits me different")


def test_the_nearest_subject_decides_where_no_part_names_a_person() -> None:
    rules = small(Rule("die", Concern.SELF_HARM, Level.ALARM, ("want|wants", "die")))
    assert heard("she wants to die", rules) == [Signal(Concern.SELF_HARM, Level.ALARM, about_other=True)]
    assert heard("she knows i want to die", rules) == [Signal(Concern.SELF_HARM, Level.ALARM)]


def test_unless_counts_beside_the_match() -> None:
    rules = small(Rule("hits", Concern.VIOLENCE, Level.ALARM, ("<he>", "<hits>", "<me>"), unless=("up",)))
    assert not heard("he hits me up", rules)
    assert heard("he hits me so i ran and never looked back up", rules)


def test_parts_may_be_anywhere_in_the_text() -> None:
    rules = small(Rule("alone", Concern.MINOR_NO_PLACE, Level.ASK, ("15", "outside"), anywhere=True))
    assert heard("i sleep outside. my mom is mad. i am 15", rules)


def test_a_phrase_of_the_lexicon_is_judged_by_the_words_around_it() -> None:
    text = "ok so yeah. she said he will never hurt me"
    found = small().hear(text, normalise(text), "en")
    assert found.judged(HURT, 9, 11) == HURT._replace(level=Level.ASK, denied=True)


def test_short_pieces_stay_one_clause() -> None:
    text = "I. want. to. die. he hits me. really"
    assert [len(one.tokens) for one in clauses(text, normalise(text))] == [4, 4]


def test_the_shipped_rules_match_their_own_lines() -> None:
    assert not faults()


@given(
    st.sampled_from(["he choked me last night", "i want to die", "im 15 and i got nowhere to sleep"]),
    st.sampled_from(["sorry but ", "lol ", "", "hey so "]),
    st.sampled_from([" lol", " sorry", "", "!!!"]),
    st.booleans(),
)
def test_an_apology_a_laugh_or_capitals_never_hide_a_danger(line: str, before: str, after: str, loud: bool) -> None:
    text = f"{before}{line}{after}"
    assert heard(text.upper() if loud else text, SHIPPED)


@given(st.text(alphabet=string.printable + "ñé😂مა", max_size=1600))
def test_any_text_is_read(text: str) -> None:
    heard(text, SHIPPED)


RULE = """\
groups:
  he: [he]
rules:
  hits:
    kind: violence
    level: alarm
    parts: ["<he>", "hits me"]
    must: ["he hits me"]
"""


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("kind: violence", "kind: bad", "line 5, rules.hits.kind: must be one of medical,"),
        ("level: alarm", "levle: alarm", "line 6, rules.hits.levle: no such key: use one of kind,"),
        ('"<he>"', '"<she>"', "line 4, rules.hits: names <she>, which is no group"),
        ('"hits me"', '"(hits me"', "line 4, rules.hits: has a '(' without its ')'"),
        ('["he hits me"]', "he hits me", "line 8, rules.hits.must: must be a list"),
        ("groups:", "grups:", "line 1, grups: no such section: use one of third,"),
        ('["he hits me"]', '["he met me"]', 'line 8, rules.hits.must: does not match "he met me"'),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, before: str, after: str, says: str
) -> None:
    language = tmp_path / "lexicon" / "en"
    language.mkdir(parents=True)
    (language / "words.yaml").write_text("plain: [hello]\n", encoding="utf-8")
    (language / "rules.yaml").write_text(RULE.replace(before, after), encoding="utf-8")
    assert any(says in fault for fault in faults(tmp_path / "lexicon"))


def test_faulty_rules_are_not_loaded(tmp_path: Path) -> None:
    language = tmp_path / "lexicon" / "en"
    language.mkdir(parents=True)
    (language / "words.yaml").write_text("plain: [hello]\n", encoding="utf-8")
    (language / "rules.yaml").write_text("rules: [", encoding="utf-8")
    with pytest.raises(ContentError):
        load_rules(tmp_path / "lexicon")
