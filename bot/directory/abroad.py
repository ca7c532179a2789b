"""Places in neither the United States nor Canada that somebody may name: Mexico, countries, other cities.

A small table made by hand. No number of ours is certain there, so a place of it counts as an unsure country.
A name that is also a larger town of the United States ("nogales", "durango") is left out.
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
    "argentina, bahamas, belize, bolivia, brasil, brazil, chile, china, colombia, costa rica, cuba, "
    "dominican republic, ecuador, el salvador, england, france, germany, guatemala, haiti, honduras, india, "
    "inglaterra, ireland, italy, jamaica, kenya, london england, nicaragua, nigeria, pakistan, panama, paraguay, peru, "
    "philippines, republica dominicana, salvador, scotland, spain, espana, thailand, the bahamas, the philippines, "
    "the uk, uk, uruguay, venezuela, vietnam"
)
_CITIES = (
    "bogota, caracas, chimaltenango, ciudad de guatemala, comayagua, guatemala city, guayaquil, huehuetenango, "
    "la habana, la ceiba, managua, maracaibo, medellin colombia, port au prince, quetzaltenango, san pedro sula, "
    "santo domingo, tegucigalpa, xela"
)

_ALSO_WORDS = (
    "baja, tj, chihuahua, chile, china, guadalajara, guerrero, india, juarez, mexico, morelos, salvador, "
    "sonora, tabasco, monterrey, jamaica, panama, cuba, france, italy, ireland, spain, england, germany, "
    "brazil, colombia, peru, haiti, puebla, oaxaca, jalisco, sinaloa, michoacan, veracruz, zacatecas"
)

NAMES = frozenset(f"{_MEXICO}, {_COUNTRIES}, {_CITIES}".split(", "))
"""Plain names, as `place_names.plain` writes them."""
ALSO_WORDS = frozenset(_ALSO_WORDS.split(", "))
"""Names that are also given names, foods, streets or where somebody is from: they count only after "im in"."""


def is_abroad(name: str) -> bool:
    """Return whether a plain name is a place abroad, with or without its country: "reynosa mexico"."""
    return name in NAMES or (
        name.endswith(" mexico") and name != "new mexico" and name.removesuffix(" mexico") in NAMES
    )
