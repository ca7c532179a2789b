"""Rules for the remarks: the placeholders each may and must use, and which need a safe screen. Facts, no texts."""

from __future__ import annotations

from bot.content.catalog import REMARKS
from bot.content.hotlines import PLACEHOLDERS
from bot.flows.guides import PAGE_KEYS, page_key
from bot.flows.model import MessageRules
from bot.flows.names import Guide
from bot.flows.safety import ASKED_HOW_THEY_ARE

OPENS_WITH_EMERGENCY = (
    Guide.SEXTORTION, Guide.AFTER_RAPE, Guide.OVERDOSE, Guide.LEAVING, Guide.FOUND_BY_EX, Guide.PREGNANT_MINOR,
    Guide.HELPING_A_FRIEND, Guide.MISSING_FRIEND, Guide.CUTTING, Guide.PANIC,
)  # fmt: skip
"""Guides whose first page names the emergency number: a life may be in danger where they are read."""

_IN_A_GUIDE = frozenset({*PLACEHOLDERS, "help", "cover"})

REMARK_FILLS = {
    **dict.fromkeys(PAGE_KEYS, _IN_A_GUIDE),
    "handoff.quiet": frozenset({"help", "emergency"}),
    "handoff.nobody_comes": frozenset({"wait", "emergency"}),
    "safety.first_aid": frozenset({"emergency", "poison"}),
    "safety.watched": frozenset({"cover"}),
    **{f"safety.ask.{concern}": frozenset({"emergency", "help"}) for concern in ASKED_HOW_THEY_ARE},
    "safety.fine_now": frozenset({"emergency", "poison"}),
    **dict.fromkeys(("foreign.line", "foreign.again"), frozenset({"emergency", "crisis", "hotline"})),
    "welcome.noted": frozenset({"needs"}),
    "welcome.go_on": frozenset({"program"}),
    "consent.noted": frozenset({"needs"}),
    "followup.reminder": frozenset({"program"}),
    "followup.reminder_set": frozenset({"remind_at", "staff"}),
    **dict.fromkeys(("handoff.joined", "handoff.contact_quiet"), frozenset({"contact", "staff"})),
    **dict.fromkeys(
        ("handoff.handed_on", "handoff.put_off", "handoff.contact_left", "handoff.contact_out", "followup.no_reminder"),
        frozenset({"staff"}),
    ),
}
REMARK_MUST = {
    **{page_key(guide, 1): frozenset({"emergency"}) for guide in OPENS_WITH_EMERGENCY},
    "safety.first_aid": frozenset({"emergency", "poison"}),
    "safety.fine_now": frozenset({"emergency", "poison"}),
    "handoff.quiet": frozenset({"help", "emergency"}),
    "handoff.nobody_comes": frozenset({"emergency"}),
    **dict.fromkeys(("foreign.line", "foreign.again"), frozenset({"emergency", "crisis", "hotline"})),
}
"""Placeholders that a remark must use: it answers a danger."""

NOT_BLAND = frozenset(
    {"needs.area_again", "needs.other_area", "needs.country", "welcome.noted", "guides.noted", "guides.end", *PAGE_KEYS}
)
"""Sent only once the person has said that the screen is safe."""

REMARK_SLOTS = {
    key: MessageRules(
        key,
        REMARK_FILLS.get(key, frozenset()),
        REMARK_MUST.get(key, frozenset()),
        segments=3,
        bland=key not in NOT_BLAND,
    )
    for key in REMARKS
}
