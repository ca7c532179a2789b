"""What is said when no words can be had at all: no file, no store, no code of ours but this (promise 8).

Plain constants, so that nothing can break them. A test holds the numbers against `hotlines.yaml`. They name
nothing (promise 7), since nobody knows here who sees the screen.
"""

LAST_WORDS = {
    "en": (
        "I'm having trouble right now. Please text again soon. "
        "People are here any hour: call or text 988, or call 1-888-373-7888. In danger: 911."
    ),
    "es": (
        "Tengo un problema ahora. Escribe de nuevo en un rato. "
        "Hay personas a toda hora: llama o escribe al 988 (marca 2), o llama al 1-888-373-7888. En peligro: 911."
    ),
}
