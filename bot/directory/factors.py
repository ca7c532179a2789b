"""What the guides say to find out about an agency before anybody is sent there, and what was found. No judging."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Factor(StrEnum):
    """One thing to find out: first the guides' own list, then what a young person asks.

    None is called like a need: the standard wants the code of a term to be its own.
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
    LOCATION = "location"  # can be got to: near transport, or helps with it
    WILLING = "willing"  # and able to help a person who may have been trafficked
    CULTURAL_NEEDS = "cultural_needs"  # such as food
    INTERPRETATION = "has_interpretation"  # offers or arranges it
    COMPANY = "company"  # somebody may come along
    NO_POLICE = "no_police"  # no contact with the police is needed
    NO_ID = "no_id"  # no paper is needed
    NO_FAITH = "no_faith"  # no faith, prayer or service is asked for
    TAKES_MINORS = "takes_minors"
    TAKES_YOUNG_MEN = "takes_young_men"
    TAKES_TRANS_YOUTH = "takes_trans_youth"
    TAKES_CHILDREN = "takes_children"  # people who have children with them


class Answer(StrEnum):
    """What is known of a factor. Every factor is put so that YES speaks for the agency."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer, and where it comes from: who of the team asked, whom (a role), on which day, and a note for staff."""

    answer: Answer
    by: str = ""
    whom: str = ""
    on: dt.date | None = None
    note: str = ""

    @property
    def was_asked(self) -> bool:
        """True when somebody of the team asked, on a day. What a brochure claims has not been asked."""
        return bool(self.by and self.on)


NOT_ASKED = Finding(Answer.UNKNOWN)
"""Stands for every factor of which nothing is written down."""
