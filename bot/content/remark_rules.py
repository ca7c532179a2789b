"""Rules for the remarks: the placeholders each may and must use, and which need a safe screen. Facts, no texts."""

from __future__ import annotations

from bot.content.catalog import REMARKS
from bot.content.hotlines import PLACEHOLDERS
from bot.flows import abroad, asides, at_hand, consent, emergency, fillers, harm, in_canada, urgent, wording
from bot.flows.guides import PAGE_KEYS, REACH, page_key
from bot.flows.handoff import NAME_GONE, RENAMED
from bot.flows.lasting import MEANS
from bot.flows.model import MessageRules
from bot.flows.names import Aside, Guide
from bot.flows.safety import ASKED_AGAIN, ASKED_HOW_THEY_ARE, EXPOSED, PHONE_TAKEN, TOLD_BEFORE, YOUNG_KEYS

OPENS_WITH_EMERGENCY = (
    Guide.SEXTORTION, Guide.AFTER_RAPE, Guide.OVERDOSE, Guide.LEAVING, Guide.FOUND_BY_EX, Guide.PREGNANT_MINOR,
    Guide.HELPING_A_FRIEND, Guide.MISSING_FRIEND, Guide.CUTTING, Guide.PANIC,
)  # fmt: skip
"""Guides whose first page names the emergency number: a life may be in danger where they are read."""

_IN_A_GUIDE = frozenset({*PLACEHOLDERS, "help", "cover", "cant_talk"})

_ASKED = {
    "consent.team_back": frozenset({"items", "program", "days"}),
    "consent.talk_back": frozenset({"program", "days"}),
    "consent.remember_unnamed": frozenset({"months"}),
}

_WAITED_FOR = ("handoff.no_need_to_wait", "handoff.note_kept", "handoff.still_asked", "handoff.thanked")

REMARK_FILLS = {
    **dict.fromkeys(PAGE_KEYS, _IN_A_GUIDE),
    "handoff.quiet": frozenset({"help", "emergency"}),
    "handoff.nobody_comes": frozenset({"wait", "emergency", "cant_talk"}),
    **dict.fromkeys(_WAITED_FOR, frozenset({"help", "emergency"})),
    "hesitation.parked_seen": frozenset({"hotline", "hotline_text", "emergency"}),
    "safety.young_rest_seen": frozenset({"emergency", "child", "child_text"}),
    "handoff.still_waiting": frozenset({"wait", "help", "emergency"}),
    "handoff.waiting_seen": frozenset({"seen", "wait", "help", "emergency"}),
    "consent.name_seen": frozenset({"seen", "wait"}),
    RENAMED: frozenset({"called", "help", "emergency"}),
    **dict.fromkeys(emergency.KEYS, frozenset({"emergency", "poison"})),
    "safety.watched": frozenset({"cover"}),
    "safety.watched.unnamed": frozenset({"emergency"}),
    **{f"safety.ask.{concern}": frozenset({"emergency", "help"}) for concern in ASKED_HOW_THEY_ARE},
    **dict.fromkeys((ASKED_AGAIN, TOLD_BEFORE, emergency.WITHDRAWAL), frozenset({"emergency", "help"})),
    PHONE_TAKEN: frozenset({"cover", "emergency", "hotline", "hotline_text"}),
    REACH: frozenset({"guide_line", "emergency"}),
    "safety.fine_now": frozenset({"emergency", "poison"}),
    **dict.fromkeys(YOUNG_KEYS, frozenset({"emergency", "child", "child_text"})),
    **dict.fromkeys((EXPOSED, MEANS), frozenset({"emergency", "help", "reads"})),
    **dict.fromkeys(harm.KEYS, frozenset({"emergency", "help", "crisis", "dv", "wages", "reads"})),
    **dict.fromkeys(harm.OF_WHAT_WAS_TAKEN, frozenset({"emergency", "poison", "reads"})),
    **dict.fromkeys(at_hand.KEYS, frozenset({"emergency", "help", "cover", "cant_talk", "reads"})),
    **dict.fromkeys(fillers.KEYS, frozenset({"emergency", "help", "reads"})),
    fillers.AGE: frozenset({"age", "emergency", "help"}),
    fillers.PLACE: frozenset({"near", "emergency", "help"}),
    **dict.fromkeys(
        urgent.KEYS, frozenset({"emergency", "help", "hotline", "dv", "missing", "reads", "cant_talk", "child"})
    ),
    **dict.fromkeys(("foreign.line", "foreign.again"), frozenset({"emergency", "crisis", "hotline"})),
    "welcome.go_on": frozenset({"program"}),
    wording.BACK_AGAIN: frozenset({"program", "emergency"}),
    "consent.noted": frozenset({"needs"}),
    **_ASKED,
    **dict.fromkeys(("consent.answer", "needs.area_first"), frozenset({"under"})),
    "followup.reminder": frozenset({"program"}),
    "reporting.known": frozenset({"under", "reporting"}),
    "reporting.more": frozenset({"reporting_note", "hotline", "emergency"}),
    "followup.reminder_set": frozenset({"remind_at", "staff"}),
    **dict.fromkeys(("handoff.joined", "handoff.contact_quiet"), frozenset({"contact", "staff"})),
    **dict.fromkeys(
        ("handoff.handed_on", "handoff.put_off", "handoff.contact_left", "handoff.contact_out", "followup.no_reminder"),
        frozenset({"staff"}),
    ),
}
_IN_DANGER = (
    Aside.NO_ANSWER, Aside.IF_I_SAY_NO, Aside.IF_CAUGHT, Aside.BRING_OTHERS, Aside.BRING_KIDS, Aside.SEES_PHONE,
    Aside.HEARD_PLACE,
)  # fmt: skip
"""Answers to what is asked or planned while somebody is a danger."""

