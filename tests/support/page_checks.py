"""A page as it is looked at: at the desk and in the hand, light and dark, by axe-core. It may change nothing on it.

`vendor/axe.min.js` is axe-core 4.14.1 as published, under the Mozilla Public License 2.0, which stands beside it.
Our pages' own policy forbids strange scripts, so it is not put into a page but run by the browser's debugger.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SIZES = [(1280, 800, "light"), (360, 740, "dark")]
"""Each width and each set of colours once: neither is laid out by the other."""

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
LOOK = "axe.run(document, {resultTypes: ['violations']})"
SETTLED = """Promise.allSettled(document.getAnimations()
  .filter((one) => isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished))"""


def sound(page: Page) -> None:
    """Nothing scrolls sideways, and axe finds nothing: on a page that has loaded, and on which nothing moves.

    Before that, a colour without its style sheet, or in the middle of its fading in, would be judged.
    """
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.url  # type: ignore[index]
    assert findings(page) == [], page.url


def findings(page: Page) -> list[str]:
    """What axe complains of, be it grave or not: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate(LOOK)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes']]}"
        for fault in found["violations"]
    ]
