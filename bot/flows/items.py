"""Closed sets for needs, shareable items and limits on the next offer. Import them from `flows.names`."""

from enum import StrEnum


class Need(StrEnum):
    """Needs a person may have: the union of the guides' lists, the most urgent first (promise 13)."""

    SHELTER_TONIGHT = "shelter_tonight"
    FOOD = "food"
    HOUSING = "housing"
    CLOTHING = "clothing"
    SAFETY_PLAN = "safety_plan"
    SEXUAL_ASSAULT_CARE = "sexual_assault_care"
    MEDICAL = "medical"
    REPRODUCTIVE_HEALTH = "reproductive_health"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    DENTAL = "dental"
    COUNSELLING = "counselling"
    CHILD_CARE = "child_care"
    TRANSPORT = "transport"
    LEGAL = "legal"
    IMMIGRATION = "immigration"
    ID_DOCUMENTS = "id_documents"
    CRIMINAL_JUSTICE = "criminal_justice"
    PUBLIC_BENEFITS = "public_benefits"
    EMBASSY = "embassy"
    INTERPRETATION = "interpretation"
    EDUCATION = "education"
    ENGLISH_CLASSES = "english_classes"
    WORK = "work"
    FAMILY_REUNIFICATION = "family_reunification"
    LGBTQ = "lgbtq"
    DISABILITY = "disability"
    PEER_SUPPORT = "peer_support"
    FAITH = "faith"
    CASE_MANAGEMENT = "case_management"


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
