"""Forms of Spanish verbs that groups of the rules stand for."""

from __future__ import annotations

import pytest

from bot.content.spanish_verbs import Person, expand, forms


def _expanded(*members: str) -> tuple[str, ...]:
    faults: list[str] = []
    found = expand(members, faults.append)
    assert not faults
    return found


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("pegar", "pega pego pegan pegaron pegaba pegara pegue peguen pegando pegado pegar"),
        ("encerrar", "encierra encerro encierran encierre encerrando"),
        ("hacer", "hace hizo hicieron hara haga hecho haciendo"),
        ("traer", "trae trajo trajeron traiga trayendo"),
        ("seguir", "sigue siguio siguieron siga siguiendo"),
        ("morder", "muerde mordio muerdan"),
        ("torcer", "tuerce torcio tuerza"),
        ("huir", "huye huyo huyeron huya huyendo"),
        ("dar", "da dio dan dieron dando"),
    ],
)
def test_what_others_do(verb: str, said: str) -> None:
    assert set(said.split()) <= set(forms(verb, Person.THEY))


@pytest.mark.parametrize(
    ("verb", "said"),
    [("cortar", "corto corte cortaba cortamos"), ("tomar", "tomo tome"), ("hacer", "hago hice"), ("sacar", "saque")],
)
def test_what_i_do(verb: str, said: str) -> None:
    found = forms(verb, Person.I)
    assert set(said.split()) <= set(found)


def test_what_you_do_with_vos() -> None:
    assert {"dejas", "dejaste", "dejes"} <= set(forms("dejar", Person.YOU))
    assert {"podes", "puedes"} <= set(forms("poder", Person.YOU))


def test_pronouns_at_the_end() -> None:
    assert {"pegarme", "pegandome", "pegame", "peguenme", "pegarnos"} <= set(forms("pegar", Person.THEY, "me"))
    assert {"pegarle", "pegandolo", "pegarlas"} <= set(forms("pegar", Person.THEY, "le"))
    assert forms("tomar", Person.I, "melas") == ("tomarmelas", "tomandomelas")


def test_forms_are_written_without_accents() -> None:
    assert all(form.isascii() and form.isalpha() for person in Person for form in forms("aranar", person))


def test_members_of_a_group() -> None:
    assert _expanded("golpe", "<v:pegar>")[:2] == ("golpe", "pega")
    (phrase,) = _expanded("<v:matar+me> a golpes")
    assert phrase.startswith("(matarme|") and phrase.endswith(") a golpes")
    assert _expanded("<kin>", "mi <kin>") == ("<kin>", "mi <kin>")


@pytest.mark.parametrize("member", ["<v:pegue>", "<v:>", "<v:pegar+>", "<yo:Cortar>"])
def test_what_is_no_verb_is_told(member: str) -> None:
    faults: list[str] = []
    assert expand([member], faults.append) == ()
    assert len(faults) == 1
