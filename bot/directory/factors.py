"""Factors that the guides say to check about an agency before a referral, and the findings. No judgement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.flows.names import Aside


class Factor(StrEnum):
    """One thing to find out: first the guides' own list, then what young people ask.

    No factor has the name of a need: the standard requires that the code of a term is unique.
    """

    EXPERIENCE = "experience"  # with commercial sexual exploitation and trafficking of minors
    QUALITY = "quality"  # professionalism and quality of care
    NON_DISCRIMINATION = "non_discrimination"
    CULTURAL_AWARENESS = "cultural_awareness"
    CONFIDENTIALITY = "confidentiality"  # has a policy, and keeps to it
    INFORMED_CONSENT = "informed_consent"  # has procedures for it
    SECURITY = "security"  # of the premises
    LANGUAGE_CAPACITY = "language_capacity"
    TRAUMA_INFORMED = "trauma_informed"
    LGBTQ = "lgbtq_competence"
    DISABILITY_ACCESS = "disability_access"
    LOCATION = "location"  # reachable: near transport, or helps with it
    WILLING = "willing"  # and able to help a person who may have been trafficked
    CULTURAL_NEEDS = "cultural_needs"  # such as food
    INTERPRETATION = "has_interpretation"  # offers or arranges it
    COMPANY = "company"  # a person may bring somebody along
    NO_POLICE = "no_police"  # requires no contact with the police
    NO_ID = "no_id"  # requires no papers
    NO_FAITH = "no_faith"  # requires no faith, prayer or service
    TAKES_MINORS = "takes_minors"
    TAKES_YOUNG_MEN = "takes_young_men"
    TAKES_TRANS_YOUTH = "takes_trans_youth"
    TAKES_CHILDREN = "takes_children"  # people who have children with them


ASKED = {
    Aside.ID_NEEDED: Factor.NO_ID,
    Aside.RELIGION_REQUIRED: Factor.NO_FAITH,
    Aside.POLICE_INVOLVED: Factor.NO_POLICE,
    Aside.KIDS_ALLOWED: Factor.TAKES_CHILDREN,
    Aside.BOYS_MEN: Factor.TAKES_YOUNG_MEN,
    Aside.TRANS_LGBT: Factor.TAKES_TRANS_YOUTH,
    Aside.DISABILITY_ACCESS: Factor.DISABILITY_ACCESS,
    Aside.IS_IT_SAFE_THERE: Factor.SECURITY,
    Aside.COMPANY: Factor.COMPANY,
    Aside.RIDE: Factor.LOCATION,
}
"""Questions of young people, and the factor whose finding answers each."""


class Answer(StrEnum):
    """Result for a factor. Every factor is worded so that YES speaks for the agency."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """Answer and its source: the team member who asked, whom (a role), on which day, and a note for staff."""

    answer: Answer
    by: str = ""
    whom: str = ""
    on: dt.date | None = None
    note: str = ""

    @property
    def was_asked(self) -> bool:
        """Return True if a team member asked, on a known day; a claim in a brochure does not count."""
        return bool(self.by and self.on)


NOT_ASKED = Finding(Answer.UNKNOWN)
"""Finding of every factor that has no entry."""
