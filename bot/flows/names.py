"""Closed sets: the one name of every state, answer, event and need.

A state's value is the stored state and the key of its message. An answer is a meaning, never a wording. An event is in
the past tense. This module holds no wording and no behaviour.
"""

from bot.flows.items import (
    FOR_WHOM,
    STEERING,
    Aside,
    Concern,
    Fact,
    Fit,
    Guide,
    Level,
    Need,
    ShareItem,
    Worry,
)
from bot.flows.moments import Denial, Detail, Piece, Progress
from bot.flows.named import Named

__all__ = [
    "FOR_WHOM",
    "LANGUAGES",
    "STEERING",
    "Answer",
    "Aside",
    "Concern",
    "Denial",
    "Detail",
    "Event",
    "Fact",
    "Fit",
    "Guide",
    "Level",
    "Named",
    "Need",
    "Piece",
    "Progress",
    "ShareItem",
    "State",
    "Worry",
]

LANGUAGES = ("en", "es")
"""Codes of the languages that ship. Editors may add others."""


class State(Named):
    """States of a conversation. The value, such as "needs.ask", is also the key of the state's message."""

    WELCOME_START = "welcome.start"  # silent: the person has not texted yet
    WELCOME_PAUSED = "welcome.paused"  # silent: after a pause, the next text starts bland
    WELCOME_HELLO = "welcome.hello"
    WELCOME_HEARD = "welcome.heard"
    WELCOME_BACK = "welcome.back"
    WELCOME_AGAIN = "welcome.again"
    WELCOME_LATER = "welcome.later"
    WELCOME_ANYTIME = "welcome.anytime"
    WELCOME_LIMITS = "welcome.limits"
    WELCOME_MORE = "welcome.more"
    WELCOME_REPORT = "welcome.report"

    SAFETY_SELF_HARM = "safety.self_harm"
    SAFETY_HURT = "safety.hurt"
    SAFETY_MEDICAL = "safety.medical"
    SAFETY_CHILD = "safety.child"
    SAFETY_STAY = "safety.stay"
    SAFETY_YOUNG = "safety.young"
    SAFETY_YOUNG_REST = "safety.young_rest"
    SAFETY_COME = "safety.come"
    SAFETY_COVER = "safety.cover"
    SAFETY_ASK = "safety.ask"
    SAFETY_FRIEND = "safety.friend"
    SAFETY_NO_PLACE = "safety.no_place"
    SAFETY_SEXTORTION = "safety.sextortion"
    SAFETY_PLAN = "safety.plan"

    NEEDS_ASK = "needs.ask"
    NEEDS_STAY = "needs.stay"
    NEEDS_BASICS = "needs.basics"
    NEEDS_HEALTH = "needs.health"
    NEEDS_SAFETY = "needs.safety"
    NEEDS_PAPERS = "needs.papers"
    NEEDS_SCHOOL = "needs.school"
    NEEDS_TALK = "needs.talk"
    NEEDS_MORE = "needs.more"
    NEEDS_CONFIRM = "needs.confirm"
    NEEDS_AREA = "needs.area"

    OPTIONS_OFFER = "options.offer"
    OPTIONS_CONTACT = "options.contact"
    OPTIONS_NONE = "options.none"
    OPTIONS_NEAREST = "options.nearest"

    GUIDES_PAGE = "guides.page"

    HESITATION_WHY = "hesitation.why"
    HESITATION_PLACE = "hesitation.place"
    HESITATION_TRAVEL = "hesitation.travel"
    HESITATION_BADLY = "hesitation.badly"
    HESITATION_RUMOURS = "hesitation.rumours"
    HESITATION_OTHER = "hesitation.other"
    HESITATION_UNSAFE = "hesitation.unsafe"
    HESITATION_PARKED = "hesitation.parked"
    HESITATION_HELP = "hesitation.help"
    HESITATION_RIGHTS = "hesitation.rights"

    FOLLOWUP_WHEN = "followup.when"
    FOLLOWUP_SAFE = "followup.safe"
    FOLLOWUP_SET = "followup.set"
    FOLLOWUP_CHECKIN = "followup.checkin"
    FOLLOWUP_DROPPED = "followup.dropped"
    FOLLOWUP_HOW = "followup.how"
    FOLLOWUP_NOTED = "followup.noted"
    FOLLOWUP_REMIND = "followup.remind"

    CONSENT_TEAM = "consent.team"
    CONSENT_TALK = "consent.talk"
    CONSENT_NAME = "consent.name"
    CONSENT_CHOOSE = "consent.choose"
    CONSENT_TIMES = "consent.times"
    CONSENT_REMEMBER = "consent.remember"
    CONSENT_AGENCY = "consent.agency"
    CONSENT_AGENCY_ITEM = "consent.agency_item"
    HANDOFF_WAITING = "handoff.waiting"
    HANDOFF_LONGER = "handoff.longer"
    HANDOFF_HELD = "handoff.held"
    HANDOFF_LIVE = "handoff.live"
    HANDOFF_ENDED = "handoff.ended"

    PRIVACY_WHO_AM_I = "privacy.who_am_i"
    PRIVACY_WHO_SEES = "privacy.who_sees"
    PRIVACY_KEPT = "privacy.kept"
    PRIVACY_FACTS = "privacy.facts"
    PRIVACY_SHARED = "privacy.shared"
    PRIVACY_TAKEN_BACK = "privacy.taken_back"
    PRIVACY_FORGET = "privacy.forget"
    PRIVACY_FORGOTTEN = "privacy.forgotten"
    LANGUAGE_ASK = "language.ask"

    CARRIER_STOPPED = "carrier.stopped"
    CARRIER_HELP = "carrier.help"
    UNCLEAR_PERSON = "unclear.person"
    UNCLEAR_REST = "unclear.rest"

    RETURN = "return"  # never a stored state: a transition to it leads back to the previous state


