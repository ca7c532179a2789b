"""English names of languages, for staff pages. The languages that ship are `LANGUAGES` in `bot/flows/names.py`."""

ENGLISH_NAMES = {
    "en": "English", "es": "Spanish", "ar": "Arabic", "ase": "American Sign Language", "de": "German", "fa": "Farsi",
    "fr": "French", "hi": "Hindi", "ht": "Haitian Creole", "ja": "Japanese", "km": "Khmer", "ko": "Korean",
    "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "so": "Somali", "tl": "Tagalog",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""By ISO 639 code."""
