"""Short and phonetic forms of texts, as the small grammars know the words: "kien es" is "quien es". Pure."""

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
    "pa": "para", "ps": "pues", "pos": "pues", "kisiera": "quisiera", "kita": "quita", "kiso": "quiso", "kede": "quede",
    "akabo": "acabo", "nomas": "solo", "nms": "solo", "weno": "bueno", "ocupo": "necesito", "r": "are", "n": "and",
    "m": "me", "t": "te", "kito": "quito", "kitan": "quitan", "kitaron": "quitaron", "kitar": "quitar",
    "kitarme": "quitarme", "vdd": "verdad", "aser": "hacer", "ise": "hice",
}  # fmt: skip


def in_full(said: str) -> str:
    """Return words with one space between them, with what is texted in short written out."""
    words = said.split()
    if not _INSTEAD.keys().isdisjoint(words):
        words = [_INSTEAD.get(word, word) for word in words]
    return " ".join(words)