_OF_LAW = (
    Aside.AT_DOOR, Aside.RAID, Aside.ARRESTED_FOR_IT, Aside.HIS_JAIL, Aside.SENT_BACK, Aside.STAY_AWAY,
)  # fmt: skip
"""Answers about agents at a door, jail, and an order of a court."""

_OF_911 = ("what_to_tell", "tip_given", "at_911", "text_911")
_WITH_A_LINE = ("which_police", "records", "charged", "testify", "short_words")
_AFTER_A_WISH = (Aside.MEANS_AWAY, Aside.ONLY_THOUGHT, Aside.NOT_SO, Aside.LINE_SLOW)

ASIDE_FILLS = {
    "aside.offer": "answer",
    "aside.sober_needed": "emergency",
    "aside.police_involved": "emergency under",
    **dict.fromkeys(("aside.parents_told", "aside.school_told", "aside.parents_told.them"), "under"),
    "aside.arrest_risk_warrant": "emergency",
    "aside.will_you_tell_him": "cover",
    "aside.tell_nobody": "under",
    "aside.name_seen": "called",
    asides.WAIT_IF_YES: "wait",
    "aside.who_sees_texts": "cover",
    "aside.open_hours": "reads hotline emergency",
    **dict.fromkeys(("aside.can_text_instead_of_call", "aside.can_text_instead_of_call.again"), "texts signed"),
    "aside.can_text_them": "hotline_text runaway_text",
    "aside.narcan": "emergency local",
    "aside.plan_b": "local",
    "aside.trans_lifeline": "lgbtq",
    "aside.who_will_answer": "program wait",
    "aside.who_will_answer.waiting": "program wait",
    "aside.how_long_wait": "wait",
    "aside.how_long_wait.waiting": "wait help",
    "aside.are_they_coming": "emergency",
    "aside.are_they_coming.waiting": "wait emergency",
    "aside.did_you_find_it_yet.waiting": "wait",
    "aside.is_it_logged_deleted": "kept_days",
    "aside.stay_and_talk": "help",
    **dict.fromkeys(("aside.who_are_you", "aside.prove_it", "aside.who_pays_you"), "program"),
    "aside.is_this_cops": "program under",
}
"""Placeholders that an answer in place may use."""

