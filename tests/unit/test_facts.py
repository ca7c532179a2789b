"""Facts that a text tells: age, for whom, and closed facts; whose they are; and the faults that the loader names."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.content.facts_file import FACTS, load_facts
from bot.content.vocabulary import SHIPPED, read_vocabulary
from bot.errors import ContentError
from bot.flows.names import Fact
from bot.understanding.facts import Facts, Told
from tests.support.growth import WORSE_THAN_LINEAR, growth
from tests.support.shipped import LEXICON, VOCABULARY

FACTS_OF_ALL = load_facts(short=VOCABULARY.short)


def told(text: str, facts: Facts = FACTS_OF_ALL) -> Told:
    return facts.told(text, LEXICON.clean(text), LEXICON.clean)


def names(text: str) -> set[str]:
    heard = told(text)
    return {fact.value for fact in heard.facts} | ({str(heard.age)} if heard.age else set())


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im 16", 16), ("hey im seventeen and i need help", 17), ("16yo no where to go", 16),
        ("15 yr old girl here", 15),
        ("17f", 17), ("m 19 homeless", 19), ("turned 17 in march", 17), ("just turned fourteen", 14), ("age 16", 16),
        ("i turn 18 in june", 17), ("im almost 18", 17), ("im 16 my stepdad kicked me out", 16), ("no im 15", 15),
        ("im 15 2 months pregnant", 15), ("im twenty two", 22), ("17 going on 40", 17),
        ("16 but ppl say i look older", 16),
        ("i told them im 18 but im really 15", 15), ("my bf is 25 and im 17", 17), ("hes 40 im 16", 16),
        ("been on my own since 13, im 20 now", 20), ("how old do i have to be, im 15", 15),
        ("tengo 15", 15), ("tengo quince años", 15), ("tengo treinta y dos", 32), ("13 y vivo en laredo", 13),
        ("cumplo 18 en junio", 17), ("acabo de cumplir 16", 16), ("soy una muchacha de 17", 17),
        ("mi novio tiene 30 y yo 16", 16), ("tengo eighteen y vivo sola", 18),
    ],
)  # fmt: skip
def test_an_age_is_heard(text: str, age: int) -> None:
    assert told(text).age == age


@pytest.mark.parametrize(
    "text",
    [
        "i got 16 dollars left", "im down to 20 bucks", "since i was 12", "when i turned 16 he found me",
        "on my own since i was 14", "im 20 minutes away", "im 16 weeks pregnant", "im 5 months pregnant", "wait 15",
        "i work 16 hours a day", "i had 15 of us in a room", "can a 16 year old stay there", "shes 15", "he is 30",
        "is there anything for a 15 year old", "my bf is 25", "im dating a 30 yr old", "im on 16th street", "12",
        "12 almost 13", "im 6 foot", "what if im 17", "he thinks im 18", "clean for 15 days",
        "tengo 20 dolares", "tengo 15 minutos", "desde los 14", "cuando tenia 16", "mi novio tiene 30",
        "hace 15 dias",
        "hay algo para una de 16", "le debo 15 mil",
    ],
)  # fmt: skip
def test_no_other_number_is_an_age(text: str) -> None:
    assert told(text).age is None


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("asking for a friend", "for_friend"), ("my bsf wont text u herself so im doing it", "for_friend"),
        ("my friend is pregnant", "for_friend pregnant"), ("i have a friend who is 14", "for_friend 14"),
        ("im asking for my friend shes 15 and deaf", "for_friend 15 deaf"),
        ("its for my son hes 15", "for_family 15"),
        ("my 16 yr old daughter ran away", "for_family 16"), ("not for me its for my cousin", "for_family"),
        ("my bro is 16, any place for him", "for_family 16"),
        ("client of mine is 19 and pregnant", "for_client 19 pregnant"),
        ("im a case manager looking for a bed", "for_client"), ("public defender, client needs a bed", "for_client"),
        ("es para una amiga, tiene 16", "for_friend 16"), ("mi hija tiene 15", "for_family 15"),
        ("soy trabajadora social", "for_client"), ("busco ayuda para mi hermana", "for_family"),
        ("im a dude", "boy"), ("not a her. he him", "boy"), ("do u take boys? im a boy", "boy"),
        ("soy muchacho", "boy"),
        ("is it ok if im trans", "trans"), ("they them pls im enby", "trans"), ("soy chica trans", "trans"),
        ("preggo 5 mo", "pregnant"), ("my bf got me pregnant", "pregnant"),
        ("mom kicked me out bc im pregnant", "pregnant"),
        ("i might be having a baby", "pregnant"), ("creo q toy preñada", "pregnant"),
        ("tengo 4 meses de embarazo", "pregnant"),
        ("me and my two kids need somewhere", "children"), ("single mom", "children"),
        ("i have a 4 yr old", "children"),
        ("ando con mi bebe", "children"), ("soy mama de dos", "children"),
        ("texts only please", "text_only"), ("i cant talk on the phone", "text_only"),
        ("mic is busted on this phone", "text_only"),
        ("no puedo hablar por telefono", "text_only"), ("puro mensaje, por llamada no", "text_only"),
        ("lost my wallet so no id", "no_id"), ("he took my passport", "no_id"), ("no tengo id", "no_id"),
        ("me quitaron los papeles", "no_id"), ("no car out here", "no_ride"), ("nobody can drive me", "no_ride"),
        ("i cant get there", "no_ride"), ("no tengo como llegar", "no_ride"), ("ando a pie", "no_ride"),
        ("hard of hearing", "deaf"), ("deaf, asl is my first language", "deaf"), ("soy sorda", "deaf"),
        ("im off a rez up north", "native"), ("im anishinaabe", "native"), ("soy apache", "native"),
        ("9 placements n im only 16", "in_care 16"), ("my foster mom is nice", "in_care"),
        ("vivo en una casa hogar", "in_care"),
        ("i went awol from placement last nite", "ran_from_care"), ("ran from my group home", "ran_from_care"),
        ("me escape del foster", "ran_from_care"), ("he makes me work for free", "unpaid_work"),
        ("havent been paid in 2 months", "unpaid_work"), ("no me pagan", "unpaid_work"),
        ("me deben mi sueldo", "unpaid_work"),
        ("im undocumented n scared of the cops", "undocumented afraid_of_police"), ("no papers", "undocumented"),
        ("entre sin papeles en el 2023", "undocumented"), ("no llamen a la policia", "afraid_of_police"),
        ("pls dont call the cops", "afraid_of_police"), ("le tengo miedo a la migra", "afraid_of_police"),
        ("im under 18", "minor"), ("soy menor", "minor"),
        ("PLEASE HELP IM 16 AND PREGNANT", "16 pregnant"),
        ("okay so I'm nineteen and I have a baby and I don't have a car", "19 children no_ride"),
    ],
)  # fmt: skip
def test_facts_are_heard(text: str, facts: str) -> None:
    assert names(text) >= set(facts.split())
    assert names(text) <= set(facts.split())


@pytest.mark.parametrize(
    "text",
    [
        "do they take boys", "hey dude", "oh boy", "he is a boy", "do they take trans girls", "not pregnant",
        "im not pregnant", "what if i was pregnant", "is there a shelter for pregnant women", "if you get pregnant",
        "my mom is deaf", "it fell on deaf ears", "my parents are undocumented", "do i need an id",
        "do they need my id",
        "got my id back", "i have my id", "i have a car", "i was in foster care when i was little",
        "my caseworker sucks",
        "used to be in foster care", "they took my kids", "i dont have kids", "my kids are with my mom",
        "i dont get paid til friday", "im not scared of cops", "english is not my native language", "i cant call rn",
        "my friend told me about this number", "i stay with my friend", "my friends mom kicked me out", "hello",
        "expecting a call", "my lil bro is deaf", "hay algo para menores", "aceptan muchachos?",
        "aceptan embarazadas",
        "no estoy embarazada", "mi mama es sorda", "necesitan mi id?", "no tengo hijos", "ya sali del foster",
    ],
)  # fmt: skip
def test_what_is_denied_asked_past_or_of_others_is_no_fact(text: str) -> None:
    assert not names(text)


def test_facts_of_somebody_else_are_told_apart() -> None:
    assert told("she is 15 and pregnant") == Told(of_other=frozenset({Fact.PREGNANT}), age_of_other=15)


def test_shipped_files_have_no_faults() -> None:
    load_facts()


@pytest.mark.parametrize(
    "text",
    ["he will post my nudes if i dont pay", "i cant pay rent", "what if i do not pay", "si no pago me corren",
     "mi papa no paga la renta", "no quiero pagar"],
)  # fmt: skip
def test_who_does_not_pay_works_not_without_pay(text: str) -> None:
    assert "unpaid_work" not in names(text)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob(f"*/{FACTS}")), ids=lambda path: path.parent.name)
def test_files_are_plain_yaml(path: Path) -> None:
    read = YAML(typ="safe", pure=True).load(path)
    assert set(read) == {"groups", "numbers", "lists", "persons", "facts"}
    assert all(isinstance(phrase, str) for phrases in read["facts"].values() for phrase in phrases)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("facts:\n  pregnent:\n    - pregnant\n", "en/facts.yaml, line 2, facts.pregnent: no such name"),
        ("facts:\n  pregnant:\n    - (pregnant\n", "line 3, facts.pregnant: the phrase has a '(' without its ')'"),
        ("facts:\n  deaf:\n    - <deaf> girl\n", "line 3, facts.deaf: the phrase names <deaf>, which is no group"),
        ("facts:\n  deaf: deaf\n", "line 2, facts.deaf: must be a list"),
        ("fact:\n", "line 1, fact: no such section"),
        ("lists:\n  deny: not\n", "line 2, lists.deny: no such list"),
        ("numbers:\n  six: vi\n", "line 2, numbers.six: must be a number in digits"),
        ("facts:\n- deaf\n", "line 1, facts: must be keys"),
        ("facts:\n  deaf: [deaf]\n  deaf: [deaf]\n", "line 3, facts.deaf: stands here twice"),
        ("facts: [\n", "this is not YAML"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, written: str, says: str) -> None:
    folder = tmp_path / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / FACTS).write_text(written, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_facts(tmp_path / "lexicon")
    assert any(says in problem for problem in raised.value.problems)


def test_facts_load_faster_than_the_vocabulary() -> None:
    def cost(load: Callable[[], object]) -> float:
        costs = []
        for _ in range(2):
            began_at = time.process_time()
            load()
            costs.append(time.process_time() - began_at)
        return min(costs)

    assert cost(lambda: load_facts(short=VOCABULARY.short)) < cost(read_vocabulary)


@given(st.text(max_size=300))
def test_any_text_may_be_read(text: str) -> None:
    told(text)


@pytest.mark.parametrize("piece", ["im 16 and not my sister ", "16 ", "not ", "my friend is 17 and "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    assert growth(told, piece) < WORSE_THAN_LINEAR