LIMITS = (State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT)
"""States in which the limits of confidentiality stand."""


class Answer(Named):
    """Meanings a text can have in a state. People say the same answer in many ways and languages."""

    # carrier words
    STOP = "stop"
    START = "start"
    HELP = "help"
    # handled before anything else in every state
    COVER = "cover"
    SELF_HARM = "self_harm"
    HURT_NOW = "hurt_now"
    MEDICAL = "medical"
    CHILD_HURT = "child_hurt"
    UNDER_13 = "under_13"
    # danger that is implied, past, denied or uncertain: one question, with the numbers in it
    ASK_MEDICAL = "ask_medical"
    ASK_SELF_HARM = "ask_self_harm"
    ASK_VIOLENCE = "ask_violence"
    ASK_CHILD = "ask_child"
    ABUSE_TOLD = "abuse_told"
    EXPLOITED = "exploited"
    SEXTORTION = "sextortion"
    FRIEND_DANGER = "friend_danger"
    NO_PLACE = "no_place"  # under 18, and nowhere to sleep
    WATCHED = "watched"  # somebody checks the phone
    COME = "come"  # the person asks to be fetched, or gives an address
    FINE_NOW = "fine_now"  # after a medical emergency: "i threw up but im fine"
    PROGRESS = "progress"  # in a medical emergency: "i called", "theyre here", "shes breathing"
    HOLDER = "holder"  # somebody else seems to hold the phone
    HUSH = "hush"  # somebody came near: not one text more for now
    # control words, handled in every state
    NOT_NOW = "not_now"
    PERSON = "person"
    MENU = "menu"
    BACK = "back"
    SKIP = "skip"
    REPEAT = "repeat"
    LANGUAGE = "language"
    WHO_IS_THIS = "who_is_this"  # asked twice, it is somebody else who asks
    WHO_ARE_YOU = "who_are_you"
    WHO_CAN_SEE = "who_can_see"
    WHAT_IS_KEPT = "what_is_kept"
    WHAT_IS_SHARED = "what_is_shared"
    TAKE_BACK = "take_back"
    FORGET = "forget"
    GREETING = "greeting"
    THANKS = "thanks"
    # answers of single states
    YES = "yes"
    NO = "no"
    ASIDE = "aside"  # a question or a small remark: answered in place
    DOUBT = "doubt"  # a reason to hesitate, in somebody's own words
    MAYBE = "maybe"  # not sure: never a yes, never a no
    GO_ON = "go_on"
    TELL_MORE = "tell_more"
    GUIDE = "guide"
    LOOK = "look"  # for help with what the guide is about
    STAY = "stay"
    BASICS = "basics"
    HEALTH = "health"
    SAFETY = "safety"
    PAPERS = "papers"
    SCHOOL = "school"
    TALK = "talk"
    MORE = "more"
    NEEDS = "needs"
    CHANGE = "change"
    AREA = "area"
    HOW_TO_REACH = "how_to_reach"
    CONNECT = "connect"
    ANOTHER = "another"
    NEXT = "next"
    WHERE_IT_IS = "where_it_is"
    GETTING_THERE = "getting_there"
    WENT_BADLY = "went_badly"
    HEARD_THINGS = "heard_things"
    SOMETHING_ELSE = "something_else"
    NOT_SAFE = "not_safe"
    NO_POLICE = "no_police"
    NO_ID = "no_id"
    NO_FAITH = "no_faith"
    COMPANY = "company"
    WHAT_HELP = "what_help"
    RIGHTS = "rights"
    CHECK_IN = "check_in"
    HOUR = "hour"  # an hour of the day, said in words
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ANY_TIME = "any_time"
    DROP_CHECK_IN = "drop_check_in"
    SHARE = "share"
    CHOOSE = "choose"
    KEEP = "keep"
    JUST_TALK = "just_talk"
    NAME = "name"
    ERASE = "erase"
    TAKE_ITEM = "take_item"
    TAKE_FACT = "take_fact"  # one that the person told, by its number in the list
    LEAVE_AGENCY = "leave_agency"
    NOT_YET = "not_yet"
    ENGLISH = "english"
    SPANISH = "spanish"
    OTHER_LANGUAGE = "other_language"  # a language that staff added
    # not said by a person in words
    PHOTO = "photo"
    UNCLEAR = "unclear"
    FOREIGN = "foreign"  # a text in a language that the bot does not write
    PAUSE = "pause"
    CHECK_IN_DUE = "check_in_due"
    TAKEN = "taken"
    STILL_WAITING = "still_waiting"
    STAFF_QUIET = "staff_quiet"
    HANDED_ON = "handed_on"
    CLOSED = "closed"
    INTRODUCED = "introduced"
    CONTACT_JOINED = "contact_joined"
    CONTACT_QUIET = "contact_quiet"
    CONTACT_LEFT = "contact_left"
    REMINDER_OFFERED = "reminder_offered"
    REMINDER_DUE = "reminder_due"


