"""Closed sets of what a text adds to a danger: its details, its pieces, how it goes on, what it asks for right now."""

from enum import StrEnum


class Progress(StrEnum):
    """How a medical emergency goes on, the last stage first."""

    HELP_CAME = "help_came"
    THEY_CAME = "they_came"  # "theyre here": help, if it was called
    BREATHING = "breathing"
    ASKED = "asked"  # whether somebody will live
    CALLED = "called"
    GIVEN = "given"  # Narcan: it wears off
    REFUSED = "refused"  # nobody calls, for fear of the law
    NO_NARCAN = "no_narcan"
    NO_MEANS = "no_means"  # no minutes, no voice: a call is not possible


class Denial(StrEnum):
    """How a text denies a danger."""

    OUTRIGHT = "outright"  # "im not in danger"
    NOT_SUICIDAL = "not_suicidal"
    FINE = "fine"  # "im fine i said": it lifts less
    FOUND = "found"  # who was missing is back


class Detail(StrEnum):
    """Details of harm that change what helps."""

    CHOKED = "choked"
    CHOKED_BY_PARTNER = "choked_by_partner"  # or by "him": the line for partner violence
    BODY = "body"  # a symptom, or a wish for a doctor
    HOLDS = "holds"  # "hell kill himself if i go"
    MAY_DIE = "may_die"  # somebody of theirs may take their own life
    HUNTED = "hunted"  # others want to jump them
    WORK = "work"  # for them, without pay
    PAPERS = "papers"  # what they say of papers or the police
    WOUND = "wound"  # it bleeds, or is deep
    EASED = "eased"  # a wound bleeds less, or is covered
    BLOW = "blow"  # pain or swelling after a blow
    BLOW_NOW = "blow_now"  # the same, and it can't wait
    CHILD_ILL = "child_ill"  # a small child of theirs has a fever
    FADES = "fades"  # they fall asleep, or go to bed, with something in them
    BELLY = "belly"  # a blow to the belly, or a pregnancy beside blows
    BLEEDS = "bleeds"  # blood in pregnancy, or from where it would be
    IS_BAD = "is_bad"  # they ask whether what they told of the body is bad, or normal
    NO_CARE = "no_care"  # no doctor, for fear or for money
    NO_MEDICINE = "no_medicine"  # one that can't wait ran out
    MAY_KILL = "may_kill"  # they want to kill somebody who hurts them
    LURED = "lured"  # somebody from the internet wants somebody under 18
    LEAVES = "leaves"  # when they go along with who wants them to
    IN_PLACE = "in_place"  # they may go if they bring another one
    HIT_BACK = "hit_back"  # they struck who attacked them
    IN_CAR = "in_car"  # they are driven somewhere, and not let out
    AT_WINDOW = "at_window"  # they would flee by a window
    GUN_NEAR = "gun_near"  # they want to die, and a gun is within reach
    ADDRESS_ASKED = "address_asked"  # who hurt them wants to know where they are
    ADDRESS_GIVEN = "address_given"  # they told who hurt them where they are
    AT_EDGE = "at_edge"  # they are where they would jump
    KEPT = "kept"  # papers that somebody keeps
    FAMILY = "family"  # a threat to their family
    SUM = "sum"  # money, men or dates that they must bring in
    AT_WORK = "at_work"  # they sleep where they work, or are owed pay
    MARRIED_OFF = "married_off"
    TOLD_ON = "told_on"  # more of what was told, in words that nothing knows


class Piece(StrEnum):
    """Pieces of a story that alone are no danger, and with another piece may be one: they are kept for what follows."""

    YOUNG_ONE = "young_one"  # somebody else is under 18
    OF_AGE = "of_age"  # somebody is 18 to 20
    ADULT = "adult"  # somebody is 21 or older
    DATES = "dates"  # they date somebody
    ONLINE = "online"  # they met somebody online
    TRIP = "trip"  # somebody wants them to come along, or takes them somewhere
    WORKS = "works"  # somebody of the family, or a friend, works
    PAYS = "pays"  # a man pays them or their rent, or a client is named
    IN_SHELTER = "in_shelter"  # they live in one
    FROM_HERE = "from_here"  # somebody from here, they say, talked to them
    HEAD = "head"  # they were hit on the head, or fell
    WOMB = "womb"  # a pregnancy is in danger, or blood comes from where it would be
    LEFT_OUT = "left_out"  # they were put out on a road or in the cold
    IN_CAR = "in_car"  # somebody who is a danger has them in a car


class AtHand(StrEnum):
    """Dangers that go on right now, told bit by bit."""

    QUIETLY = "quietly"  # they can only write, or leave a line open: somebody would hear a call
    SEEN = "seen"  # they hide the phone, or somebody checks it, beside a danger that stands
    REACH = "reach"  # who hurts them, or follows them, is in the same bus or store
    CAR = "car"  # they are in a trunk, or driven with no way out
    STOPPED = "stopped"  # they are out of the car for now, where people are
    DOOR = "door"  # who hurts them is outside, at the door or the window, or on the stairs
    OUT = "out"  # they got out, or were let go
    WORDS = "words"  # what they say to 911, and in what language
    WAY_OUT = "way_out"  # such a car stops, somebody is near it, or a latch is found
    CHANCE = "chance"  # who holds them is gone for a moment
    REFUGE = "refuge"  # they got out, or are where staff can call
    BARRED = "barred"  # they are behind a door, and who hurts them wants in
    OUTSIDE = "outside"  # put out on a road, in the woods or in the cold
    FIRE = "fire"  # it burns, and somebody is shut in
    MEETS = "meets"  # they are called to meet who threatens them, or go
    BATTERY = "battery"  # the phone dies, beside a danger that stands
    CHILD = "child"  # their child is with who threatens it
    HOUSE = "house"  # somebody is in their house who was chased, and who is after them is outside
    GO = "go"  # a brother or a friend is on the way to get somebody out, alone or armed
    TIP = "tip"  # somebody else is held, sold or taken, and a stranger, a clerk or a buyer saw it
    NURSE = "nurse"  # in a hospital, with who hurts them beside
