"""Control words that people text, in both languages. Each must work in every state. For tests only, never shipped."""

from bot.flows.names import Answer

CONTROL: dict[Answer, dict[str, tuple[str, ...]]] = {
    Answer.STOP: {
        "en": ("STOP", "stop", "Stop.", "STOPALL", "unsubscribe", "Cancel", "END", "quit", "revoke", "OptOut",
               "stop texting me", "don't text me anymore"),
        "es": ("STOP", "alto", "parar", "cancelar", "baja", "no me escribas más", "borren mi número"),
    },
    Answer.START: {"en": ("START", "unstop"), "es": ("START", "iniciar")},
    Answer.HELP: {"en": ("HELP", "info"), "es": ("AYUDA", "info")},
    Answer.COVER: {"en": ("weather", "Weather!"), "es": ("weather",)},
    Answer.SELF_HARM: {
        "en": ("i want to die", "i'm going to kill myself", "i dont want to be alive anymore"),
        "es": ("me quiero morir", "quiero matarme", "ya no quiero vivir"),
    },
    Answer.HURT_NOW: {
        "en": ("he is hurting me", "he has a gun", "they wont let me leave", "make it stop he keeps hitting me"),
        "es": ("me está pegando", "tiene una pistola", "no me deja salir"),
    },
    Answer.MEDICAL: {
        "en": ("i took too many pills", "she is not breathing", "my friend overdosed"),
        "es": ("me tomé muchas pastillas", "no respira", "mi amiga tuvo una sobredosis"),
    },
    Answer.CHILD_HURT: {
        "en": ("my stepdad touches my little sister",), "es": ("mi padrastro toca a mi hermanita",),
    },
    Answer.UNDER_13: {"en": ("im 12", "i am 11 years old"), "es": ("tengo 12 años", "tengo once años")},
    Answer.COME: {
        "en": ("come get me", "are they coming", "1420 main st come now"),
        "es": ("vengan por mí", "cuánto tardan en llegar"),
    },
    Answer.HOLDER: {
        "en": ("what did she tell you", "leave her alone", "wrong number"), "es": ("qué te dijo ella", "déjala en paz"),
    },
    Answer.HUSH: {"en": ("brb", "hes back", "shh"), "es": ("ahí viene", "no contestes")},
    Answer.NOT_NOW: {"en": ("not now", "Not now.", "maybe later"), "es": ("ahora no", "más tarde")},
    Answer.PERSON: {
        "en": ("person", "talk to a person", "can i talk to a real person"),
        "es": ("persona", "quiero hablar con una persona"),
    },
    Answer.MENU: {"en": ("menu", "start over"), "es": ("menú", "empezar de nuevo")},
    Answer.BACK: {"en": ("back", "go back"), "es": ("atrás", "volver")},
    Answer.SKIP: {"en": ("skip",), "es": ("saltar",)},
    Answer.LANGUAGE: {"en": ("language",), "es": ("idioma",)},
    Answer.ENGLISH: {"en": ("english",), "es": ("inglés",)},
    Answer.SPANISH: {"en": ("spanish",), "es": ("español",)},
    Answer.WHO_ARE_YOU: {
        "en": ("who are you", "are you real", "are you a bot"), "es": ("quién eres", "eres un robot"),
    },
    Answer.WHO_CAN_SEE: {"en": ("who can see this",), "es": ("quién puede ver esto",)},
    Answer.WHAT_IS_KEPT: {"en": ("what did you keep",), "es": ("qué guardaste",)},
    Answer.TAKE_BACK: {"en": ("take back", "TAKE BACK"), "es": ("retirar",)},
    Answer.FORGET: {"en": ("FORGET", "forget me"), "es": ("olvídame", "borra todo")},
}  # fmt: skip
