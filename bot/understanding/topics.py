"""Questions, remarks, situations, needs and answers: what a text is where nothing else explains it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from bot.flows.asides import IN_DANGER
from bot.flows.model import Interpretation, StateSpec
from bot.flows.names import Answer, Aside, Concern, Guide, Level, Need, State
from bot.understanding import choices
from bot.understanding.agreeing import agrees_in, begins_with_yes, is_fine
from bot.understanding.asking import asks_to_be_sent, begins_asking, has_mark, is_question, may_ask, tells_when
from bot.understanding.binding import says_more
from bot.understanding.carrier import may_opt_out, speaks_of_others
from bot.understanding.ear import Topic
from bot.understanding.hearing import Guess, unsure
from bot.understanding.lexicon import Meaning
from bot.understanding.lonely import is_lonely
from bot.understanding.of_a_person import may_want_person
from bot.understanding.phrases import Found
from bot.understanding.plain_telling import is_of_another, says_little
from bot.understanding.plainly_told import tells_plainly
from bot.understanding.put_off import LEAVING, may_put_off
from bot.understanding.replies import agrees_by_denying, declines, denies
from bot.understanding.seen_words import tells_of_no_watching
from bot.understanding.signals import Signal
from bot.understanding.told_outright import TOLD_OUTRIGHT
from bot.understanding.words import Words, plain

_MAY_BE_TOPIC = frozenset({Answer.UNCLEAR, Answer.GREETING, Answer.THANKS})
"""What a text is read as although it may be a question or a remark. A need is one only where nothing is asked."""

_LEAVING_ALONE = frozenset({Answer.NO, Answer.NOT_NOW})  # "leave me alone" may surely be an opt-out
_DECLINING = frozenset({Answer.NO, Answer.MAYBE})
"""Answers that nobody has asked for say something else: "no quiero que venga la policia" fears the police."""


class Said(NamedTuple):
    """One text: its words, the phrases found in it, what it means as a whole, and the state in which it comes."""

    text: str
    words: Words
    whole: Set[Meaning]
    found: Sequence[Found[Meaning]]
    place: StateSpec

    @property
    def at(self) -> State:
        """The state in which the text comes."""
        return self.place.state


_FEWEST_TELLING, _MOST_BESIDE = 4, 2
"""Minimum number of words of a phrase that explains a text, and maximum of others beside it."""


_SHORT = 16
"""Length in words up to which a way out that is asked for explains a text: "how do i leave without him knowing"."""

_FEWEST_BESIDE_NEEDS = 5
"""Minimum number of words beside the needs of a text for the local model to be asked: the rest may tell of danger."""


def is_long(found: Sequence[Found[Meaning]], words: Words) -> bool:
    """Return whether enough words of a text belong to no need. A text without a need is never too short."""
    needs = [hit for hit in found if isinstance(hit.tag, Need)]
    taken = {at for hit in needs for at in range(hit.start, hit.end)}
    return not needs or len(words.tokens) - len(taken) >= _FEWEST_BESIDE_NEEDS


def is_plain(said: Said) -> bool:
    """Return whether a text is explained by numbers, or, but for a word or two, by a phrase of a question.

    Who is missing explains the rest: an older man, a phone that nobody answers. So does a way out in a short text.
    """
    explaining = {Guide.MISSING_FRIEND, *([Guide.LEAVING] if len(said.words.tokens) <= _SHORT else [])}
    if any(hit.tag in explaining for hit in said.found):
        return True
    told = [hit for hit in said.found if isinstance(hit.tag, Aside | Guide)]
    longest = max((hit.end - hit.start for hit in told), default=0)
    is_told = longest >= max(_FEWEST_TELLING, len(said.words.tokens) - _MOST_BESIDE)
    return is_told or bool(choices.numbers(said.words)) or any(isinstance(one, Aside | Guide) for one in said.whole)


def with_topic(reading: Interpretation, said: Said, guess: Guess | None) -> Interpretation:
    """Return the reading as the topic of the text, if it has one: a question, a remark, a situation, a need, an answer.

    The local model agrees to nothing that binds, names no need beside one of phrases, and only confirms an opt-out.
    """
    guess = None if tells_plainly(reading, said.text) else guess
    answer = Answer.STOP if _opts_out(reading, said, guess) else _answered(reading, said, guess)
    if answer is not None:
        return reading._replace(answer=answer)
    topic = _doubt(reading, said, guess) or _topic(reading, said, guess)
    if topic in LEAVING and not (_is_told(topic, said) or may_put_off(said.text, is_asked=_asks(said.place))):
        topic = None
    match goes_there(said) if topic is Aside.COME_GET_ME else topic:
        case Guide() as guide if said.at not in _HEARS_NEWS or (
            said.at in _MAY_ASK_ON and _is_told(guide, said)
        ):  # else: "she breathes now"
            return reading._replace(answer=Answer.GUIDE, guide=guide)
        case Aside() as aside if aside is not Aside.STOP_TEXTS or not speaks_of_others(said.words):
            return reading._replace(answer=Answer.ASIDE, aside=aside)
        case Need() as need if reading.answer is Answer.UNCLEAR:
            return reading._replace(answer=Answer.NEEDS, needs=(need,))
        case Answer() as answer if reading.answer is Answer.UNCLEAR and _may_answer(answer, said):
            return reading._replace(answer=answer)
        case _:
            return reading


def with_remark(reading: Interpretation, said: Said, guess: Guess | None, *, is_figure: bool) -> Interpretation:
    """Return a reading that nothing explains with the remark that its text is, if it asks nothing and tells no danger.

    What only looks like danger as a whole, such as a song or a game, is mere talk (`is_figure`). Of the rest the local
    model tells.
    The remark stands beside the answer, since a place or a fact in the text says more.
    """
    explained = reading.answer is not Answer.UNCLEAR or reading.concern is not None
    if explained or said.place.free_text or is_question(said.text):
        return reading
    if is_figure:
        return reading._replace(aside=Aside.JOKE)
    return reading if guess is None else reading._replace(aside=guess.remark)


_COMES_BY_ITSELF = re.compile(
    r"\b(?:can|could|may|should|shall|do|will|would|if|when|where|how) (?:i|we) (?:\w+ )?"
    r"(?:come|go|walk|show up|get there|stop by|drop by)\b"
    r"|\b(?:i|we) (?:can|could|will|would|wanna|want to|might|ll|am gonna|gonna|plan to) (?:\w+ )?"
    r"(?:come|go|walk|stop|drop|pick)\b"
    r"|\b(?:puedo|podemos|podria|si|cuando|donde|como) (?:yo )?(?:ir|llegar|llego|voy|paso|pasar|venir)\b"
)
"""Asks or says that the person herself goes somewhere: "can i come by". Nobody is to come for her."""


def goes_there(said: Said) -> Aside:
    """Return what a wish to be fetched is: a question about a place, where it is the person who would come."""
    return Aside.WHERE_IS_IT if _COMES_BY_ITSELF.search(plain(said.text)) else Aside.COME_GET_ME


_HEARS_NEWS = IN_DANGER - {State.SAFETY_STAY}
"""Answers to danger after which a text is news of it. Where the bot only stays, the session tells of which danger."""

_MAY_ASK_ON = frozenset({State.SAFETY_HURT, State.SAFETY_CHILD})
"""Answers to danger at which the words of a situation ask for its guide: first aid and a crisis go on."""


def _is_told(topic: Topic, said: Said) -> bool:
    """Return whether phrases tell the topic, and not the local model alone."""
    return any(hit.tag is topic for hit in said.found)


_AGREEING = frozenset({Answer.YES, Answer.SHARE, Answer.CONNECT})
"""Choices that make a state one that asks: a text there is likelier an answer than anywhere else."""


def _asks(place: StateSpec) -> bool:
    return any(choice.answer in _AGREEING for choice in place.choices)


def _opts_out(reading: Interpretation, said: Said, guess: Guess | None) -> bool:
    """Return whether a text that no rule takes for an opt-out is one by its sense, and may be one by its words.

    After a danger nobody is silenced by their sense alone: the bot asks whether to stop.
    """
    if guess is None or not guess.opts_out or is_question(said.text) or said.at in IN_DANGER:
        return False
    surely, answer = guess.surely_opts_out, reading.answer
    is_open = answer in _MAY_BE_TOPIC or reading.aside is Aside.STOP_TEXTS or (surely and answer in _LEAVING_ALONE)
    return is_open and may_opt_out(said.words, surely=surely) and not asks_to_be_sent(said.text)


def _answered(reading: Interpretation, said: Said, guess: Guess | None) -> Answer | None:
    """Return the answer in somebody's own words to what the bot has just asked, None if the text is none."""
    asks = is_question(said.text) and not tells_when(said.text)
    if guess is None or asks or not _asks(said.place) or reading.answer is not Answer.UNCLEAR:
        return None
    told = any(isinstance(hit.tag, Aside) for hit in said.found)
    if told or said.place.free_text or choices.numbers(said.words):
        return None
    answer = guess.answer
    return answer if answer is not None and _may_answer(answer, said) else None


