"""What a text means by what stands before it in the conversation, beyond the choices of the state. Pure.

Each function takes the session, the text (`Wrote`) and what those before made of it, and returns the same reading or
another one. Their order matters: `IN_ORDER` names it.

- `openings`: a first text, a cry for help, the words of another menu
- `small_words`: short texts that say little by themselves
- `others`: a partner, a friend, somebody on the floor
- `under_way`: an escape, a fire, a night outside or a meeting that goes on right now
- `at_hand`, `looking_on`: a danger that goes on right now, and somebody who looks on while it is told
- `drawing_near`: who comes nearer while a person is asked for or awaited
- `right_now`: who is driven off or at a stop, who stands outside or fetches them, what to say to 911
- `beside_danger`, `way_out`, `way_to_door`: places, times, plans and things to take while a danger stands
- `who_it_was`, `number_asked`: a child's few words, and who asks for a number and nothing else
- `presence`: who is beside somebody, who is gone, whether anybody is there
- `his_ways`: what somebody does who is a danger in the house
- `errands`: what nobody here can do: pass on a message, pay, fetch, keep a date
- `pictures`: pictures of a grown-up, and pictures of a child that an adult found
- `kin_threat`: a threat to a family or a home
- `lure`: a job or a trip that somebody offers, before anything was done
- `turning`: "next" while a guide waits, and "what if he comes" beside it
- `law`: court, papers, a child, and with whom one sleeps
- `written_again`: who writes again some hours after a danger
- `not_watched`: what was taken for a phone that is watched, beside a danger
- `taken_in`: a drug that spilled, nothing taken, a child with a fever
- `jail_and_door`: agents at the door, jail, an order of a court, a record
- `trackers`, `bits`: something that traces them, and danger told in a few words
- `telling`: who near somebody in danger may be told
- `relatives`: a mother or an aunt who worries
- `for_them`, `bystanders`, `professionals`: who writes about somebody else
- `made_to`: what somebody is made to do, and danger taken for blackmail
- `officials`: 911, police, charges and records, and what a helper asks of them
- `family`: who looks for a child, or found this number on her phone
- `witness`: who is beside somebody in danger, or on the way to get them out
- `told_on`, `more_of_it`: more of a danger that was told before
- `more_than_no`, `plain_asks`: what tells or asks something, and seemed to close the talk
- `at_offer`: questions about the place on offer
- `asked_in_danger`: a question, a place or a plan beside a danger that somebody is
- `going_away`: who leaves tonight or got out, and what was better once
- `of_no_service`: what sounded like a question about a place, beside a danger
- `between_lines`: harm told sideways, and plain lines taken for a wish to die
- `says_who`: who says that they hold another's phone
- `should_i`: a ride that a stranger offers, a phone that may be traced
- `roof`, `plain_words`: what is told around a place, and plain remarks that were taken for others
- `wants_out`: who wants to be out of what they do
- `city`: what is no city where one was asked for
- `abroad`: numbers for who is in neither country, and what lines speak
- `contact`, `fears`: who is met or keeps calling, and what help is feared to do
- `by_hand`: who is deaf or signs, and who can't call
- `in_passing`: when he is away, no texts at night, about a sister
- `child`, `child_gone`, `duty`, `responsible_adults`, `leaving`, `missing`: situations of some people
- `languages`: the language somebody wishes to be answered in
- `tongues`: who does not understand, or speaks a language that nobody writes here
- `child`, `duty`, `responsible_adults`, `leaving`, `missing`: situations of some people
- `asked_again`: a consent that was put off, and is asked for again
- `at_consent`: what is asked, or half agreed to, at the question for a consent
- `consenting`: a condition, a second thought, a wish that somebody is not told
- `after_rape`, `body`, `crisis`: after a rape, harm to the body, a wish to die or to kill
- `neck`, `is_it_bad`: marks on a neck, and whether what was told of the body is bad or normal
- `womb`: pain and blood in pregnancy, and a newborn that nobody can keep
- `someone_down`: a friend who does not wake, and who hurts them and sleeps it off
- `named`: the name that staff see
- `taken_back`: a consent taken back in plain words
- `whom_to_call`: whom this line is not to call
- `weak_yes`: words that close a talk, or set an hour, where a consent is asked for
- `when_alone`: when it happens, after abuse was told
- `taking_out`: one thing taken out of what is kept
- `kept_there`: who is locked in or works off a debt, told in one long text
- `ran_from`: who ran from a man, and money offered for sex
- `two_questions`: a second question in one text
- `unnamed`: another one in their place, a blow against an attacker, a no that was not heard
- `sheltered`, `kin_dying`: an address given to who hurt them, somebody of theirs who may take their own life
- `kin_words`: family words in what somebody tells of themselves
- `gone_with`, `poses`: a child gone with who sells it, somebody who says that they are from here
- `mourning`: a death that lies back, and love for who hurts
- `no_wish`, `like_my_life`: what only sounds like a wish to die, and a story that is their own
- `not_to_die`: a way out, a ride and fear of being killed, which sound like a wish to die
- `pieces`: what was told before and this text are a danger together
- `ransom`: money that captors want
- `police`: police who are the danger, or whom a friend does not want
- `no_later`: what closes no talk, and asks for nobody to come
- `no_ask`: a need that is only named beside a danger, and "safe" as an answer
- `no_joke`: cries, excuses and denied needs that were taken for small talk or for a need
- `tried`, `wait`: what came of a place, and of the wait for a person
- `texts_wished`: no texts, other texts, texts erased
- `holding`, `buyer`, `bought`: somebody else may hold the phone, would buy somebody, or bought who writes
- `burned_cover`: who has the phone now, found something out, follows them, or knows the cover word
- `no_opt_out`: cries that sound like an opt-out, and who wants none of this as a first text
- `holding`, `buyer`: somebody else may hold the phone, or would buy somebody
"""

