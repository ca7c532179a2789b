"""Last resort: texts for when no other message is available, whatever file or service is missing (promise 8).

Plain constants, so that nothing can break them. A test compares the numbers with `hotlines.yaml`. The texts name
nothing (promise 7), since it is unknown who can see the screen.
"""

LAST_WORDS = {
    "en": (
        "I'm having trouble right now. Please text again soon. "
        "People are here any hour: call or text 988, or call 1-888-373-7888. In danger: 911."
    ),
    "es": (
        "Tengo un problema ahora. Escribe de nuevo en un rato. "
        "Hay personas a toda hora: llama al 988 y marca 2, o manda AYUDA al 988, o llama al 1-888-373-7888. "
        "En peligro: 911."
    ),
}


def last_word(language: str = "en") -> str:
    """Return the text in this language, or in English."""
    return LAST_WORDS.get(language, LAST_WORDS["en"])
