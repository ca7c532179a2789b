"""Spanish as it is texted, in the words that the small grammars know: "kien es" is "quien es"."""

from __future__ import annotations

_INSTEAD = {
    "q": "que", "k": "que", "ke": "que", "qe": "que", "kien": "quien", "qien": "quien", "kn": "con", "aki": "aqui",
    "aka": "aca", "ta": "esta", "tan": "estan", "toy": "estoy", "stoy": "estoy", "tas": "estas", "sta": "esta",
    "kiero": "quiero", "qiero": "quiero", "kieres": "quieres", "kiere": "quiere", "kieren": "quieren", "d": "de",
    "x": "por", "xfa": "porfa", "pq": "porque", "xq": "porque", "xk": "porque", "pk": "porque", "orita": "ahorita",
    "horita": "ahorita", "aorita": "ahorita", "aora": "ahora", "ora": "ahora", "ablar": "hablar", "ablas": "hablas",
    "abla": "habla", "ablan": "hablan", "ablo": "hablo", "avlar": "hablar", "escrives": "escribes",
    "disponivle": "disponible", "digaz": "digas", "ama": "mama", "apa": "papa", "ami": "mi", "asta": "hasta",
    "trabaho": "trabajo", "dijas": "digas", "yames": "llames", "yamen": "llamen",
}  # fmt: skip


def in_full(said: str) -> str:
    """Return words with one space between them, with what is texted in short written out."""
    return " ".join(_INSTEAD.get(word, word) for word in said.split())
