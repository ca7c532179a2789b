"""Places in neither the United States nor Canada that somebody may name: Mexico, countries, other cities.

A small table made by hand. No number of ours works there. A name that is also a larger town of the United
States is left out ("durango"), or its country is asked for ("nogales", "dublin").
"""

from __future__ import annotations

_MEXICO = (
    "acapulco, aguascalientes, baja, baja california, cabo san lucas, cancun, cd acuna, cd juarez, cdmx, chetumal, "
    "chiapas, chihuahua, chilpancingo, ciudad acuna, ciudad de mexico, ciudad juarez, ciudad obregon, "
    "ciudad victoria, coahuila, coatzacoalcos, cuernavaca, culiacan, ecatepec, edomex, ensenada, estado de mexico, "
    "guadalajara, guanajuato, guerrero, hermosillo, hidalgo mexico, irapuato, jalisco, juarez, leon guanajuato, "
    "los cabos, los mochis, matamoros, mazatlan, merida yucatan, mexicali, mexico, mexico city, michoacan, monclova, "
    "monterrey, morelia, morelos, naucalpan, nayarit, neza, nuevo laredo, nuevo leon, oaxaca, piedras negras, "
    "playa del carmen, poza rica, puebla, puerto vallarta, queretaro, quintana roo, reynosa, rosarito, saltillo, "
    "san cristobal de las casas, san luis potosi, san luis rio colorado, sinaloa, sonora, tabasco, tamaulipas, "
    "tapachula, tecate, tenancingo, tepic, tijuana, tj, tlaxcala, toluca, torreon, tulum, uruapan, veracruz, "
    "villahermosa, xalapa, yucatan, zacatecas"
)
_COUNTRIES = (
    "africa, alemania, arabia saudita, argentina, asia, australia, austria, bahamas, bangladesh, barbados, belgium, "
    "belize, bolivia, brasil, brazil, britain, bulgaria, cambodia, chile, china, colombia, corea, costa rica, cuba, "
    "denmark, dominican republic, dubai, ecuador, egypt, el salvador, england, ethiopia, europa, europe, finland, "
    "france, francia, germany, ghana, great britain, greece, guatemala, guyana, haiti, honduras, hungary, india, "
    "indonesia, inglaterra, iran, iraq, ireland, israel, italia, italy, jamaica, japan, japon, kenya, korea, kuwait, "
    "laos, malaysia, marruecos, morocco, nepal, netherlands, new zealand, nicaragua, nigeria, norway, pakistan, "
    "panama, paraguay, peru, philippines, poland, portugal, qatar, reino unido, republica dominicana, romania, "
    "russia, rusia, salvador, saudi arabia, scotland, senegal, singapore, south africa, south korea, spain, espana, "
    "sweden, switzerland, syria, taiwan, tanzania, thailand, the bahamas, the dominican republic, the netherlands, "
    "the philippines, the uk, the united kingdom, trinidad, turkey, uganda, uk, ukraine, ucrania, united kingdom, "
    "uruguay, venezuela, vietnam, wales, zambia, zimbabwe"
)
_CITIES = (
    "abuja, accra, addis ababa, amsterdam, bangkok, barcelona, beijing, beirut, belfast, berlin, bogota, brisbane, "
    "bucharest, budapest, buenos aires, caracas, casablanca, chimaltenango, ciudad de guatemala, comayagua, "
    "copenhagen, delhi, dhaka, doha, edinburgh, guatemala city, guayaquil, hanoi, ho chi minh, hong kong, "
    "huehuetenango, islamabad, istanbul, jakarta, johannesburg, karachi, kathmandu, kiev, kyiv, la ceiba, la habana, "
    "lagos, lahore, lisbon, madrid, managua, manila, maracaibo, medellin, medellin colombia, mumbai, nairobi, "
    "new delhi, osaka, oslo, paris, phnom penh, port au prince, prague, quetzaltenango, quito, rio de janeiro, "
    "riyadh, saigon, san pedro sula, santo domingo, sao paulo, seoul, shanghai, stockholm, sydney, taipei, "
    "tegucigalpa, tokyo, warsaw poland, xela, zurich"
)
_ALSO_HERE = "athens, cairo, dublin, lima, melbourne, moscow, naples, nogales, rome, valencia, vienna"

_ALSO_WORDS = (
    "baja, tj, quito, chihuahua, chile, china, guadalajara, guerrero, india, juarez, mexico, morelos, salvador, "
    "sonora, tabasco, monterrey, jamaica, panama, cuba, france, italy, ireland, spain, england, germany, "
    "brazil, colombia, peru, haiti, puebla, oaxaca, jalisco, sinaloa, michoacan, veracruz, zacatecas, "
    "paris, sydney, barcelona, berlin, israel, jordan, turkey, wales, poland, portugal, africa, asia, europe, europa, "
    "korea, corea, japan, iran, egypt, trinidad, lagos, manila, medellin, kenya, russia, rusia, greece, dubai, italia, "
    "francia, britain, australia, austria, nepal, delhi, madrid, tokyo, seoul"
)

NAMES = frozenset(f"{_MEXICO}, {_COUNTRIES}, {_CITIES}".split(", "))
"""Plain names, as `place_names.plain` writes them."""
ALSO_WORDS = frozenset(_ALSO_WORDS.split(", "))
"""Names that are also given names, foods, streets or where somebody is from: they count only after "im in"."""
ALSO_HERE = frozenset(_ALSO_HERE.split(", "))
"""Cities abroad that are also larger towns of the United States: the country is asked for."""

_COUNTRY_NAMES = frozenset({"mexico", *_COUNTRIES.split(", ")})
_NO_CITY = frozenset({"little", "new", "not", "no", "from", "to", "near", "and", "or", "in", "the", "de", "y", "like"})
"""Words that are no city before a country: "new mexico", "little italy"."""


def is_abroad(name: str) -> bool:
    """Return whether a plain name is a place abroad, with or without its country: "reynosa mexico", "london uk"."""
    city, _, country = name.partition(" ")
    return name in NAMES or (country in _COUNTRY_NAMES and city not in _NO_CITY) or _in_mexico(name)


def _in_mexico(name: str) -> bool:
    return name.endswith(" mexico") and name != "new mexico" and name.removesuffix(" mexico") in NAMES
