"""Closed sets for needs, guides, shareable items and limits on the next offer. Import them from `flows.names`."""

from enum import IntEnum, StrEnum


class Need(StrEnum):
    """Needs a person may have: the union of the guides' lists, the most urgent first (promise 13)."""

    SHELTER_TONIGHT = "shelter_tonight"
    FOOD = "food"
    HOUSING = "housing"
    HYGIENE = "hygiene"
    CLOTHING = "clothing"
    SAFETY_PLAN = "safety_plan"
    SEXUAL_ASSAULT_CARE = "sexual_assault_care"
    IMAGE_REMOVAL = "image_removal"
    MISSING_PERSON = "missing_person"
    MEDICAL = "medical"
    REPRODUCTIVE_HEALTH = "reproductive_health"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    DENTAL = "dental"
    COUNSELLING = "counselling"
    CHILD_CARE = "child_care"
    TRANSPORT = "transport"
    PHONE = "phone"
    MONEY = "money"
    UNPAID_WAGES = "unpaid_wages"
    LEGAL = "legal"
    IMMIGRATION = "immigration"
    ID_DOCUMENTS = "id_documents"
    CRIMINAL_JUSTICE = "criminal_justice"
    RECORD_CLEARING = "record_clearing"
    PUBLIC_BENEFITS = "public_benefits"
    EMBASSY = "embassy"
    INTERPRETATION = "interpretation"
    EDUCATION = "education"
    ENGLISH_CLASSES = "english_classes"
    WORK = "work"
    FAMILY_REUNIFICATION = "family_reunification"
    LGBTQ = "lgbtq"
    TATTOO_REMOVAL = "tattoo_removal"
    DISABILITY = "disability"
    PEER_SUPPORT = "peer_support"
    FAITH = "faith"
    CASE_MANAGEMENT = "case_management"


class Guide(StrEnum):
    """Situations with a pocket guide: a few pages on what a person can do."""

    SEXTORTION = "sextortion"
    PICTURES_ONLINE = "pictures_online"
    AFTER_RAPE = "after_rape"
    OVERDOSE = "overdose"
    LEAVING = "leaving"
    TRACKED_PHONE = "tracked_phone"
    FOUND_BY_EX = "found_by_ex"
    GOING_BACK = "going_back"
    BOYFRIEND = "boyfriend"
    GROOMING = "grooming"
    WAGES_HELD = "wages_held"  # or a passport
    DEBT_TO_BOSS = "debt_to_boss"
    MISSED_COURT = "missed_court"
    OLD_CHARGES = "old_charges"
    RAN_FROM_CARE = "ran_from_care"
    FIRST_NIGHT = "first_night"
    PREGNANT_MINOR = "pregnant_minor"
    CHILD_WITH_ME = "child_with_me"
    TELLING_A_PARENT = "telling_a_parent"
    HELPING_A_FRIEND = "helping_a_friend"
    MISSING_FRIEND = "missing_friend"
    CUTTING = "cutting"
    PANIC = "panic"
    NO_PHONE = "no_phone"
    IMMIGRATION = "immigration"


class ShareItem(StrEnum):
    """Items a person may agree to share. Consent names its items one by one (promise 1)."""

    WANTS_TO_TALK = "wants_to_talk"
    NEEDS = "needs"
    AREA = "area"
    NAME = "name"
    SERVICE = "service"
    SAID = "said"  # the services that the bot offered and the person's reasons to hesitate
    REACH = "reach"  # the phone number itself, for a call
    TIMES = "times"  # when a text or a call is ok
    REMEMBER = "remember"  # a note of each talk for when they return: its own question, and its own end


class Fit(StrEnum):
    """Limits that hesitation puts on the next offer."""

    PHONE_ONLY = "phone_only"
    RIDE = "ride"


class Worry(StrEnum):
    """Requirements a service must meet before the person would go. Each is a directory factor of the same name."""

    NO_POLICE = "no_police"
    NO_ID = "no_id"
    NO_FAITH = "no_faith"
    COMPANY = "company"


class Concern(StrEnum):
    """Kinds of danger that a text may tell of, the most urgent first."""

    MEDICAL = "medical"
    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    CHILD_HURT = "child_hurt"
    SEXUAL_ABUSE = "sexual_abuse"
    EXPLOITATION = "exploitation"
    SEXTORTION = "sextortion"
    FRIEND = "friend"  # any of these told of somebody else
    MINOR_NO_PLACE = "minor_no_place"
    WATCHED = "watched"


class Level(IntEnum):
    """How a danger is answered: one gentle question with the numbers in it, or numbers and a person at once."""

    ASK = 1
    ALARM = 2


