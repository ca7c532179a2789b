"""Where somebody is, said in any text: numbers of that country from then on; asked where it is not sure."""

from __future__ import annotations

import pytest

from bot.directory.area import find_area
from bot.directory.said_place import NOWHERE, said_place
from bot.flows.model import Area
from tests.support.talk import TO_NEEDS, snapshot, talk

US_NUMBERS = ("1-888-373-7888", "233733", "1-800-422-4453", "1-800-222-1222", "66008", "741741")

# Her country and place

CANADA = [
    "hey im in surrey bc do u guys help here",
    "im in canada",
    "i live in toronto",
    "im stuck in calgary",
    "im in british columbia",
    "my postal code is M5V 2T6",
    "vivo en toronto",
    "estoy en canada",
    "im canadian",
    "im near london ontario",
    "abbotsford b.c.",
    "burnaby bc need food",
    "in winnipeg rn",
    "kelowna",
    "red deer alberta please help",
]


@pytest.mark.parametrize("text", CANADA)
@pytest.mark.parametrize("at_first", [True, False])
def test_whoever_is_in_canada_gets_no_number_of_the_states(text: str, at_first: bool) -> None:
    at = talk(text) if at_first else talk(*TO_NEEDS, text)
    for more in (
        "he has a knife",
        "2",
        "1",
        "1",
        "my friend is overdosing",
        "2",
        "not now",
        "person",
        "my dad touches my sister",
    ):
        said = at.text(more)
        assert not any(number in said for number in US_NUMBERS), (more, said)
    assert at.session.area is not None and at.session.area.country == "CA"


@pytest.mark.parametrize(
    "text",
    [
        "im in surrey",
        "im in vancouver",
        "i live in victoria",
        "vivo en richmond",
        "im in kingston",
        "london",
    ],
)
def test_a_city_of_two_countries_is_asked_and_gets_only_numbers_of_both(text: str) -> None:
    at = talk(text)
    said = at.text("he has a knife")
    assert "911" in said and "988" in said and not any(number in said for number in US_NUMBERS)
    at = talk(*TO_NEEDS, text, "food")
    assert at.reply.key == "needs.country" and "Canada" in at.reply.text.replace("á", "a")
    at.text("surrey bc")
    assert at.session.area is not None and at.session.area.country == "CA" and not at.session.unsure


@pytest.mark.parametrize(
    "text",
    [
        "im in love",
        "im in danger",
        "im in bed",
        "my mom lives in texas",
        "im in here",
        "in the morning",
        "estoy en la casa",
        "im from mexico",
        "he is from toronto",
        "im in labor",
        "im in the hospital bc he hit me",
        "in love with him",
        "near you",
        "hope",
        "ok",
        "victoria he hits me",
        "my friend regina is here",
        "london said he hits me",
        "my name is surrey",
        "brandon hits me",
        "nelson he hits me",
        "kingston he raped me",
        "paris hilton",
        "toronto raptors game tonight",
        "calgary flames",
        "toronto my mom lives there",
        "i hate toronto",
        "he took me to toronto last year",
        "he wants to take me to canada",
        "my bf is from calgary",
        "my sister lives in toronto",
        "canada goose jacket",
        "my dog is a chihuahua",
        "mexican food",
        "soy de honduras",
        "me llevo a la tienda",
        "i moved in with him",
        "i ended up in the hospital",
        "he got me in trouble",
    ],
)
def test_what_is_no_place_of_hers_tells_none(text: str) -> None:
    assert said_place(text, snapshot().find_area, "US-CA") == NOWHERE


def test_a_place_said_anywhere_is_not_asked_again_and_a_city_is_never_lost() -> None:
    at = talk("im in santa ana and need food", "1", "ok")
    assert at.reply.key == "options.offer"
    at.text("im in california")
    assert at.session.area is not None and at.session.area.city == "Santa Ana"


# A place without "in", and places that somebody was taken to