def _may_answer(answer: Answer, said: Said) -> bool:
    """Return whether an answer may be taken from somebody's own words.

    A yes is one only where it is asked for and shares nothing, and with a "no" nowhere in the text. Where the safety of
    a screen hangs on it, a word that agrees must be there as well. A no is none beside such a word, unless one denies,
    and none where no word denies anything ("no estaria mal") or the text begins with a yes.
    """
    place, tokens, text = said.place, said.words.tokens, plain(said.text)
    denied, agrees = denies(tokens), agrees_in(text)
    if answer is Answer.NO:
        only_of_things = denied and not declines(tokens)
        is_no = (denied or not agrees) and not agrees_by_denying(tokens) and not begins_with_yes(text)
        return is_no and not only_of_things and _asks(place)
    if answer is Answer.PERSON:
        return may_want_person(text)
    if answer is not Answer.YES:
        return answer is not Answer.NOT_NOW or may_put_off(said.text, is_asked=_asks(place))
    asked = any(choice.answer is Answer.YES for choice in place.choices)
    if not asked or place.doubt is not None or says_more(said.text) or denied or is_fine(text):
        return False
    return agrees or not (place.rules.pinned or place.rules.bland)


def _doubt(reading: Interpretation, said: Said, guess: Guess | None) -> Aside | None:
    """Return what holds the person back from an offer, where the words alone are not a no, a need or thanks."""
    if guess is None or said.at not in _AT_OFFER or reading.answer not in _MAY_BE_DOUBT or is_question(said.text):
        return None
    is_told = reading.answer in said.whole or any(
        isinstance(hit.tag, Guide) or hit.tag in TOLD_OUTRIGHT for hit in said.found
    )
    return None if is_told or choices.numbers(said.words) else guess.doubt


