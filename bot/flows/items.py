"""What a person may need, may agree to share, and what limits the next offer. Closed sets, read by way of `names`."""

from enum import StrEnum


class Need(StrEnum):
    """What a person may need: the union of the guides' lists, the most urgent first (promise 13)."""

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


class Share(StrEnum):
    """One thing a person may agree to share. Consent names its items one by one (promise 1)."""

    WANTS_TO_TALK = "wants_to_talk"
    NEEDS = "needs"
    AREA = "area"
    NAME = "name"
    SERVICE = "service"
    SAID = "said"  # what the bot offered, and what they were unsure about
    REACH = "reach"  # the number itself, for a call
    TIMES = "times"  # when a text or a call is ok


class Fit(StrEnum):
    """A limit that hesitation puts on the next offer."""

    PHONE_ONLY = "phone_only"
    RIDE = "ride"


class Worry(StrEnum):
    """What must hold at a service before they would go. Each is one of the directory's factors, by its name."""

    NO_POLICE = "no_police"
    NO_ID = "no_id"
    NO_FAITH = "no_faith"
    COMPANY = "company"
