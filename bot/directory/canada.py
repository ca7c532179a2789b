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
    "nu": "NU", "on": "ON", "ont": "ON", "pe": "PE", "pei": "PE", "qc": "QC", "sk": "SK", "sask": "SK", "yt": "YT",
}  # fmt: skip

_LETTERS = {
    "a": "NL", "b": "NS", "c": "PE", "e": "NB", "g": "QC", "h": "QC", "j": "QC", "k": "ON", "l": "ON",
    "m": "ON", "n": "ON", "p": "ON", "r": "MB", "s": "SK", "t": "AB", "v": "BC", "x": "NT", "y": "YT",
}  # fmt: skip

_CITIES = {
    "BC": (
        "Abbotsford, Burnaby, Campbell River, Castlegar, Chilliwack, Comox, Coquitlam, Courtenay, Cranbrook, "
        "Dawson Creek, Delta, Fort Nelson, Fort St John, Kamloops, Kelowna, Kitimat, Langley, Maple Ridge, Nanaimo, "
        "Nelson, New Westminster, North Vancouver, Osoyoos, Penticton, Port Alberni, Port Coquitlam, Port Hardy, "
        "Port Moody, Powell River, Prince George, Prince Rupert, Quesnel, Revelstoke, Richmond, Saanich, Salmon Arm, "
        "Sechelt, Squamish, Surrey, Terrace, Tofino, Vancouver, Vernon, Victoria, West Vancouver, Whistler, "
        "White Rock, Williams Lake"
    ),
    "AB": (
        "Airdrie, Bonnyville, Calgary, Camrose, Canmore, Cold Lake, Edmonton, Fort McMurray, Grande Prairie, Leduc, "
        "Lethbridge, Lloydminster, Medicine Hat, Okotoks, Red Deer, Sherwood Park, Slave Lake, Spruce Grove, "
        "St Albert, Wetaskiwin, Whitecourt"
    ),
    "SK": (
        "Estevan, La Ronge, Moose Jaw, North Battleford, Prince Albert, Regina, Saskatoon, Swift Current, Weyburn, "
        "Yorkton"
    ),
    "MB": "Brandon, Flin Flon, Portage la Prairie, Steinbach, The Pas, Thompson, Winkler, Winnipeg",
    "ON": (
        "Ajax, Barrie, Belleville, Bowmanville, Brampton, Brantford, Brockville, Burlington, Cambridge, Chatham-Kent, "
        "Cornwall, Elliot Lake, Etobicoke, Fort Erie, Guelph, Hamilton, Kapuskasing, Kenora, Kingston, Kirkland Lake, "
        "Kitchener, Leamington, London, Markham, Mississauga, Niagara Falls, North Bay, North York, Oakville, Orillia, "
        "Oshawa, Ottawa, Owen Sound, Petawawa, Peterborough, Pickering, Richmond Hill, Sarnia, Sault Ste Marie, "
        "Scarborough, Sioux Lookout, St Catharines, Sudbury, Thunder Bay, Tillsonburg, Timmins, Toronto, Vaughan, "
        "Waterloo, Whitby, Windsor"
    ),
    "QC": (
        "Drummondville, Gatineau, Laval, Longueuil, Montreal, Quebec City, Rimouski, Rouyn-Noranda, Saguenay, "
        "Sept-Iles, Shawinigan, Sherbrooke, Trois-Rivières, Val-d'Or"
    ),
    "NB": "Edmundston, Fredericton, Miramichi, Moncton, Saint John",
    "NS": "Antigonish, Dartmouth, Glace Bay, Halifax, New Glasgow, Sydney",
    "PE": "Charlottetown, Summerside",
    "NL": "Corner Brook, Gander, Labrador City, Mount Pearl, St John's",
    "YT": "Whitehorse",
    "NT": "Hay River, Inuvik, Yellowknife",
    "NU": "Iqaluit, Rankin Inlet",
}

CITIES = {(name, province): name for province, names in _CITIES.items() for name in names.split(", ")}
"""Cities of the table, by name and province."""

SHORT = {
    "the soo": ("Sault Ste Marie", "ON"), "sault sainte marie": ("Sault Ste Marie", "ON"),
    "fort mac": ("Fort McMurray", "AB"), "ft mac": ("Fort McMurray", "AB"), "ft mcmurray": ("Fort McMurray", "AB"),
    "the peg": ("Winnipeg", "MB"), "wpg": ("Winnipeg", "MB"), "sauga": ("Mississauga", "ON"),
    "gta": ("Toronto", "ON"), "the gta": ("Toronto", "ON"), "tdot": ("Toronto", "ON"), "t dot": ("Toronto", "ON"),
    "yeg": ("Edmonton", "AB"), "yyc": ("Calgary", "AB"), "hrm": ("Halifax", "NS"), "tbay": ("Thunder Bay", "ON"),
}  # fmt: skip
"""Names by which some of them are called, plain."""


def by_letter(code: str) -> Area:
    """Return the province of a postal code, of which only the first letters count."""
    code = code.lower()
    nunavut = code[:3] in {"x0a", "x0b", "x0c"}
    return Area(region="NU" if nunavut else _LETTERS[code[0]], country="CA")
