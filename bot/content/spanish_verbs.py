"""Forms of Spanish verbs, without accents, as texts are read: person, tense and the pronouns written onto the end.

A group of the rules names a verb instead of listing its forms. `<v:pegar>` stands for what somebody else does ("pega",
"pegaron", "pegando"), `<yo:cortar>` for what the person who texts does ("corto", "corte"), `<tu:dejar>` for what the
person addressed does, with "vos". `<v:pegar+me>` stands for the forms with a pronoun at their end ("pegarme",
"pegandonos"). It is pure: values in, values out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_NAMED = re.compile(r"<(v|yo|tu):([a-z]+)(?:\+([a-z]+))?>")
_MEANT = re.compile(r"<(?:v|yo|tu):")
_PRONOUNS = {"me": ("me", "nos"), "le": ("le", "les", "lo", "la", "los", "las"), "se": ("se",)}


class Person(StrEnum):
    """Who does it, as it is written in a group."""

    I = "yo"  # noqa: E741 -- the person who texts
    YOU = "tu"
    THEY = "v"


class _Irregular(NamedTuple):
    """What is irregular about a verb. Everything left out follows the rule.

    change: vowel of the stem and what it becomes under stress. weak: what it becomes in "durmio", "pidiendo".
    first: "tengo". past: stem of "tuvo". later: stem of "tendra". done: "hecho".
    """

    change: str = ""
    weak: str = ""
    first: str = ""
    past: str = ""
    later: str = ""
    done: str = ""


_IE, _UE, _I = _Irregular("e>ie"), _Irregular("o>ue"), _Irregular("e>i", "e>i")
_IRREGULAR = {
    **dict.fromkeys(
        ("apretar", "cerrar", "despertar", "encerrar", "negar", "pensar", "quebrar", "calentar", "enterrar", "perder",
         "entender", "defender", "encender", "empezar", "sentar"), _IE),
    **dict.fromkeys(
        ("acostar", "colgar", "contar", "encontrar", "forzar", "morder", "mostrar", "mover", "soltar", "rodar",
         "probar", "torcer", "volar", "acordar", "costar", "doler", "llover", "recordar"), _UE),
    **dict.fromkeys(("pedir", "despedir", "seguir", "perseguir", "vestir", "medir", "rendir", "impedir"), _I),
    "herir": _Irregular("e>ie", "e>i"),
    "sentir": _Irregular("e>ie", "e>i"),
    "mentir": _Irregular("e>ie", "e>i"),
    "morir": _Irregular("o>ue", "o>u", done="muerto"),
    "dormir": _Irregular("o>ue", "o>u"),
    "jugar": _Irregular("u>ue"),
    "volver": _Irregular("o>ue", done="vuelto"),
    "devolver": _Irregular("o>ue", done="devuelto"),
    "romper": _Irregular(done="roto"),
    "abrir": _Irregular(done="abierto"),
    "escribir": _Irregular(done="escrito"),
    "hacer": _Irregular(first="hago", past="hic", later="har", done="hecho"),
    "poner": _Irregular(first="pongo", past="pus", later="pondr", done="puesto"),
    "tener": _Irregular("e>ie", first="tengo", past="tuv", later="tendr"),
    "detener": _Irregular("e>ie", first="detengo", past="detuv", later="detendr"),
    "querer": _Irregular("e>ie", past="quis", later="querr"),
    "poder": _Irregular("o>ue", "o>u", past="pud", later="podr"),
    "venir": _Irregular("e>ie", "e>i", first="vengo", past="vin", later="vendr"),
    "decir": _Irregular("e>i", "e>i", first="digo", past="dij", later="dir", done="dicho"),
    "traer": _Irregular(first="traigo", past="traj"),
    "caer": _Irregular(first="caigo"),
    "salir": _Irregular(first="salgo", later="saldr"),
    "andar": _Irregular(past="anduv"),
}  # fmt: skip
_WHOLE = {
    "dar": ("doy di daba dare daria de diera", "das dabas diste des", "da dio daba dara daria de diera dan dieron "
            "daban daran darian den dieran", "dar", "dando", "dado"),
    "ver": ("veo vi veia vere veria vea viera", "ves viste veas", "ve vio veia vera veria vea viera ven vieron veian "
            "veran verian vean vieran", "ver", "viendo", "visto"),
    "ir": ("voy fui iba ire iria vaya fuera", "vas ibas fuiste vayas", "va fue iba ira iria vaya fuera van fueron iban "
           "iran irian vayan fueran", "ir", "yendo", "ido"),
}  # fmt: skip
"""Verbs without a rule: what I do, you do, others do, the infinitive, "-ando" and "-ado"."""

_ENDINGS = {
    "ar": {
        "present": ("o", "as", "a", "amos", "an"),
        "past": ("e", "aste", "o", "amos", "aron"),
        "used": ("aba", "abas", "aba", "abamos", "aban"),
        "would": ("e", "es", "e", "emos", "en"),
    },
    "er": {
        "present": ("o", "es", "e", "emos", "en"),
        "past": ("i", "iste", "io", "imos", "ieron"),
        "used": ("ia", "ias", "ia", "iamos", "ian"),
        "would": ("a", "as", "a", "amos", "an"),
    },
    "ir": {
        "present": ("o", "es", "e", "imos", "en"),
        "past": ("i", "iste", "io", "imos", "ieron"),
        "used": ("ia", "ias", "ia", "iamos", "ian"),
        "would": ("a", "as", "a", "amos", "an"),
    },
}
_FUTURE, _CONDITIONAL = ("e", "as", "a", "emos", "an"), ("ia", "ias", "ia", "iamos", "ian")
_AT = {Person.I: (0, 3), Person.YOU: (1,), Person.THEY: (2, 4)}
_WE = 3


def expand(members: Iterable[str], tell: Callable[[str], None]) -> tuple[str, ...]:
    """Return the members of a group with every verb replaced by its forms. Tell what is named like a verb and is none.

    A member of several words may have verbs in it: "<v:pegar> duro".
    """
    found: dict[str, None] = {}
    for member in members:
        try:
            found.update(dict.fromkeys(_written(member)))
        except ValueError as error:
            tell(str(error))
    return tuple(found)


def _written(member: str) -> Iterable[str]:
    if (named := _NAMED.fullmatch(member)) is not None:
        return _named(named)
    if _NAMED.search(member) is None and _MEANT.search(member) is not None:
        raise ValueError(f"has {member!r}: write <v:verb>, <yo:verb>, <tu:verb>, or <v:verb+me>")
    return [_NAMED.sub(lambda named: f"({'|'.join(_named(named))})", member)]


def _named(named: re.Match[str]) -> tuple[str, ...]:
    return forms(named[2], Person(named[1]), named[3] or "")


@lru_cache(maxsize=1024)
def forms(verb: str, person: Person, pronoun: str = "") -> tuple[str, ...]:
    """Return the forms of a verb for one person, or those with a pronoun at the end.

    pronoun: "me" is also "nos", "le" also "lo" and "la". Any other is taken as written: "melas".
    """
    if verb[-2:] not in _ENDINGS or len(verb) < len("dar") - (verb == "ir"):
        raise ValueError(f"has {verb!r}, which is no infinitive: it ends in -ar, -er or -ir, without an accent")
    if not pronoun:
        return tuple(dict.fromkeys([*_finite(verb, person), verb, _doing(verb), _done(verb)]))
    ends = _PRONOUNS.get(pronoun, (pronoun,))
    bases = [verb, _doing(verb), *([] if person is Person.I else _orders(verb))]
    return tuple(dict.fromkeys(base + end for base in bases for end in ends))


def _finite(verb: str, person: Person) -> Iterator[str]:
    if verb in _WHOLE:
        yield from _WHOLE[verb][(Person.I, Person.YOU, Person.THEY).index(person)].split()
        return
    ending, odd = verb[-2:], _IRREGULAR.get(verb, _Irregular())
    present, past = _present(verb), _past(verb)
    for at in _AT[person]:
        yield present[at]
        yield past[at]
        yield _stem(verb) + _ENDINGS[ending]["used"][at]
        yield (odd.later or verb) + _FUTURE[at]
        yield (odd.later or verb) + _CONDITIONAL[at]
        yield _may(verb)[at]
        yield past[4][:-3] + "r" + ("a", "as", "a", "amos", "an")[at]
    if person is Person.YOU:  # vos
        yield _stem(verb) + ending[0] + "s"


def _stem(verb: str) -> str:
    return verb[:-2]


def _stressed(verb: str) -> str:
    change = _IRREGULAR.get(verb, _Irregular()).change
    return _changed(_stem(verb), change)


def _changed(stem: str, change: str) -> str:
    """Return the stem with its last such vowel changed."""
    if not change:
        return stem
    old, _, new = change.partition(">")
    before, _, after = stem.rpartition(old)
    return before + new + after


def _present(verb: str) -> tuple[str, ...]:
    odd, ends = _IRREGULAR.get(verb, _Irregular()), _ENDINGS[verb[-2:]]["present"]
    stressed = _stressed(verb)
    if verb.endswith("uir") and not verb.endswith("guir"):
        stressed += "y"
    first = odd.first or _soft(verb, stressed, "o") + "o"
    return (first, stressed + ends[1], stressed + ends[2], _stem(verb) + ends[3], stressed + ends[4])


def _soft(verb: str, stem: str, letter: str) -> str:
    """Return a stem spelled so that it sounds the same before another vowel: "pegue", "saque", "persigo"."""
    if letter == "e" and verb.endswith("ar"):
        for old, new in (("gu", "gu"), ("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(old):
                return stem[: -len(old)] + new
    if letter in "oa" and not verb.endswith("ar"):
        if stem.endswith("gu"):
            return stem[:-1]
        if stem.endswith("g"):
            return stem[:-1] + "j"
        if stem.endswith(("ec", "oc", "uc")):
            return stem[:-1] + "zc"
        if stem.endswith("rc"):
            return stem[:-1] + "z"
    return stem


def _past(verb: str) -> tuple[str, ...]:
    odd, ends = _IRREGULAR.get(verb, _Irregular()), _ENDINGS[verb[-2:]]["past"]
    if odd.past:
        plural = "eron" if odd.past.endswith("j") else "ieron"
        third = "hizo" if verb == "hacer" else odd.past + "o"
        return (*(odd.past + end for end in ("e", "iste")), third, odd.past + "imos", odd.past + plural)
    stem = _stem(verb)
    weak = _changed(stem, odd.weak)
    io, ieron = ends[2], ends[4]
    if verb[-2:] != "ar" and stem[-1] in "aeou" and not stem.endswith("gu"):  # "cayo", "huyeron"
        io, ieron = "yo", "yeron"
    return (_soft(verb, stem, "e") + ends[0] if verb.endswith("ar") else stem + ends[0], stem + ends[1], weak + io,
            stem + ends[3], weak + ieron)  # fmt: skip


def _may(verb: str) -> tuple[str, ...]:
    """Return "pegue", "haga": what is wished, feared or ordered."""
    odd, ends = _IRREGULAR.get(verb, _Irregular()), _ENDINGS[verb[-2:]]["would"]
    if odd.first:
        return tuple(odd.first[:-1] + end for end in ends)
    first = ends[0][0]
    strong = _stressed(verb) + ("y" if verb.endswith("uir") and not verb.endswith("guir") else "")
    plain = strong if strong.endswith("y") else _changed(_stem(verb), odd.weak)
    return tuple(_soft(verb, plain if at == _WE else strong, first) + end for at, end in enumerate(ends))


def _doing(verb: str) -> str:
    if verb in _WHOLE:
        return _WHOLE[verb][4]
    if verb.endswith("ar"):
        return _stem(verb) + "ando"
    stem = _changed(_stem(verb), _IRREGULAR.get(verb, _Irregular()).weak)
    return stem + ("yendo" if stem[-1] in "aeou" and not stem.endswith("gu") else "iendo")


def _done(verb: str) -> str:
    if verb in _WHOLE:
        return _WHOLE[verb][5]
    return _IRREGULAR.get(verb, _Irregular()).done or _stem(verb) + ("ado" if verb.endswith("ar") else "ido")


def _orders(verb: str) -> tuple[str, ...]:
    """Return the forms of an order that take a pronoun: "pega", "pegue", "peguen"."""
    if verb in _WHOLE:
        return ()
    short = {"hacer": "haz", "poner": "pon", "decir": "di", "tener": "ten", "venir": "ven", "salir": "sal"}
    may = _may(verb)
    return (short.get(verb, _present(verb)[2]), may[2], may[4])
