"""Canada for the area look-up: provinces, larger cities, and the province of each postal code letter.

A small table made by hand, since there is no free list of Canadian postal codes. Coarse on purpose.
"""

from __future__ import annotations

from bot.flows.model import Area

PROVINCES = {
    "alberta": "AB", "british columbia": "BC", "columbia britanica": "BC", "manitoba": "MB",
    "new brunswick": "NB", "newfoundland": "NL", "labrador": "NL", "newfoundland and labrador": "NL",
    "nova scotia": "NS", "northwest territories": "NT", "nunavut": "NU", "ontario": "ON",
    "prince edward island": "PE", "quebec": "QC", "saskatchewan": "SK", "yukon": "YT",
    "ab": "AB", "bc": "BC", "mb": "MB", "nb": "NB", "nl": "NL", "ns": "NS", "nt": "NT", "nwt": "NT",
    "nu": "NU", "on": "ON", "ont": "ON", "pe": "PE", "pei": "PE", "qc": "QC", "sk": "SK", "yt": "YT",
}  # fmt: skip

_LETTERS = {
    "a": "NL", "b": "NS", "c": "PE", "e": "NB", "g": "QC", "h": "QC", "j": "QC", "k": "ON", "l": "ON",
    "m": "ON", "n": "ON", "p": "ON", "r": "MB", "s": "SK", "t": "AB", "v": "BC", "x": "NT", "y": "YT",
}  # fmt: skip

_CITIES = {
    "BC": (
        "Abbotsford, Burnaby, Campbell River, Chilliwack, Coquitlam, Courtenay, Cranbrook, Delta, Kamloops, Kelowna, "
        "Langley, Maple Ridge, Nanaimo, Nelson, New Westminster, North Vancouver, Penticton, Port Alberni, "
        "Port Coquitlam, Port Moody, Prince George, Prince Rupert, Richmond, Saanich, Squamish, Surrey, Terrace, "
        "Vancouver, Vernon, Victoria, West Vancouver, White Rock, Williams Lake"
    ),
    "AB": "Airdrie, Calgary, Edmonton, Fort McMurray, Grande Prairie, Lethbridge, Medicine Hat, Red Deer",
    "SK": "Moose Jaw, Prince Albert, Regina, Saskatoon",
    "MB": "Brandon, Steinbach, Thompson, Winnipeg",
    "ON": (
        "Ajax, Barrie, Belleville, Brampton, Brantford, Burlington, Cambridge, Cornwall, Guelph, Hamilton, Kingston, "
        "Kitchener, London, Markham, Mississauga, Niagara Falls, North Bay, Oakville, Oshawa, Ottawa, Peterborough, "
        "Pickering, Richmond Hill, Sarnia, Sault Ste Marie, Scarborough, St Catharines, Sudbury, Thunder Bay, "
        "Timmins, Toronto, Vaughan, Waterloo, Whitby, Windsor"
    ),
    "QC": "Gatineau, Laval, Longueuil, Montreal, Quebec City, Saguenay, Sherbrooke, Trois-Rivières",
    "NB": "Fredericton, Moncton, Saint John",
    "NS": "Dartmouth, Halifax, Sydney",
    "PE": "Charlottetown, Summerside",
    "NL": "Corner Brook, St John's",
    "YT": "Whitehorse",
    "NT": "Yellowknife",
    "NU": "Iqaluit",
}

CITIES = {(name, province): name for province, names in _CITIES.items() for name in names.split(", ")}
"""Cities of the table, by name and province."""


def by_letter(code: str) -> Area:
    """Return the province of a postal code, of which only the first letters count."""
    code = code.lower()
    nunavut = code[:3] in {"x0a", "x0b", "x0c"}
    return Area(region="NU" if nunavut else _LETTERS[code[0]], country="CA")
