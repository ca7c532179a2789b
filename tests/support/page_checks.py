"""Page checks at desktop and phone width, light and dark, with axe-core. They change nothing on the page.

`vendor/axe.min.js` is axe-core 4.14.1 as published, under the Mozilla Public License 2.0; the licence file is beside
it. Our pages' own policy forbids foreign scripts, so it is not put into a page but run by the browser's debugger.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SIZES = [(1280, 800, "light"), (360, 740, "dark")]
"""Each width and each colour scheme once: neither affects the layout of the other."""

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
LOOK = "axe.run(document, {resultTypes: ['violations']})"
SETTLED = """Promise.allSettled(document.getAnimations()
  .filter((one) => isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished))"""


def sound(page: Page) -> None:
    """Check that nothing scrolls sideways and that axe finds nothing, on a loaded page that has come to rest.

    Otherwise axe would judge colours before the style sheet has loaded, or in the middle of a transition.
    """
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.url  # type: ignore[index]
    assert findings(page) == [], page.url


def findings(page: Page) -> list[str]:
    """List what axe reports, at any severity: the rule and the element."""
    page.evaluate(AXE)
    found = page.evaluate(LOOK)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes']]}"
        for fault in found["violations"]
    ]