class Fact(StrEnum):
    """Facts that a person tells about themselves or about whom the text is for. Each steers the offers."""

    AGE = "age"  # the number is kept beside it
    FOR_FRIEND = "for_friend"
    FOR_FAMILY = "for_family"
    FOR_CLIENT = "for_client"
    MINOR = "minor"  # under 18, the age not told
    BOY = "boy"
    TRANS = "trans"
    PREGNANT = "pregnant"
    CHILDREN = "children"
    TEXT_ONLY = "text_only"
    NO_ID = "no_id"
    NO_RIDE = "no_ride"
    DEAF = "deaf"
    NATIVE = "native"
    IN_CARE = "in_care"
    RAN_FROM_CARE = "ran_from_care"
    UNPAID_WORK = "unpaid_work"
    UNDOCUMENTED = "undocumented"
    AFRAID_OF_POLICE = "afraid_of_police"
    NO_HOTLINE = "no_hotline"
    NO_CRISIS_LINE = "no_crisis_line"  # until they tell of that danger


STEERING = frozenset({Fact.NATIVE, Fact.NO_HOTLINE, Fact.NO_CRISIS_LINE})
"""Facts that the directory itself looks at: for whom a service is, and lines that are not wanted."""

FOR_WHOM = frozenset({Fact.FOR_FRIEND, Fact.FOR_FAMILY, Fact.FOR_CLIENT})
"""Facts that say that the text is for somebody else: what it tells of them counts as told."""


