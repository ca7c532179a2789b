"""Inquiry about an agency's capacity: questions to choose from, as a text to copy.

It has no field for data about a person.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from flask import render_template, request
from werkzeug.datastructures import MultiDict

from bot.content.languages import ENGLISH_NAMES
from bot.sms.segments import Segments, count
from bot.web.current import runtime
from bot.web.directory.base import READERS, bp, find
from bot.web.staff import role_required

USUAL = ("room", "ages", "company", "no_id", "police", "languages")
"""Questions that are asked unless others are chosen."""

QUESTIONS = {
    "room": ("Room this week", "Do you have room for a young person this week?",
             "¿Tienen lugar para una persona joven esta semana?"),
    "tonight": ("Room tonight", "Could someone come tonight, and until what time?",
                "¿Puede llegar alguien esta noche, y hasta qué hora?"),
    "ages": ("Ages", "What ages do you take?", "¿Qué edades aceptan?"),
    "who": ("Who they accept", "Do you take young women, young men and trans young people?",
            "¿Aceptan mujeres, hombres y personas trans jóvenes?"),
    "children": ("Children", "Can they bring their child?", "¿Pueden llevar a un hijo o una hija?"),
    "company": ("Coming along", "Can someone come along the first time?", "¿Puede ir alguien más la primera vez?"),
    "no_id": ("ID and papers", "Do they need ID or other papers?", "¿Necesitan identificación u otros papeles?"),
    "police": ("Police", "Would you have to tell the police or anyone else?",
               "¿Habría que avisar a la policía o a alguien más?"),
    "languages": ("Languages", "What languages do you speak, or can you get an interpreter?",
                  "¿Qué idiomas hablan, o pueden conseguir intérprete?"),
    "access": ("Disability", "Can people with disabilities get in and get help?",
               "¿Pueden entrar y recibir ayuda personas con discapacidad?"),
    "faith": ("Faith", "Do they have to take part in prayer or services?",
              "¿Hay que participar en algún acto religioso?"),
    "cost": ("Cost", "Does it cost anything?", "¿Tiene algún costo?"),
    "stay": ("How long", "How long can they stay?", "¿Cuánto tiempo pueden quedarse?"),
    "phone": ("Their phone", "Can they keep their phone?", "¿Pueden quedarse con su teléfono?"),
}  # fmt: skip
"""For each question its topic, and its wording in English and in Spanish."""

FRAME = {
    "en": ("Hello, this is {program}. Before we tell young people about you, we have a few questions:",
           "This is a general question. We share no one's details. Thank you."),
    "es": ("Hola, somos {program}. Antes de hablarles de ustedes a jóvenes, unas preguntas:",
           "Es una consulta general. No damos datos de nadie. Gracias."),
}  # fmt: skip
SUBJECT = {"en": "A few questions about your service", "es": "Unas preguntas sobre su servicio"}
IN = {"en": 1, "es": 2}
CHOICES = tuple((code, about) for code, (about, *_) in QUESTIONS.items())
IN_WORDS = tuple((code, ENGLISH_NAMES[code]) for code in FRAME)


class Inquiry(NamedTuple):
    """Chosen questions, and the text made of them."""

    chosen: tuple[str, ...]
    language: str
    text: str
    size: Segments
    mail: str
    sms: str
    choices: tuple[tuple[str, str], ...] = CHOICES
    languages: tuple[tuple[str, str], ...] = IN_WORDS


@bp.get("/<uuid:service_id>/inquiry")
@role_required(*READERS)
def inquiry(service_id: object) -> str:
    """Show the text for an agency, made of the chosen questions and of nothing else."""
    one, _ = find(str(service_id))
    return render_template("directory/inquiry.html", service=one, inquiry=asked_for(request.args))


def asked_for(args: MultiDict[str, str]) -> Inquiry:
    """Build the inquiry from query parameters; unknown questions are left out."""
    chosen = tuple(code for code in QUESTIONS if code in args.getlist("ask")) or USUAL
    language = args.get("language", "en")
    language = language if language in FRAME else "en"
    first, last = FRAME[language]
    lines = [f"{n}. {QUESTIONS[code][IN[language]]}" for n, code in enumerate(chosen, 1)]
    text = "\n".join((first.replace("{program}", runtime().settings.program_name), *lines, last))
    body, subject = quote(text, safe=""), quote(SUBJECT[language], safe="")
    return Inquiry(
        chosen, language, text, count(text), f"mailto:?subject={subject}&body={body}", f"sms:?&body={body}"
    )  # fmt: skip