ASIDE_FILLS |= {
    **dict.fromkeys(("aside.go_get_them", "aside.go_get_them.again"), "emergency missing"),
    **dict.fromkeys(("aside.duty_to_report", "aside.duty_to_report.again"), "emergency child"),
    **dict.fromkeys(in_canada.OF_GONE, "emergency hotline"),
    **dict.fromkeys(in_canada.OF_LAW, "emergency hotline reporting help"),
    **dict.fromkeys(in_canada.OF_WORK, "emergency help reads"),
    **dict.fromkeys((in_canada.PERHAPS, in_canada.VISA_PERHAPS), "emergency"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("who_texted", "reported") for more in ("", ".again")), "missing emergency"
    ),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("take_phone", "bystander", "their_yes") for more in ("", ".again")),
        "help hotline emergency",
    ),
    **dict.fromkeys((f"aside.{one}{more}" for one in _OF_911 for more in ("", ".again")), "emergency cant_talk help"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in _WITH_A_LINE for more in ("", ".again")),
        "emergency hotline child program help",
    ),
    **dict.fromkeys(("aside.not_text_them", "aside.not_text_them.again"), "hotline emergency"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("leave_it", "go_as_you_are", "called_for_me") for more in ("", ".again")),
        "emergency",
    ),
    **dict.fromkeys(("aside.my_choice", "aside.my_choice.again"), "dv emergency"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in _OF_LAW for more in ("", ".again")), "help hotline runaway dv emergency"
    ),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in _IN_DANGER for more in ("", ".again")), "help hotline dv emergency cant_talk"
    ),
    "aside.what_i_do": "help emergency",
    "aside.wants_to_stop": "help emergency",
    **dict.fromkeys(("aside.what_is_safe", "aside.what_is_safe.again"), "help emergency"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in _AFTER_A_WISH for more in ("", ".again")),
        "help emergency",
    ),
    **dict.fromkeys(("aside.must_go", "aside.must_go.again"), "poison emergency"),
    **dict.fromkeys(("aside.cold", "aside.cold.again"), "runaway emergency"),
    **dict.fromkeys(("aside.newborn", "aside.newborn.again"), "emergency"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("after_rape", "rape_health") for more in ("", ".again")),
        "sexual_assault emergency",
    ),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("before_exam", "drug_test") for more in ("", ".again")),
        "sexual_assault emergency",
    ),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("pregnant_his", "pregnant_time") for more in ("", ".again")), "dv emergency"
    ),
    **dict.fromkeys(
        (f"aside.{one}" for one in ("is_it_legal", "where_to_call", "helping_them", "they_say_no")), "help emergency"
    ),
    "aside.helping_them.again": "child emergency",
    "aside.is_it_legal.again": "help emergency",
    "aside.number_for_them": "hotline emergency",
    **dict.fromkeys(("aside.offer_signs", "aside.offer_signs.again"), "hotline emergency"),
    **dict.fromkeys(("aside.he_is_police", "aside.he_is_police.again"), "hotline hotline_text"),
    **dict.fromkeys(("aside.when_alone", "aside.when_alone.again"), "help emergency"),
    **dict.fromkeys(("aside.no_cops", "aside.no_cops.again"), "emergency dv"),
    **dict.fromkeys(("aside.code_word", "aside.code_word.again"), "cover"),
    "aside.not_our_staff": "program emergency",
    "aside.not_our_staff.again": "hotline emergency",
    "aside.pass_on": "runaway",
    "aside.pass_on.again": "emergency runaway",
    **dict.fromkeys(
        (
            "aside.tracker",
            "aside.tracker.again",
            "aside.mine_in_court.again",
            "aside.pregnant_choice",
            "aside.pregnant_choice.again",
        ),
        "dv emergency",
    ),
    "aside.court.again": "hotline",
    "aside.mine_in_court": "emergency",
    **dict.fromkeys(("aside.under_age", "aside.grown_pictures.again"), "emergency hotline"),
    **dict.fromkeys(("aside.under_age.again", "aside.grown_pictures"), "emergency help"),
    **dict.fromkeys(("aside.child_pictures", "aside.child_pictures.again"), "emergency tips"),
    "aside.pictures_threat": "tip",
    "aside.pictures_threat.again": "tips crisis crisis_text",
    "aside.named_place.again": "local",
    **dict.fromkeys(
        (
            f"aside.{one}{more}"
            for one in ("sees_them", "grief", "both_true", "not_alone", "they_are_gone")
            for more in ("", ".again")
        ),
        "help emergency",
    ),
    **dict.fromkeys(("aside.tell_here", "aside.tell_here.again"), "emergency"),
    **dict.fromkeys(("aside.with_him", "aside.with_him.again"), "hotline emergency"),
    **dict.fromkeys((*abroad.KEYS, "aside.abroad", "aside.abroad.again"), "emergency"),
    "aside.noted.age": "age",
    "aside.noted.place": "near",
    "aside.anger_at_you.heard": "needs",
    wording.NO_LINES: "emergency",
    **dict.fromkeys(("aside.lost", "aside.lost.again"), "emergency hotline"),
    **dict.fromkeys(("aside.word_known", "aside.word_known.again"), "dv emergency"),
    **dict.fromkeys(("aside.hiding", "aside.hiding.again"), "cant_talk"),
    **dict.fromkeys(
        (f"aside.{one}{more}" for one in ("pregnant_hidden", "will_be_mad") for more in ("", ".again")),
        "emergency hotline",
    ),
}

