"""Remarks and questions that only phrases tell, and the model of topics does not know."""

from __future__ import annotations

from bot.flows.names import Aside

TOLD_OUTRIGHT = frozenset(
    {Aside.TEXT_THEM, Aside.NARCAN, Aside.PLAN_B, Aside.LAW_NAMED, Aside.TRANS_LIFELINE, Aside.VICTIM_LINK,
     Aside.KIDS_HELP, Aside.LOVE_IS_RESPECT, Aside.PLANNED_PARENTHOOD, Aside.WHERE_WE_HELP, Aside.DO_YOU_CARE,
     Aside.NO_HOTLINE, Aside.NOT_SUICIDAL, Aside.NOT_IN_DANGER, Aside.FOR_NATIVE, Aside.ICWA, Aside.LONELY,
     Aside.PREGNANT_HIDDEN, Aside.WILL_BE_MAD, Aside.MAY_ASK, Aside.BACK_AGAIN, Aside.NOT_CALLED, Aside.WORD_KNOWN,
     Aside.ANONYMOUS, Aside.LET_DOWN, Aside.GOOD_NEWS, Aside.HIDING, Aside.LOST, Aside.GO_GET_THEM, Aside.DUTY,
     Aside.SHORTER, Aside.MY_CHOICE, Aside.WHAT_I_DO, Aside.TELL_NOBODY, Aside.WHAT_THEY_SEE, Aside.NAME_SEEN,
     Aside.WANTS_TO_STOP, Aside.NO_BOTHER, Aside.NO_HOUR_SET, Aside.MEANS_AWAY, Aside.NO_ANSWER, Aside.IF_I_SAY_NO,
     Aside.IF_CAUGHT, Aside.BRING_OTHERS, Aside.BRING_KIDS, Aside.SEES_PHONE, Aside.HEARD_PLACE, Aside.AT_DOOR,
     Aside.RAID, Aside.ARRESTED_FOR_IT, Aside.HIS_JAIL, Aside.SENT_BACK, Aside.STAY_AWAY, Aside.WHAT_IS_SAFE,
     Aside.ONLY_THOUGHT, Aside.NOT_SO, Aside.LINE_SLOW, Aside.MUST_GO, Aside.COLD, Aside.AFTER_RAPE,
     Aside.RAPE_HEALTH, Aside.PREGNANT_HIS, Aside.PREGNANT_TIME, Aside.IS_IT_LEGAL, Aside.PICTURES_THREAT,
     Aside.BEFORE_EXAM, Aside.DRUG_TEST, Aside.NEWBORN, Aside.WHERE_TO_CALL, Aside.HELPING_THEM,
     Aside.NUMBER_FOR_THEM, Aside.THEY_SAY_NO, Aside.OFFER_SIGNS, Aside.CODE_WORD, Aside.NOT_OUR_STAFF,
     Aside.WHO_TEXTED, Aside.REPORTED, Aside.TAKE_PHONE, Aside.BYSTANDER, Aside.WHAT_TO_TELL, Aside.TIP_GIVEN,
     Aside.WHICH_POLICE, Aside.RECORDS, Aside.AT_911, Aside.TEXT_911, Aside.CHARGED, Aside.TESTIFY,
     Aside.SHORT_WORDS, Aside.NOT_TEXT_THEM, Aside.THEIR_YES, Aside.LEAVE_IT, Aside.GO_AS_YOU_ARE,
     Aside.CALLED_FOR_ME, Aside.ABROAD, Aside.SEES_THEM, Aside.ROOF, Aside.NAMED_PLACE, Aside.NAME_THERE,
     Aside.NO_SHELTER, Aside.PASS_ON, Aside.NO_ERRANDS, Aside.NO_REMINDER, Aside.TRACKER, Aside.COURT, Aside.VISA,
     Aside.UNDER_AGE, Aside.MINE_IN_COURT, Aside.CHILD_PICTURES, Aside.GROWN_PICTURES, Aside.SLEEPS_WHERE,
     Aside.PREGNANT_CHOICE, Aside.NOT_DUMB, Aside.GRIEF, Aside.BOTH_TRUE, Aside.NOT_ALONE, Aside.THEY_ARE_GONE,
     Aside.STILL_HERE, Aside.WITH_HIM, Aside.HE_IS_POLICE, Aside.NO_COPS, Aside.WHEN_ALONE, Aside.TELL_HERE,
     Aside.TELL_ADULT}
)  # fmt: skip
"""Asides that only phrases tell. Where one does, the model names no doubt in the same text."""
