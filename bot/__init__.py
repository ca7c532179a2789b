"""Warmline: a text-message helper for young survivors, and for the caseworkers behind it.

Packages are named by what starts the work: an SMS arrives (`inbound`), a job is due (`jobs`), a browser asks (`web`) or
an operator types (`cli`). All of them use `actions` (what staff do, one commit each) or `conversation` (one turn of a
person). Each package imports only from the packages below it; `pyproject.toml` holds the contract. A newcomer's three
questions lead to what the conversation can do (`flows`), what it says (`content`) and how work begins (`web`, `cli`,
`jobs`, `inbound`).

- `web`: webhook, console, directory, studio, staff pages, reports, HSDS API and demo, over HTTP
- `cli`: operator commands, the doctor, and a conversation in a terminal
- `jobs`: the background worker, its jobs and the periodic tasks
- `inbound`: routing of an SMS from a person, a caseworker or a contact
- `actions`: what staff can do to cases, introductions, content and the directory, one commit each
- `conversation`: one turn of a person, from a text to a reply and a commit
- `runtime`: what a process holds, such as settings, the store, live content and the live directory
- `server`: the supervisor and the embedded Redis, to run everything on one machine
- `config`: settings from the environment
- `store`: Redis, with every key
- `reports`: counts and reports without personal data
- `content`: messages in all languages, hotlines and the lexicon
- `casework`: rules of cases, consent and escalation
- `directory`: services (HSDS), their vetting and matching
- `understanding`: a text becomes an interpretation
- `sms`: Twilio, and the counting of SMS segments
- `staff`: staff accounts, credentials, the rota and the audit trail
- `crypto`: encryption at rest and keyed hashes
- `flows`: the state machine of the conversation
- `errors`: the hierarchy of errors
"""