def _topic(reading: Interpretation, said: Said, guess: Guess | None) -> Topic | None:
    """Return the question, remark or situation that a text is, None where something else explains it.

    A phrase may say more than "who can see this?"; the local model is asked only about what nothing explains. It must
    be surer where it takes a statement for mere talk.
    """
    told_by = [
        (isinstance(hit.tag, Guide), hit.end - hit.start, -hit.start, hit.tag)
        for hit in said.found
        if isinstance(hit.tag, Aside | Guide)
    ]
    is_guide, size, _, told = max(told_by, default=(False, 0, 0, None))  # a situation, or the longest phrase, says most
    if is_guide and reading.answer in _GUIDED:
        return told
    needs = max((hit.end - hit.start for hit in said.found if isinstance(hit.tag, Need)), default=0)
    if reading.answer is Answer.NEEDS and told and size >= needs and not _is_how(told, said):
        return told  # "how do i get there" names a ride, and asks about one
    if reading.answer in _SAYS_LESS:
        return told if told not in _SAYS_LESS[reading.answer] else None
    if not _may_be_topic(reading, said):
        return None
    if told or guess is None:
        return told
    return None if reading.answer is Answer.NEEDS and needs >= _TELLS_A_NEED else _guessed(reading, said, guess)


def _is_how(told: Topic, said: Said) -> bool:
    """Return whether a remark only says how the person can be helped: "need a lawyer, i cant talk on the phone"."""
    return told in (Aside.TEXT_INSTEAD, Aside.NO_HOTLINE) and not is_question(said.text)