from __future__ import annotations

from bot.conversation.meant_here.abroad import of_country, of_lines, of_numbers_abroad
from bot.conversation.meant_here.after_rape import of_rape
from bot.conversation.meant_here.asked_again import of_asking_again, of_their_number
from bot.conversation.meant_here.asked_in_danger import in_danger_asked
from bot.conversation.meant_here.at_consent import at_consent
from bot.conversation.meant_here.at_hand import at_hand, kept_in_emergency
from bot.conversation.meant_here.at_offer import at_offer
from bot.conversation.meant_here.beside_danger import at_lodging, beside_him, in_danger, now_ok, under_one_roof
from bot.conversation.meant_here.between_lines import of_between_lines
from bot.conversation.meant_here.bits import of_bits
from bot.conversation.meant_here.body import of_body
from bot.conversation.meant_here.bought import of_bought
from bot.conversation.meant_here.burned_cover import (
    of_being_found_out,
    of_his_hands,
    of_pursuit,
    of_show,
    of_the_word,
)
from bot.conversation.meant_here.buyer import of_buyer
from bot.conversation.meant_here.by_hand import of_signing
from bot.conversation.meant_here.bystanders import of_bystander
from bot.conversation.meant_here.child import in_care, of_child
from bot.conversation.meant_here.child_gone import of_child_gone
from bot.conversation.meant_here.city import at_city
from bot.conversation.meant_here.consenting import keep_secret, of_consent
from bot.conversation.meant_here.contact import of_contact
from bot.conversation.meant_here.crisis import of_crisis
from bot.conversation.meant_here.drawing_near import of_drawing_near
from bot.conversation.meant_here.duty import of_duty
from bot.conversation.meant_here.errands import of_errands
from bot.conversation.meant_here.family import of_family
from bot.conversation.meant_here.fears import of_helpers
from bot.conversation.meant_here.for_them import for_them
from bot.conversation.meant_here.going_away import of_going_away
from bot.conversation.meant_here.gone_with import of_gone_with
from bot.conversation.meant_here.his_ways import of_his_ways
from bot.conversation.meant_here.holding import (
    afraid_it_is_seen,
    asked_of_her,
    demanded,
    found_by_another,
    left,
    of_shared_phone,
    of_the_cover,
    of_who_is_there,
    on_a_watched_screen,
    warned,
)
from bot.conversation.meant_here.in_passing import in_passing
from bot.conversation.meant_here.is_it_bad import is_it_bad
from bot.conversation.meant_here.jail_and_door import of_jail_and_door
from bot.conversation.meant_here.kept_there import of_being_kept
from bot.conversation.meant_here.kin_dying import of_kin_dying
from bot.conversation.meant_here.kin_threat import of_kin_threat
from bot.conversation.meant_here.kin_words import of_kin_words
from bot.conversation.meant_here.languages import of_language
from bot.conversation.meant_here.law import of_law
from bot.conversation.meant_here.leaving import of_leaving
from bot.conversation.meant_here.like_my_life import of_like_my_life
from bot.conversation.meant_here.looking_on import at_check_in, no_text_now, of_looking_on
from bot.conversation.meant_here.lure import of_lure
from bot.conversation.meant_here.made_to import greeted_once, of_being_made_to
from bot.conversation.meant_here.missing import of_grief, of_missing
from bot.conversation.meant_here.more_of_it import more_of_it
from bot.conversation.meant_here.more_than_no import of_bother, of_more_than_no
from bot.conversation.meant_here.mourning import of_loss
from bot.conversation.meant_here.named import of_name
from bot.conversation.meant_here.neck import of_neck
from bot.conversation.meant_here.no_ask import of_no_ask
from bot.conversation.meant_here.no_joke import of_no_joke, of_no_question, of_no_refusal
from bot.conversation.meant_here.no_later import of_no_later
from bot.conversation.meant_here.no_opt_out import of_deleting, of_pleas, of_wrong_number
from bot.conversation.meant_here.no_wish import of_no_wish
from bot.conversation.meant_here.not_to_die import not_to_die
from bot.conversation.meant_here.not_watched import of_other_phones
from bot.conversation.meant_here.number_asked import of_number
from bot.conversation.meant_here.of_no_service import of_no_service, of_no_wage
from bot.conversation.meant_here.officials import of_officials
from bot.conversation.meant_here.others import after_narcan, of_kin, of_role
from bot.conversation.meant_here.pictures import of_pictures
from bot.conversation.meant_here.pieces import of_pieces
from bot.conversation.meant_here.plain_asks import of_plain_asks
from bot.conversation.meant_here.plain_words import of_mind, of_plain_words
from bot.conversation.meant_here.police import of_police
from bot.conversation.meant_here.poses import of_posing
from bot.conversation.meant_here.presence import (
    of_anyone,
    of_presence,
    of_their_age,
    of_their_kin,
    of_who_is_gone,
)
from bot.conversation.meant_here.professionals import of_professional
from bot.conversation.meant_here.ran_from import of_running_from
from bot.conversation.meant_here.ransom import of_ransom
from bot.conversation.meant_here.relatives import of_relative
from bot.conversation.meant_here.responsible_adults import of_responsible_adult
from bot.conversation.meant_here.right_now import of_fetching
from bot.conversation.meant_here.roof import of_roof, when_and_who
from bot.conversation.meant_here.says_who import of_who_says
from bot.conversation.meant_here.sheltered import of_shelter
from bot.conversation.meant_here.should_i import of_should_i
from bot.conversation.meant_here.small_words import afraid_of_anger, no_outcome, of_pregnancy, on_the_way, puts_off
from bot.conversation.meant_here.someone_down import of_someone_down
from bot.conversation.meant_here.taken_back import of_taking_back
from bot.conversation.meant_here.taken_in import of_what_was_taken
from bot.conversation.meant_here.taking_out import taken_out
from bot.conversation.meant_here.telling import of_telling
from bot.conversation.meant_here.texts_wished import of_check_in, of_touch
from bot.conversation.meant_here.told_on import told_on
from bot.conversation.meant_here.tongues import of_their_tongue, of_tongues
from bot.conversation.meant_here.trackers import of_trackers
from bot.conversation.meant_here.tried import next_one, of_past_place, put_out
from bot.conversation.meant_here.turning import of_next_page
from bot.conversation.meant_here.two_questions import of_two_questions
from bot.conversation.meant_here.under_way import of_helper_who_calls, of_under_way, of_what_is_left
from bot.conversation.meant_here.unnamed import of_unnamed
from bot.conversation.meant_here.wait import of_the_wait, while_waiting
from bot.conversation.meant_here.wants_out import of_not_going, of_wanting_out
from bot.conversation.meant_here.way_out import threatened, way_out
from bot.conversation.meant_here.way_to_door import of_way_to_door
from bot.conversation.meant_here.weak_yes import of_weak_yes
from bot.conversation.meant_here.when_alone import of_when
from bot.conversation.meant_here.who_it_was import of_who_it_was
from bot.conversation.meant_here.whom_to_call import of_whom_to_call
from bot.conversation.meant_here.witness import of_witness
from bot.conversation.meant_here.womb import of_womb
from bot.conversation.meant_here.written_again import of_writing_again