REMARK_FILLS |= {key: frozenset(names.split()) for key, names in ASIDE_FILLS.items()}

PINNED_ASIDES = frozenset(
    {"aside.may_ask_what_if", "reporting.known", "reporting.unknown", "reporting.more", "needs.area_first", *YOUNG_KEYS,
     *asides.OF_THEM_KEYS, *in_canada.OF_LAW,
     "handoff.no_need_to_wait", "handoff.note_kept", "handoff.still_asked", "handoff.thanked",
     "handoff.still_waiting",
     "handoff.waiting_seen",
     "consent.name_seen", "consent.name_again", NAME_GONE, RENAMED, "consent.sure", *consent.STANDS_KEYS, *_ASKED}
) | frozenset(
    f"aside.{one.value}"
    for one in (
        Aside.COST, Aside.POLICE_INVOLVED, Aside.PARENTS_TOLD,
        Aside.SCHOOL_TOLD, Aside.WILL_YOU_TELL_HIM, Aside.TELL_NOBODY, Aside.WHAT_THEY_SEE, Aside.NAME_SEEN,
        Aside.NO_HOUR_SET, Aside.IMMIGRATION_RISK,
        Aside.ARREST_RISK, Aside.IN_TROUBLE, Aside.RIGHTS, Aside.IS_IT_MY_FAULT, Aside.IS_IT_TRAFFICKING,
        Aside.WHO_SEES_TEXTS, Aside.IS_IT_KEPT, Aside.IS_IT_LEGAL, Aside.COURT, Aside.VISA, Aside.UNDER_AGE,
        Aside.CHARGED, Aside.TESTIFY, Aside.MINE_IN_COURT, *_OF_LAW,
        Aside.PHONE_BILL, Aside.CAN_I_TRUST_YOU, Aside.NARCAN, Aside.PLAN_B,
        Aside.LAW_NAMED, Aside.ICWA, Aside.ARE_THEY_COMING, Aside.DUTY, Aside.IS_THIS_COPS, Aside.ARE_YOU_REAL,
    )
)  # fmt: skip
"""Answers about law, money, consent or what is kept: a second editor approves a change."""

