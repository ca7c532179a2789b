"""Redis storage: every key, every read and every write. Personal data is encrypted.

- `records`: the types that go in and out
- `people`: `Store`, with sessions, replies, consents, waiting texts and delivery statuses
- `replies`, `keep_reply.lua`: stored replies
- `commit.lua`: the script that writes one turn atomically
- `jobs`, `retry`: the jobs that can be queued, one class a kind; retrying after a conflict
- `erasure`, `stop_journal`: rewriting the append-only file; opt-outs that Redis could not take, on disk
- `backup`: all of Redis in one sealed file, and back
- `check`: which stored records open
- `cases`, `tasks`, `disclosures`: cases with their threads, tasks and referrals, and legally required disclosures
- `drafts`, `reads`: what colleagues have half written in a case, and how far each has read
- `stored_case`: what a page reads of a case and its person, in one round trip
- `job_queue`, `send_attempts`, `delivery`: due jobs, what was sent, and what became of it
- `contacts`: phones of agencies' contacts
- `content`: editions and drafts of the messages
- `directory`, `editions`, `reverify`: the directory of services, its edition, and services to check again
- `staff`, `rota`, `audit`: staff accounts, on-call times and the audit trail
- `audit_anchor`: the end of the audit, on disk, so that an earlier state of Redis is noticed
- `tokens`, `rate_limit`: browser sessions, and slower guessing of secrets
- `metrics`: counts by day and month
- `measures`: measures of operation, summed over all processes
- `practice`: practice spaces, each walled off from all else
- `demo`: phones and clock of demo mode
- `codec`: values as bytes
- `news`: which cases change, told to all web processes
- `connection`: the server, its deadline, and its errors translated to ours
- `servers`, `sentinel`, `several_hosts`: which servers an address means: one, or a primary that sentinels name
- `cluster`, `cluster_keys`: a cluster, and the tag that puts all keys into one slot of it
- `commands`: where the keys of a command stand
- `connection_fault`, `sentinel_fault`: why Redis cannot be used, in words
"""

from bot.store.connection import Query, pair, together
from bot.store.jobs import Job, ScheduledJob
from bot.store.people import Store
from bot.store.records import Arrival, Commit, Health, Loaded, PersonKey, Retention, StoredReply
from bot.store.stored_case import StoredPeople

__all__ = [
    "Arrival",
    "Commit",
    "Health",
    "Job",
    "Loaded",
    "PersonKey",
    "Query",
    "Retention",
    "ScheduledJob",
    "Store",
    "StoredPeople",
    "StoredReply",
    "pair",
    "together",
]  # fmt: skip