def _guessed(reading: Interpretation, said: Said, guess: Guess) -> Topic | None:
    """Return the topic that the local model names, where it must be surer: beside a need, or in mere talk."""
    is_talk = not is_question(said.text) and guess.remark is not None
    is_need = reading.answer is Answer.NEEDS and not has_mark(said.text)
    topic = guess.likely_topic if is_need or is_talk else guess.topic
    return guess.stated_topic if topic in _ONLY_ASKED and not may_ask(said.text) else topic


_ONLY_ASKED = frozenset(
    {Aside.COST, Aside.AGE_LIMIT, Aside.ID_NEEDED, Aside.SOBER_NEEDED, Aside.WORK_REQUIRED, Aside.RELIGION_REQUIRED,
     Aside.PHONE_TAKEN_AWAY, Aside.HYPOTHETICAL_AGE, Aside.KIDS_ALLOWED, Aside.PREGNANT_OK, Aside.BOYS_MEN,
     Aside.TRANS_LGBT, Aside.PETS, Aside.PARTNER_ALLOWED, Aside.DISABILITY_ACCESS, Aside.LANGUAGE_SPOKEN,
     Aside.WHAT_HAPPENS_THERE, Aside.HOW_LONG_STAY, Aside.BEDS_FREE, Aside.CAN_I_LEAVE, Aside.COMPANY,
     Aside.OPEN_HOURS, Aside.WHERE_IS_IT, Aside.RIDE, Aside.CALLBACK_NUMBER, Aside.WHO_WILL_ANSWER,
     Aside.HOW_LONG_WAIT, Aside.ARE_THEY_COMING, Aside.FOUND_IT_YET, Aside.WHO_SEES_TEXTS, Aside.IS_IT_KEPT,
     Aside.PHONE_BILL, Aside.WHO_PAYS}
)  # fmt: skip
"""Topics that are hardly ever meant by a text that asks nothing: "told my dog bye" asks about no pets."""


_TELLS_A_NEED = 7
"""Number of words of a need that is told outright, though a question names it: "any places for native girls"."""

_GUIDED = frozenset({*_MAY_BE_TOPIC, Answer.NEEDS})
"""What a text is read as although words of a situation ask for its guide."""

_AT_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_NEAREST, State.OPTIONS_CONTACT, State.HESITATION_WHY})
"""Where a text that names a need may say what holds somebody back: "no car no bus out here after 6"."""

_MAY_BE_DOUBT = frozenset(
    {Answer.UNCLEAR, Answer.NEEDS, Answer.NO, Answer.MAYBE, Answer.THANKS, Answer.PERSON, Answer.WHO_CAN_SEE}
)
"""What a doubt about an offer is read as: "no phone after 9? hard pass" has a need and a no in it."""

_SAYS_LESS: dict[Answer, tuple[Aside, ...]] = {
    Answer.WHO_CAN_SEE: (Aside.WHO_SEES_TEXTS,),
    Answer.WHAT_IS_KEPT: (Aside.IS_IT_KEPT,),
    Answer.WHO_ARE_YOU: (Aside.WHO_ARE_YOU, Aside.ARE_YOU_REAL),
}
"""Control words with a page of their own, and the questions that the page answers. Others go before it."""


def _may_be_topic(reading: Interpretation, said: Said) -> bool:
    """Return whether a text may be a question or a remark: nothing else explains the whole of it."""
    if reading.answer is Answer.NEEDS:
        return has_mark(said.text) or said.at in _AT_OFFER or begins_asking(said.text)
    if reading.answer is Answer.UNCLEAR:
        return not choices.numbers(said.words)
    if reading.answer in _DECLINING and _asks(said.place):
        return False
    return reading.answer in _MAY_BE_TOPIC | _DECLINING and reading.answer not in said.whole


def _explains(guess: Guess | None, text: str) -> bool:
    """Return whether the local model takes a text for a question or a remark that leaves no danger to ask about."""
    if guess is None or guess.is_certain:
        return False
    topic = guess.topic if is_question(text) else guess.sure_topic if may_ask(text) else guess.stated_topic
    return isinstance(topic, Aside) and topic not in _MAY_HIDE_DANGER


_MAY_HIDE_DANGER = frozenset(
    {Aside.FEELING, Aside.STAY, Aside.GOODBYE, Aside.FEAR_HIM, Aside.OTHER_REASON, Aside.SHAME, Aside.IS_IT_MY_FAULT,
     Aside.IS_IT_TRAFFICKING}
)  # fmt: skip
"""Remarks by which a danger may be told as well."""

