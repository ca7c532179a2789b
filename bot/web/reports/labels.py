"""English labels of the report tables, their rows and their columns."""

from __future__ import annotations

from bot.casework.cases import Status
from bot.casework.escalation import EscalationStep
from bot.flows.names import Answer, Event, Need
from bot.reports import metrics as counting
from bot.reports import tables as reports
from bot.reports.metrics import named
from bot.reports.tables import Table
from bot.web.labels import OUTCOMES, need, usual_tongue

TITLES = {
    "needs": ("Needs", "Need"),
    "places": ("Needs by county or region", "Place"),
    "hesitations": ("Why people were unsure about a service", "Reason"),
    "waits": ("Time until a caseworker took the case", "Time"),
    "alerts": ("Alerts to the team, by step", "Step"),
    "outcomes": ("How cases ended", "Outcome"),
    "steps": ("Steps people took", "Step"),
    "languages": ("Languages people first wrote in", "Language"),
}
"""For each table its title and the heading of its first column."""

TELLS = {
    "needs": "Met: they got a service's contact details, or asked for an introduction. Unmet: no service matched. "
    "We don't list needs with fewer than 5 in every column.",
    "places": "Counts only the numbers shown above. We name a place from 5 up, if the rest is 0, or 5 or more.",
    "steps": "We count an answer to a check-in only if it comes soon after.",
}

COLUMNS = {counting.ASKED: "Asked", counting.MET: "Met", counting.UNMET: "Unmet", reports.PEOPLE: "Count"}

NAMES: dict[str, dict[str, str]] = {
    "hesitations": {
        Answer.WHERE_IT_IS.value: "Where it is",
        Answer.GETTING_THERE.value: "Getting there",
        Answer.WENT_BADLY.value: "Been there, it went badly",
        Answer.HEARD_THINGS.value: "Heard things about it",
        Answer.SOMETHING_ELSE.value: "Something else",
        counting.NOT_SAFE: "Not safe to get or keep the details",
        counting.NOT_SAID: "Did not say why",
    },
    "waits": {
        "5_min": "Up to 5 minutes",
        "15_min": "5 to 15 minutes",
        "1_hour": "15 minutes to an hour",
        "4_hours": "1 to 4 hours",
        counting.LONGEST_WAIT: "Longer",
    },
    "alerts": {
        EscalationStep.KNOWN: "The caseworker they know",
        EscalationStep.SPEAKERS: "People on call who text in the language",
        EscalationStep.ON_DUTY: "People on call",
        EscalationStep.LEADS: "Leads",
        EscalationStep.EVERYONE: "Everyone",
        EscalationStep.AGAIN: "Everyone, again",
        EscalationStep.NEWCOMERS: "Those who came on duty",
    },
    "outcomes": {
        **OUTCOMES,
        Status.WITHDRAWN: "Withdrew consent",
        Status.STOPPED: "Opted out of texts",
    },
    "steps": {
        counting.ASKED_FOR_PERSON: "Asked for a person",
        counting.INTRODUCTION: "Asked to be introduced to a service",
        counting.CHECK_IN_SET: "Set a time for a check-in",
        named(counting.CHECK_IN, counting.CAME_BACK): "Answered a check-in: continued",
        named(counting.CHECK_IN, counting.NOT_NOW): "Answered a check-in: not now",
        named(counting.AGENCY, Event.INTRODUCTION_AGREED.value): "Agreed to an agency contact joining",
        named(counting.AGENCY, Event.INTRODUCTION_PUT_OFF.value): "Said “not now” to an agency contact",
        named(counting.HOW, Event.GOT_TO_TALK.value): "Asked how it went: they talked",
        named(counting.HOW, Event.NOT_TALKED_YET.value): "Asked how it went: not yet",
        named(counting.HOW, Event.WENT_BADLY_THERE.value): "Asked how it went: badly",
        named(counting.HOW, Event.HOW_PUT_OFF.value): "Asked how it went: not now",
    },
}


def title(table: Table) -> str:
    """Return the title of a table."""
    return TITLES[table.name][0]


def first_column(table: Table) -> str:
    """Return the heading of a table's first column."""
    return TITLES[table.name][1]


def tells(table: Table) -> str:
    """Return the note that explains a table's figures, or "" if it has none."""
    return TELLS.get(table.name, "")


def row(table: Table, name: str) -> str:
    """Return the label of a row; a name that this release does not know is returned as it was counted."""
    if name == reports.TOTAL:
        return "Total shown"
    if table.name == "needs":
        return need(Need(name)) if name in set(Need) else name
    if table.name == "places":
        return _place(name)
    if table.name == "languages":
        return usual_tongue(name).name
    return NAMES[table.name].get(name, name)


def column(name: str) -> str:
    """Return the label of a column."""
    return COLUMNS[name]


def _place(name: str) -> str:
    """Format "US-CA/Orange County" as "Orange County, US-CA"."""
    if name == reports.REST:
        return "Elsewhere or unknown"
    region, _, county = name.partition("/")
    return f"{county}, {region}" if county else region
