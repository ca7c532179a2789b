"""Short forms of Spanish in texts, spelled out: "no deja d salir", "q hago", "toy embarazada". Pure."""

from __future__ import annotations

_TEXTED = {
    "q": "que", "k": "que", "ke": "que", "d": "de", "pa": "para", "x": "por", "pq": "porque", "xq": "porque",
    "toy": "estoy", "stoy": "estoy", "ta": "esta", "sta": "esta", "ps": "pues", "pos": "pues", "aki": "aqui",
    "kiero": "quiero", "kiere": "quiere", "kieren": "quieren", "kisiera": "quisiera", "kita": "quita", "kiso": "quiso",
    "kede": "quede", "akabo": "acabo", "nomas": "solo", "nms": "solo", "weno": "bueno", "ocupo": "necesito",
    "r": "are", "n": "and",
}  # fmt: skip


def in_full(said: str) -> str:
    """Return a text with these forms spelled out: words with one space between them."""
    return " ".join(_TEXTED.get(word, word) for word in said.split(" "))