UNLED = [
    "winnipeg he hits me",
    "winnipeg. he has a knife",
    "calgary. i need help he has a gun",
    "he hit me. toronto",
    "he hit me toronto",
    "toronto girl here he wont let me go",
    "kelowna he raped me",
    "canada. im hurt",
    "toronto mi novio me pega",
    "calgary mi papa me pega",
    "he hits me im at a motel in red deer",
    "he has me in a hotel in regina saskatchewan",
    "he locked me in a basement in winnipeg",
    "estoy en un motel en calgary",
    "he brought me to vancouver bc and took my passport",
    "he moved us to quebec and he hits me",
    "he took me over the border to canada",
    "we moved to calgary alberta he hit me",
    "me trajeron a toronto y me pega",
    "nos llevo a canadá",
]


@pytest.mark.parametrize("text", UNLED)
@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "im in santa ana")])
def test_a_place_of_canada_is_heard_without_in(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    assert not any(number in at.reply.text for number in US_NUMBERS)
    assert at.session.area is not None and at.session.area.country == "CA"
    said = at.text("he has a knife")
    assert "911" in said and not any(number in said for number in US_NUMBERS)


@pytest.mark.parametrize("text", ["toronto canada", "calgary canada", "winnipeg, canada", "in calgary canada"])
def test_a_city_with_its_country_answers_which_city(text: str) -> None:
    at = talk(*TO_NEEDS, "i need food", text)
    assert at.session.area is not None and at.session.area.country == "CA" and at.session.area.city


def test_a_city_of_both_countries_is_never_guessed() -> None:
    assert find_area("vancouver") is None and find_area("niagara falls") is None
    found = find_area("vancouver canada")
    assert found is not None and found.region == "BC"
    for text, region in (("vancouver wa", "WA"), ("vancouver washington", "WA"), ("vancouver bc", "BC")):
        found = find_area(text)
        assert found is not None and found.region == region
    at = talk(*TO_NEEDS, "i need food", "vancouver")
    assert at.session.area is None and at.session.unsure
    at.text("vancouver bc")
    assert at.session.area is not None and at.session.area.country == "CA" and not at.session.unsure


@pytest.mark.parametrize(
    "text",
    [
        "im back in la california he hits me",
        "he took me to seattle wa he hits me",
        "he took me to vegas he hits me",
        "im not in canada he hits me",
        "i left canada he hits me",
        "no estoy en canada el me pega",
        "im in buffalo now he hits me",
        "im in columbus he hits me",
        "im in the us now he hits me",
        "estoy en los angeles el me pega",
        "i was in toronto now im in la he hits me",
    ],
)
@pytest.mark.parametrize("before", ["toronto", "im in vancouver", "im in tijuana"])
def test_whoever_came_back_gets_the_numbers_of_the_states(text: str, before: str) -> None:
    at = talk(*TO_NEEDS, before, text)
    assert at.session.area is not None and at.session.area.country == "US" and not at.session.unsure
    assert "1-888-373-7888" in at.reply.text


@pytest.mark.parametrize(
    ("text", "country"),
    [("im from canada but in la", "US"), ("im not in canada", "US"), ("im from la but in toronto", "CA")],
)
def test_where_somebody_is_counts_more_than_where_they_come_from(text: str, country: str) -> None:
    area = talk(*TO_NEEDS, text).session.area
    assert area is not None and area.country == country


@pytest.mark.parametrize(
    "text",
    [
        "im in tijuana",
        "estoy en ciudad juarez",
        "estoy en cd juárez",
        "im in mexico",
        "reynosa mexico",
        "tijuana",
        "tijuana he hits me",
        "he took me to tijuana",
        "me llevaron a reynosa",
        "im in honduras",
    ],
)
@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "im in santa ana")])
def test_in_neither_country_no_number_of_ours_is_said(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    said = at.text("he has a knife")
    assert at.session.abroad and "112" in said and not any(number in said for number in (*US_NUMBERS, "911", "988"))
    at.text("im in santa ana california")
    assert not at.session.unsure and not at.session.abroad
    assert at.session.area is not None and at.session.area.country == "US"


def test_new_mexico_is_a_state() -> None:
    area = talk(*TO_NEEDS, "im in new mexico").session.area
    assert area is not None and (area.country, area.region) == ("US", "NM")


def test_the_number_of_looks_is_bounded() -> None:
    looks: list[str] = []

    def find(text: str) -> None:
        looks.append(text)

    for piece in ("im in xq ", "he took me to xq ", "toronto. ", "xq xq xq, ", "estoy en un motel en xq "):
        looks.clear()
        said_place(piece * 100, find, elsewhere=True)
        assert len(looks) < 150, piece


@pytest.mark.parametrize(
    "text",
    [
        "tengo 17 soy de honduras vivo con mi sponsor",
        "tengo 17 años y soy de guatemala",
        "17 de honduras",
        "im 17 and from mexico",
        "vengo de tijuana",
        "vine de el salvador",
        "me trajeron de tegucigalpa",
        "soy de santo domingo",
    ],
)
@pytest.mark.parametrize("before", [(), TO_NEEDS, ("hola", "si")])
def test_where_somebody_comes_from_is_not_where_they_are(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    assert not at.session.unsure
    assert "1-888-373-7888" in at.text("me obligan a trabajar")


@pytest.mark.parametrize(
    "text", ["estoy en santo domingo", "tengo 15 y vivo en tegucigalpa", "soy de honduras estoy en tapachula"]
)
def test_a_place_abroad_after_a_word_for_here_is_where_they_are(text: str) -> None:
    assert talk("hola", "si", text).session.unsure


def test_a_child_abroad_gets_no_number_of_one_country() -> None:
    at = talk("hola", "si", "en tijuana mexico")
    assert at.session.unsure
    said = at.text("tengo 12")
    assert at.session.young
    assert not any(number in said for number in US_NUMBERS)


@pytest.mark.parametrize("text", ["he took me to vegas", "they flew me to miami", "me llevaron a houston"])
def test_a_city_of_the_states_to_which_somebody_was_taken_tells_the_country_alone(text: str) -> None:
    assert said_place(text, snapshot().find_area, "US-CA").area == Area(country="US")


@pytest.mark.parametrize(
    ("before", "danger", "text"),
    [
        ("they flew me to miami", "my pimp beats me", "im from nova scotia"),
        ("im in houston", "my pimp beats me", "im from toronto"),
        ("im in vegas", "he has my passport", "im canadian"),
        ("im in buffalo he took me across the border", "he has my passport", "im from hamilton ontario"),
        ("estoy en houston", "mi padrote me pega", "soy de toronto"),
        ("estoy en chicago", "mi padrote me pega", "soy canadiense"),
    ],
)
def test_where_somebody_comes_from_does_not_replace_where_they_are(before: str, danger: str, text: str) -> None:
    at = talk(*TO_NEEDS, before, danger, text)
    assert at.session.area is not None and at.session.area.country == "US"
    assert "1-833-900-1010" not in at.reply.text


def test_where_somebody_comes_from_counts_where_nothing_else_is_known() -> None:
    area = talk(*TO_NEEDS, "im from toronto").session.area
    assert area is not None and area.country == "CA"


@pytest.mark.parametrize(
    "text",
    [
        "i work at a farm near leamington",
        "in leamington",
        "im at a greenhouse in leamington",
        "im in kenora",
        "in whitehorse",
        "in regina",
        "i pick apples in kelowna",
        "we clean rooms at a motel in whistler",
        "work at a camp by fort mcmurray",
        "im in fort mac",
        "trabajo en un invernadero en leamington",
        "pizcamos manzana cerca de kelowna",
    ],
)
def test_a_town_of_canada_gets_the_lines_of_canada(text: str) -> None:
    at = talk(*TO_NEEDS, text, "he hits me")
    assert at.session.area is not None and at.session.area.country == "CA"
    assert "1-888-373-7888" not in at.reply.text


@pytest.mark.parametrize(
    "text", ["in surrey", "in scarborough", "in niagara falls", "im in the soo", "im in north bay"]
)
def test_a_town_of_two_countries_is_asked_about_in_danger(text: str) -> None:
    at = talk(*TO_NEEDS, text, "he hits me")
    assert at.session.unsure and "state or province" in at.reply.text and "1-888" not in at.reply.text


@pytest.mark.parametrize(
    "text", ["trabajo en limpieza", "i work in construction", "i work nights in a bar", "trabajo en el campo"]
)
def test_a_kind_of_work_is_no_place(text: str) -> None:
    assert said_place(text, snapshot().find_area, "US-CA") == NOWHERE