class Event(Named):
    """Results of a turn. Each is recorded, counted, and changes the session (`session.after`)."""

    GREETED = "greeted"
    SAFE_TO_TALK = "safe_to_talk"
    WENT_BLAND = "went_bland"
    LIMITS_TOLD = "limits_told"
    DANGER_TOLD = "danger_told"
    DANGER_ASKED = "danger_asked"
    SAFE_SAID = "safe_said"
    UNDER_13_SAID = "under_13_said"
    HOLDER_HEARD = "holder_heard"
    WHO_ASKED = "who_asked"
    NEEDS_NAMED = "needs_named"
    NEEDS_CLEARED = "needs_cleared"
    NEED_ANSWERED = "need_answered"
    NEED_UNMET = "need_unmet"
    NEED_LEFT = "need_left"
    NEED_PARKED = "need_parked"
    NEEDS_TAKEN_UP = "needs_taken_up"
    GUIDE_OPENED = "guide_opened"
    GUIDE_TURNED = "guide_turned"
    GUIDE_TURNED_BACK = "guide_turned_back"
    AREA_SAID = "area_said"
    AREA_SKIPPED = "area_skipped"
    SERVICE_OFFERED = "service_offered"
    CONTACT_GIVEN = "contact_given"
    INTRODUCTION_ASKED = "introduction_asked"
    HESITATED = "hesitated"
    PHONE_ONLY = "phone_only"
    OTHER_AREA_WANTED = "other_area_wanted"
    RIDE_WANTED = "ride_wanted"
    FITS_LEFT = "fits_left"
    PROVIDER_REFUSED = "provider_refused"
    PROVIDER_UNSAFE = "provider_unsafe"
    CHECK_IN_SET = "check_in_set"
    CHECK_IN_DROPPED = "check_in_dropped"
    CHECK_IN_PASSED = "check_in_passed"
    CHECKED_IN = "checked_in"
    CONSENT_GIVEN = "consent_given"
    STORY_SHARED = "story_shared"
    CHOSEN_SHARED = "chosen_shared"
    NAME_SHARED = "name_shared"
    REMEMBER_ASKED = "remember_asked"
    REMEMBER_AGREED = "remember_agreed"
    ITEMS_ASKED = "items_asked"
    ITEM_CHOSEN = "item_chosen"
    ITEM_KEPT = "item_kept"
    ITEM_TAKEN_BACK = "item_taken_back"
    CONSENT_TAKEN_BACK = "consent_taken_back"
    CASE_TAKEN = "case_taken"
    CASE_WAITS_ON = "case_waits_on"
    CASE_HANDED_ON = "case_handed_on"
    CASE_CLOSED = "case_closed"
    TEXT_RELAYED = "text_relayed"
    TEXT_FAILED = "text_failed"
    PERSON_PAUSED = "person_paused"
    INTRODUCTION_OFFERED = "introduction_offered"
    INTRODUCTION_PUT_OFF = "introduction_put_off"
    INTRODUCTION_AGREED = "introduction_agreed"
    INTRODUCTION_ENDED = "introduction_ended"
    CONTACT_CAME = "contact_came"
    CONTACT_SILENT = "contact_silent"
    CONTACT_WENT = "contact_went"
    REMINDER_SET = "reminder_set"
    REMINDER_PUT_OFF = "reminder_put_off"
    REMINDED = "reminded"
    GOT_TO_TALK = "got_to_talk"
    NOT_TALKED_YET = "not_talked_yet"
    WENT_BADLY_THERE = "went_badly_there"
    HOW_PUT_OFF = "how_put_off"
    FORGOTTEN = "forgotten"
    FACT_FORGOTTEN = "fact_forgotten"
    MORE_FACTS_ASKED = "more_facts_asked"
    LANGUAGE_SET = "language_set"
    OPTED_OUT = "opted_out"
    OPTED_IN = "opted_in"
    NOT_UNDERSTOOD = "not_understood"
    LINE_TOLD = "line_told"
    HUSHED = "hushed"