class Aside(StrEnum):
    """Questions, doubts and small remarks answered in place. Doubts change the next offer (`hesitation.DOUBTS`)."""

    # what a service or this line asks of somebody
    COST = "cost"
    AGE_LIMIT = "age_limit"
    ID_NEEDED = "id_needed"
    SOBER_NEEDED = "sober_needed"
    WORK_REQUIRED = "work_required"
    RELIGION_REQUIRED = "religion_required"
    PHONE_TAKEN_AWAY = "phone_taken_away"
    WHAT_DO_YOU_NEED = "what_do_you_need_from_me"
    # who is told, and what may follow
    POLICE_INVOLVED = "police_involved"
    CPS_REPORTING = "cps_reporting"
    PARENTS_TOLD = "parents_told"
    SCHOOL_TOLD = "school_told"
    WILL_YOU_TELL_HIM = "will_you_tell_him"
    WHAT_THEY_SEE = "what_they_see"  # "que van a saber", where only the wish to talk is shared
    NO_HOUR_SET = "no_hour_set"  # "yes but only in the morning"
    NO_BOTHER = "no_bother"  # "perdon por molestar"
    WANTS_TO_STOP = "wants_to_stop"  # what they are made to do
    NAME_SEEN = "name_seen"  # by what name staff know them
    TELL_NOBODY = "tell_nobody"  # "dont call her", beside a danger
    # asked or planned beside a danger that somebody is
    NO_ANSWER = "no_answer"  # a question that nothing here can answer
    IF_I_SAY_NO, IF_CAUGHT = "if_i_say_no", "if_caught"  # "what if i tell him no", "what if he sees me"
    BRING_OTHERS, BRING_KIDS = "bring_others", "bring_kids"  # "how do i get the other girl out", "and my kids?"
    SEES_PHONE, HEARD_PLACE = "sees_phone", "heard_place"  # "can he see me on icloud", "near maywood"
    AT_DOOR, RAID = "at_door", "raid"  # immigration agents at the door, or at work
    ARRESTED_FOR_IT, HIS_JAIL = "arrested_for_it", "his_jail"  # "do i go to jail for it", "will he go to jail"
    SENT_BACK, STAY_AWAY = "sent_back", "stay_away"  # "will police take me back", "a restraining order"
    IMMIGRATION_RISK = "immigration_status_risk"
    ARREST_RISK = "arrest_risk_warrant"
    IN_TROUBLE = "am_i_in_trouble"
    HYPOTHETICAL_AGE = "what_if_hypothetical_age"
    MAY_ASK = "may_ask_what_if"
    RIGHTS = "what_are_my_rights"
    # who and what is taken
    KIDS_ALLOWED = "kids_allowed"
    PREGNANT_OK = "pregnant_ok"
    BOYS_MEN = "boys_men"
    TRANS_LGBT = "trans_lgbt"
    PETS = "pets"
    PARTNER_ALLOWED = "partner_allowed"
    DISABILITY_ACCESS = "disability_access"
    LANGUAGE_SPOKEN = "language_spoken"
    OTHERS_LIKE_ME = "are_there_girls_like_me"
    # what it is like
    WHAT_HAPPENS_THERE = "what_happens_there"
    HOW_LONG_STAY = "how_long_stay"
    IS_IT_SAFE_THERE = "is_it_safe_there"
    BEDS_FREE = "beds_free"
    CAN_I_LEAVE = "can_i_leave"
    COMPANY = "can_someone_come_with_me"
    OPEN_HOURS = "open_hours"
    WHERE_IS_IT = "where_is_it"
    RIDE = "ride_transport"
    CALLBACK_NUMBER = "callback_number"
    TEXT_INSTEAD = "can_text_instead_of_call"
    TEXT_THEM = "can_text_them"
    # asked for by name
    NARCAN = "narcan"
    PLAN_B = "plan_b"
    LAW_NAMED = "law_named"
    ICWA = "icwa"
    FOR_NATIVE = "for_native"  # "im navajo is there anything for us"
    TRANS_LIFELINE = "trans_lifeline"
    VICTIM_LINK = "victim_link"
    KIDS_HELP = "kids_help_phone"
    LOVE_IS_RESPECT = "love_is_respect"
    PLANNED_PARENTHOOD = "planned_parenthood"
    # who answers here, and when
    WHO_WILL_ANSWER = "who_will_answer"
    HOW_LONG_WAIT = "how_long_wait"
    ARE_THEY_COMING = "are_they_coming"
    COME_GET_ME = "come_get_me"
    FOUND_IT_YET = "did_you_find_it_yet"
    # this line
    WHERE_WE_HELP = "where_we_help"
    DO_YOU_CARE = "do_you_care"
    ANONYMOUS = "anonymous"
    WHO_ARE_YOU = "who_are_you"
    ARE_YOU_REAL = "are_you_real"
    PROVE_IT = "prove_it"
    IS_THIS_COPS = "is_this_cops"
    WHO_SEES_TEXTS = "who_sees_texts"
    IS_IT_KEPT = "is_it_logged_deleted"
    PHONE_BILL = "phone_bill_shows"
    WHY_DO_YOU_ASK = "why_do_you_ask"
    WHO_PAYS = "who_pays_you"
    CAN_I_TRUST_YOU = "can_i_trust_you"
    TAKE_IT_BACK = "can_i_take_it_back"
    STOP_TEXTS = "stop_texts"  # they seem to want no more texts, in words that no rule knows
    IS_IT_MY_FAULT = "is_it_my_fault"
    IS_IT_TRAFFICKING = "is_it_trafficking"
    # doubts about a service, or about help at all
    PLACE = "place"
    TRAVEL = "travel"
    WENT_BADLY = "went_badly"
    RUMOURS = "rumours"
    FEAR_POLICE = "fear_police"
    FEAR_HIM = "fear_him"
    FEAR_PARENTS = "fear_parents"
    FEAR_IMMIGRATION = "fear_immigration"
    SHAME = "shame"
    RULES = "rules"
    NOT_FOR_ME = "not_for_me"
    TIRED_OF_TELLING = "tired_of_repeating_story"
    NOT_YET = "not_yet"
    OTHER_REASON = "other_reason"
    PAST_PLACE = "past_place"  # it went badly at another place than the one on offer
    NO_HOTLINE = "no_hotline"
    SHORTER = "shorter"  # not so many texts, or not such long ones
    NOT_SUICIDAL = "not_suicidal"
    NOT_IN_DANGER = "not_in_danger"
    NOT_CALLED = "not_called"
    LET_DOWN = "let_down"  # a line hung up on them, or will this one?
    GOOD_NEWS = "good_news"
    GO_GET_THEM = "go_get_them"  # "should i go get her": a friend who is gone
    DUTY = "duty_to_report"  # "do i have to report this", of who works with a child
    IS_IT_LEGAL = "is_it_legal"  # "can he do that", of a boss or of who holds them
    PICTURES_THREAT = "pictures_threat"  # more of what was told of a threat with pictures
    WHERE_TO_CALL = "where_to_call"
    HELPING_THEM = "helping_them"  # "what do i do", of who writes for somebody else
    NUMBER_FOR_THEM = "number_for_them"
    THEY_SAY_NO = "they_say_no"
    OFFER_SIGNS = "offer_signs"  # "is it legit": a job or a trip that a stranger offers
    MY_CHOICE = "my_choice"  # "i love him", "dont tell me to leave"
    ROOF = "roof_for_now"  # "my friend lets me sleep on her couch": nobody is in danger
    NAMED_PLACE = "named_place"  # "is covenant house any good"
    NAME_THERE = "name_there"  # "do i gotta give my real name", of the place on offer
    NO_SHELTER = "no_shelter"  # a place, but no shelter
    GRIEF = "grief"  # somebody died
    BOTH_TRUE = "both_true"  # "will he change", "i miss him"
    NOT_DUMB = "not_dumb"  # "is that dumb": of missing who hurt them
    TELL_HERE = "tell_here"  # "theres a lady who works here, should i tell her": beside a danger
    TELL_ADULT = "tell_adult"  # "should i tell my teacher": beside a danger
    WITH_HIM = "with_him"  # "do i let her go with him", of who has somebody in their care
    WHO_TEXTED = "who_texted"  # "did she text you", of who looks for somebody
    REPORTED = "reported"  # "we already called police", of somebody missing
    TAKE_PHONE = "take_phone"  # "should i take her phone", of a parent
    BYSTANDER = "bystander"  # "should i knock": who sees or hears it
    WHAT_TO_TELL, TIP_GIVEN = "what_to_tell", "tip_given"  # "what do i tell the police", "ok i called"
    WHICH_POLICE, RECORDS = "which_police", "records"  # "tribal police or county", an officer who wants records
    AT_911, TEXT_911 = "at_911", "text_911"  # "what does 911 ask", "does texting 911 work"
    CHARGED, TESTIFY = "charged", "testify"  # "do i need to say i was forced", "im scared to testify"
    SHORT_WORDS = "short_words"  # "no entiendo", "i speak mam": beside a danger
    NOT_TEXT_THEM = "not_text_them"  # "can you text her", with a number
    THEIR_YES = "their_yes"  # "she has not agreed to anything yet", of who writes for her
    LEAVE_IT = "leave_it"  # "do i grab his gun"
    GO_AS_YOU_ARE = "go_as_you_are"  # "do i take the money", "i have no shoes", on the way out
    CALLED_FOR_ME = "called_for_me"  # "i called 911", while somebody hurts them
    SEES_THEM = "sees_them"  # "i see him at every holiday": who hurt them before
    NOT_ALONE = "not_alone"  # beside a danger: "my sister is here with me"
    THEY_ARE_GONE = "they_are_gone"  # "ya no vive aqui": who hurt them
    STILL_HERE = "still_here"  # "estas ahi?"
    HE_IS_POLICE = "he_is_police"  # "the guy who pays me is a cop"
    WHEN_ALONE = "when_alone"  # "when my mom works", after abuse was told
    NO_COPS = "no_cops"  # "she said dont call cops", of somebody whose life may be in danger
    ABROAD = "abroad"  # "im in tijuana": no number of ours works there
    WHAT_I_DO = "what_i_do"  # "what would u even do"
    MEANS_AWAY = "means_away"  # "i tossed the pills"
    ONLY_THOUGHT = "only_thought"
    WHAT_IS_SAFE = "what_is_safe"  # "idk what counts as safe"
    NOT_SO = "not_so"  # "not like that"
    LINE_SLOW = "line_slow"  # "988 wont answer"
    MUST_GO = "must_go"  # "do i have to go (to the hospital)"
    COLD = "cold"
    AFTER_RAPE = "after_rape"  # what to do, where to be examined
    RAPE_HEALTH = "rape_health"  # pregnancy and infection after it
    BEFORE_EXAM = "before_exam"  # "do i shower first", of the exam after a rape
    DRUG_TEST = "drug_test"  # "how long is it in my pee", of who was drugged
    NEWBORN = "newborn"  # "can i leave it somewhere": a baby that they can't keep
    PREGNANT_HIS = "pregnant_his"  # he must not know, or wants to decide
    PREGNANT_TIME = "pregnant_time"  # "how late can i still get one"
    # what nobody here can do, and what trackers, courts and laws are asked about
    PASS_ON, NO_ERRANDS, NO_REMINDER = "pass_on", "no_errands", "no_reminder"  # "tell my mom im ok", "buy me a ticket"
    TRACKER, COURT, VISA, UNDER_AGE = "tracker", "court", "visa", "under_age"
    MINE_IN_COURT, CHILD_PICTURES, GROWN_PICTURES = "mine_in_court", "child_pictures", "grown_pictures"
    SLEEPS_WHERE, PREGNANT_CHOICE = "sleeps_where", "pregnant_choice"  # "will they put me with men", "can i abort"
    CODE_WORD = "code_word"  # "is there a word for when he has the phone"
    NOT_OUR_STAFF = "not_our_staff"  # somebody who says that they are from here asks for money or a meeting
    # small remarks
    FEELING = "feeling"
    LONELY = "lonely"
    PREGNANT_HIDDEN = "pregnant_hidden"  # pregnant, and somebody must not know or will be angry
    WILL_BE_MAD = "will_be_mad"  # "my dad is gonna kill me if i fail"
    BACK_AGAIN = "back_again"  # "ok im back"
    LOST = "lost"  # "theres a sign that says exit 218"
    WORD_KNOWN = "word_known"  # "dont say weather he knows": no reply names the cover word any more
    HIDING = "hiding"  # beside a danger: "im in the bathroom"
    THANKS = "thanks_more"
    ANGER = "anger_at_you"
    DISTRUST = "distrust"
    STAY = "stay_and_talk"
    JOKE = "joke"
    NOTED = "noted"  # something about themselves, and no question
    UNSURE = "unsure"  # "idk"
    GOODBYE = "goodbye"