REMARK_MUST = {
    **{page_key(guide, 1): frozenset({"emergency"}) for guide in OPENS_WITH_EMERGENCY},
    **_ASKED,
    **dict.fromkeys(emergency.KEYS, frozenset({"emergency", "poison"})),
    **dict.fromkeys((ASKED_AGAIN, TOLD_BEFORE, emergency.WITHDRAWAL), frozenset({"emergency", "help"})),
    PHONE_TAKEN: frozenset({"cover", "emergency", "hotline"}),
    REACH: frozenset({"guide_line", "emergency"}),
    wording.BACK_AGAIN: frozenset({"emergency"}),
    "safety.fine_now": frozenset({"emergency", "poison"}),
    **dict.fromkeys(YOUNG_KEYS, frozenset({"emergency", "child"})),
    **dict.fromkeys((EXPOSED, MEANS), frozenset({"emergency", "help"})),
    **dict.fromkeys((*harm.KEYS, *at_hand.KEYS), frozenset({"emergency"})),
    **dict.fromkeys((*fillers.KEYS, *fillers.NOTED), frozenset({"emergency", "help"})),
    **dict.fromkeys((f"aside.{one}{more}" for one in _IN_DANGER for more in ("", ".again")), frozenset({"emergency"})),
    **dict.fromkeys(("aside.go_get_them", "aside.go_get_them.again"), frozenset({"emergency", "missing"})),
    **dict.fromkeys(
        (
            "aside.leave_it",
            "aside.go_as_you_are",
            "aside.bystander",
            "aside.what_to_tell",
            "aside.at_911",
            "aside.text_911",
        ),
        frozenset({"emergency"}),
    ),
    **dict.fromkeys((*urgent.KEYS, *abroad.KEYS, *in_canada.KEYS), frozenset({"emergency"})),
    "handoff.quiet": frozenset({"help", "emergency"}),
    "handoff.nobody_comes": frozenset({"emergency"}),
    **dict.fromkeys(_WAITED_FOR, frozenset({"help", "emergency"})),
    "handoff.still_waiting": frozenset({"wait", "help", "emergency"}),
    "handoff.waiting_seen": frozenset({"seen", "wait", "help", "emergency"}),
    "consent.name_seen": frozenset({"seen", "wait"}),
    RENAMED: frozenset({"called", "help", "emergency"}),
    "reporting.more": frozenset({"hotline", "emergency"}),
    "hesitation.parked_seen": frozenset({"hotline", "hotline_text", "emergency"}),
    "safety.young_rest_seen": frozenset({"emergency", "child"}),
    **dict.fromkeys(("foreign.line", "foreign.again"), frozenset({"emergency", "crisis", "hotline"})),
}
"""Placeholders that a remark must use: it answers a danger, or asks for a consent."""

NOT_BLAND = frozenset(
    {PHONE_TAKEN, "needs.area_first", "needs.area_again", "needs.area_then", "needs.other_area",
     "needs.area_noted", "options.area_noted", "followup.which_hour",
     "needs.country", wording.AREA_OPEN, f"{wording.AREA_OPEN}.heard",
     asides.AREA_HEARD, wording.NO_LINES, "aside.noted.age", "aside.noted.place",
     "aside.anger_at_you.heard", *(set(abroad.KEYS) - abroad.IN_DANGER),
     "guides.end", REACH, *PAGE_KEYS, asides.OFFER, *asides.REASON_KEYS}
)  # fmt: skip
"""Sent only once the person has said that the screen is safe."""

REMARK_SLOTS = {
    key: MessageRules(
        key,
        REMARK_FILLS.get(key, frozenset()),
        REMARK_MUST.get(key, frozenset()),
        segments=3,
        pinned=key in PINNED_ASIDES,
        bland=key not in NOT_BLAND,
    )
    for key in REMARKS
}