IN_ORDER = (
    of_whom_to_call,
    while_waiting,
    of_no_question,
    of_drawing_near,
    of_asking_again,
    of_their_number,
    of_no_ask,
    of_no_later,
    of_the_wait,
    of_name,
    of_weak_yes,
    of_taking_back,
    at_consent,
    of_consent,
    of_touch,
    of_check_in,
    of_bother,
    of_more_than_no,
    of_plain_asks,
    put_out,
    next_one,
    of_next_page,
    puts_off,
    after_narcan,
    of_role,
    of_past_place,
    no_outcome,
    afraid_of_anger,
    on_the_way,
    of_no_service,
    of_under_way,
    of_helper_who_calls,
    at_hand,
    of_fetching,
    of_writing_again,
    of_what_is_left,
    of_who_it_was,
    of_number,
    of_their_age,
    of_who_is_gone,
    of_their_kin,
    of_anyone,
    of_presence,
    of_shared_phone,
    of_the_cover,
    of_who_is_there,
    on_a_watched_screen,
    of_his_ways,
    now_ok,
    under_one_roof,
    in_danger,
    beside_him,
    at_lodging,
    way_out,
    threatened,
    of_kin,
    of_telling,
    of_relative,
    of_kin_threat,
    for_them,
    of_contact,
    told_on,
    of_lure,
    more_of_it,
    of_pictures,
    of_grief,
    of_missing,
    of_duty,
    of_responsible_adult,
    of_child,
    in_care,
    of_leaving,
    of_signing,
    in_passing,
    of_law,
    of_errands,
    of_trackers,
    of_bits,
    keep_secret,
    of_pleas,
    of_deleting,
    left,
    of_wrong_number,
    afraid_it_is_seen,
    warned,
    demanded,
    asked_of_her,
    found_by_another,
    of_looking_on,
    no_text_now,
    at_check_in,
    of_buyer,
    of_who_says,
    of_rape,
    of_pregnancy,
    of_police,
    of_body,
    of_what_was_taken,
    of_neck,
    of_womb,
    of_someone_down,
    of_no_joke,
    of_no_refusal,
    of_crisis,
    of_being_kept,
    of_bystander,
    of_witness,
    not_to_die,
    of_no_wish,
    of_like_my_life,
    of_loss,
    of_unnamed,
    of_shelter,
    of_kin_words,
    of_kin_dying,
    of_bought,
    of_pieces,
    of_posing,
    of_running_from,
    of_professional,
    of_being_made_to,
    of_officials,
    of_child_gone,
    of_gone_with,
    of_family,
    of_when,
    of_ransom,
    of_country,
    of_numbers_abroad,
    of_lines,
    of_way_to_door,
    of_helpers,
    of_wanting_out,
    of_not_going,
    of_roof,
    when_and_who,
    of_should_i,
    of_no_wage,
    of_between_lines,
    of_going_away,
    in_danger_asked,
    of_jail_and_door,
    of_mind,
    of_plain_words,
    is_it_bad,
    taken_out,
    at_offer,
    at_city,
    of_other_phones,
    kept_in_emergency,
    of_his_hands,
    of_the_word,
    of_being_found_out,
    of_pursuit,
    of_show,
    of_language,
    of_their_tongue,
    of_tongues,
    greeted_once,
    of_two_questions,
)
"""What reads a text that came in time, in order: each gets what the one before made of it."""