_BETTER_ANSWERED = frozenset({Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXTORTION})
"""Dangers that need not be asked about where a question is answered: the answer says what to beware of."""


MAY_BE_UNHEARD = (Answer.UNCLEAR, Answer.NEEDS)
"""What a text is read as when its danger was not heard."""


class Doubted(NamedTuple):
    """A text that no rule hears danger in: how phrases read it, how its topic does, and the local model's guess.

    `is_long`: it has enough words beside those of a need for the rest to tell of danger.
    """

    reading: Interpretation
    topical: Interpretation
    said: Said
    guess: Guess | None
    is_long: bool

    def danger(self) -> Signal | None:
        """Return the danger that the local model would ask about."""
        found = unsure(self.guess, self.said.words) if self.is_long else None
        is_watched = found is not None and found.concern is Concern.WATCHED
        if is_watched and self.reading.answer not in MAY_BE_UNHEARD:
            found = None  # "no he checks it then" answers the question
        if found is None and self._is_unexplained:
            found = unsure(self.guess, self.said.words, is_unexplained=True)
        if found is not None and self._has_no_word_of(found.concern):
            return None
        lonely = found is not None and found.concern is Concern.SELF_HARM and is_lonely(plain(self.said.text))
        return None if lonely or (found is not None and _explains(self.guess, self.said.text)) else found

    def _has_no_word_of(self, concern: Concern) -> bool:
        """Return whether no word tells of a danger that was only guessed: "he gave me a ring", "she keeps it"."""
        text = self.said.text
        if concern is Concern.WATCHED and (self.topical.guide is not None or tells_of_no_watching(text)):
            return True
        if concern is Concern.FRIEND and not is_of_another(text):
            return True
        return concern in _NEED_A_WORD and says_little(text)

    @property
    def _is_unexplained(self) -> bool:
        """Whether it is a statement that nothing but the model explains: "my uncle brings men over" asks nothing.

        At an offer such a text is a reason to hesitate.
        """
        is_guessed = self.topical.answer in _GUESSED or (
            self.reading.answer is Answer.UNCLEAR and self.topical.answer is not Answer.GUIDE
        )
        return is_guessed and self.said.at not in _AT_OFFER and not is_question(self.said.text)


_NEED_A_WORD = frozenset({Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.WATCHED, Concern.SEXTORTION, Concern.FRIEND})
_GUESSED = frozenset({Answer.UNCLEAR, Answer.ASIDE})


def to_ask(signal: Signal | None, doubted: Doubted | None, reading: Interpretation, text: str) -> Signal | None:
    """Return the danger that rules heard, or else the one to ask about, if the answer does not serve better."""
    found = signal or (doubted.danger() if doubted else None)
    return None if _is_answered(found, reading, text) else found


def _is_answered(signal: Signal | None, reading: Interpretation, text: str) -> bool:
    """Return whether the answer to a question serves better than to ask about a danger that is not sure."""
    if signal is None or signal.level is not Level.ASK or signal.as_talk:
        return False
    if reading.answer is Answer.WHO_CAN_SEE:
        return signal.concern is Concern.WATCHED
    if reading.aside is Aside.TEXT_INSTEAD:
        return False  # its answer says nothing of who is near: "i cant talk hes right here"
    asks = reading.answer is Answer.ASIDE and bool(begins_asking(text) and not _REPORTS.search(plain(text)))
    of_staff = signal.concern is Concern.VIOLENCE and bool(_OF_STAFF.search(plain(text)))
    return asks and (of_staff or signal.concern in _BETTER_ANSWERED)


_REPORTS = re.compile(r"^\W*(?:\w+\W+){0,3}?(?:dijo|dice|dijeron|dicen|jura|amenaz\w+|said|says|threaten\w*|swears) ")
"""Tells what somebody said, in words that questions have as well: "el dijo que le va a contar a todos"."""

_OF_STAFF = re.compile(r"\b(?:will|can|do|does|would|could) (?:they|you|u|yall|staff)\b")
"""Asks what people of a service would do: "will they make me turn in my phone"."""
