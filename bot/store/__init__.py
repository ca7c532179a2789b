"""The only room that knows Redis: every key, every read, every write. Everything of a person is sealed.

records.py     the shapes that go in and out
people.py      Store: sessions, replies, consents, cases, waiting texts, delivery statuses
commit.lua     the one script that writes a turn
due.py         the queue of due work
cases.py       reads cases; disclosures.py those required by law; work.py tasks and referrals
stored_case.py what a page reads of a case and its person, in one round trip
reverify.py    services to check again, said by nobody
contacts.py    whose phone is an agency's contact's
staff.py       colleagues; tries.py slows guessing, tickets.py sessions, audit.py what was done
simulated.py   demo mode's phones and clock
connection.py  the server, its deadline, its errors turned into ours
"""

from bot.store.connection import Query
from bot.store.people import Store
from bot.store.records import Arrival, Commit, Health, Job, KeptAfter, Loaded, PersonKey, Said
from bot.store.stored_case import StoredPeople

__all__ = [
    "Arrival", "Commit", "Health", "Job", "KeptAfter", "Loaded", "PersonKey", "Query", "Said", "Store", "StoredPeople",
]  # fmt: skip
