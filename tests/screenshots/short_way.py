"""The short way on a small phone: a place tonight in three texts, then a question and a danger, in each language."""

from __future__ import annotations

from base64 import b64encode

from playwright.sync_api import Browser, Page

Turn = tuple[str, str]

SMALL = (360, 640)
SCALE = 1.5
TEXTS = 3
"""Texts until the offer."""
GAP = 16

SHORT_WAY: dict[str, tuple[Turn, ...]] = {
    "en": (
        ("i need somewhere to sleep tonight", "welcome.heard"),
        ("yeah its ok", "needs.area"),
        ("fresno ca", "options.offer"),
        ("will they tell my mom", "options.offer"),
        ("he just hit me", "safety.hurt"),
    ),
    "es": (
        ("nesesito donde dormir oi", "welcome.heard"),
        ("zi", "needs.area"),
        ("estoi en fresno", "options.offer"),
        ("le van a decir a mi mama", "options.offer"),
        ("me esta pegando", "safety.hurt"),
    ),
}


def beside(browser: Browser, screens: list[bytes]) -> Page:
    """Lay pictures of a small phone's screen beside each other."""
    width, height = SMALL
    window = browser.new_context(
        viewport={"width": len(screens) * (width + GAP) + GAP, "height": height + 2 * GAP}, device_scale_factor=SCALE
    )
    page = window.new_page()
    pictures = "".join(f'<img alt="" src="data:image/png;base64,{b64encode(one).decode()}">' for one in screens)
    page.set_content(
        f"<style>:root {{ --paper: #d9d2c5 }} body {{ margin: {GAP}px; display: flex; gap: {GAP}px }}"
        f"img {{ width: {width}px; height: {height}px }}</style>{pictures}"
    )
    return page
