"""Store of people: all keys that belong to one person, each value encrypted for its key.

The keys of one person share a hash tag. No clock except times to live, and no rules of the conversation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.resources import files
from typing import Any

from bot.casework.cases import ERASED, Case
from bot.casework.consent import ConsentRecord
from bot.crypto import KeyRing, lookup, new_secret
from bot.errors import Conflict, DecryptionError
from bot.flows import serialization as stored
from bot.flows.names import ShareItem
from bot.sms.addresses import number_of
from bot.store import cases, contacts, directory, records, replies
from bot.store import job_queue as due
from bot.store import metrics as counts
from bot.store.check import check
from bot.store.codec import pack, report_damaged, unpack
from bot.store.commit import (
    COMMIT,
    COPY_SECONDS,
    DAY_SECONDS,
    MARK_SECONDS,
    OUTGOING_SECONDS,
    PACE_SECONDS,
    REPLY_SECONDS,
    Lifetimes,
    is_erased,
    scalars,
)
from bot.store.connection import Query, RedisServer, Script, together
from bot.store.content import POINTER as WORDS_AT
from bot.store.content import ContentStore
from bot.store.delivery import DeliveryLog
from bot.store.demo import DemoStore
from bot.store.disclosures import Disclosures
from bot.store.editions import edition
from bot.store.erasure import ERASED_AT, Erasure
from bot.store.jobs import SendToPerson
from bot.store.measures import CAUGHT_UP, MeasureStore
from bot.store.practice import PracticeSpaces
from bot.store.records import (
    DEFAULT_RETENTION,
    Arrival,
    Commit,
    Loaded,
    PersonKey,
    Places,
    Retention,
    StoredReply,
    Texted,
)
from bot.store.replies import REPLIED_LONG_AGO
from bot.store.reverify import Reverify
from bot.store.rota import OF_TEAM, closed_days
from bot.store.send_attempts import SendAttempts
from bot.store.servers import open_server
from bot.store.staff import StaffStore
from bot.store.stop_journal import StopJournal
from bot.store.stored_case import Kept, StoredCase, StoredPeople, open_ledger
from bot.store.stored_person import StoredPerson, open_person, remembered_place, session_place
from bot.store.tasks import CaseWork
from bot.store.tasks import place as work_place

_STOP = Script("""
redis.call('SET', KEYS[1], '1')
redis.call('SET', KEYS[4], redis.call('TIME')[1])
return redis.call('DEL', KEYS[2], KEYS[3], KEYS[5])
""")

_KEEP = Script(files("bot.store").joinpath("keep_reply.lua").read_text(encoding="utf-8"))

_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Store:
    """Data of all people. Safe to share between threads. Every call may raise StoreUnavailable.

    `due` is the job queue, `begun` the send attempts, `sent` the delivery log, `work` the tasks of cases, `counts` the
    figures for reports, `measures` those of operation, `words` the published content, `reverify` the services to check
    again, `simulated` the threads of demo mode, `practice` the practice spaces. It is `at` an address or a server. A
    value whose key has left the ring raises DecryptionError.
    """

    def __init__(
        self, at: str | RedisServer, ring: KeyRing, lookup_key: bytes, session_days: int,
        after: Retention = DEFAULT_RETENTION,
    ) -> None:  # fmt: skip
        self.journal = StopJournal(None)  # whoever opens a store with a folder of its own sets it
        self._server = at if isinstance(at, RedisServer) else open_server(at)
        self.fetch, self.fetch_all, self.findings = self._server.fetch, self._server.fetch_all, self._server.findings
        self._ring = ring
        self.check, self.health = partial(check, self._server, ring), self._server.health
        self._lookup_key = lookup_key
        self._seconds = Lifetimes(*(days * DAY_SECONDS for days in (session_days, after.case_days, after.ledger_days)))
        self.due, self.begun = due.JobQueue(self._server), SendAttempts(self._server)
        self.sent = DeliveryLog(self._server, lookup_key)
        self.cases = cases.Cases(self._server, ring, self._seconds.case)
        self.erasure = Erasure(self._server)
        self.counts, self.measures = counts.Counts(self._server), MeasureStore(self._server)
        self.disclosures, self.work = Disclosures(self._server, ring), CaseWork(self._server, ring)
        self.reverify, self.practice = Reverify(self._server), PracticeSpaces(self._server, ring)
        self.directory, self.words = directory.DirectoryStore(self._server), ContentStore(self._server)
        self.simulated = DemoStore(self._server, ring, self.person)
        self.staff = StaffStore(self._server, ring, lookup_key)
        self.contacts = contacts.Contacts(self._server, ring, lookup_key)

    def person(self, phone: str) -> PersonKey:
        """Return the keyed hash under which all data of this person is stored."""
        return PersonKey(lookup(self._lookup_key, number_of(phone)))

    def load(self, phone: str, sid: str) -> Loaded:
        """Load the person who texts from `phone`, with the reply already stored under `sid`, if any."""
        return self._load(self.person(phone), phone, sid)

    def load_person(self, person: PersonKey, sid: str = "") -> Loaded:
        """Load a person by keyed hash. `phone` is "" if it is not stored, or no longer."""
        return self._load(person, "", sid)

    def commit(self, loaded: Loaded, commit: Commit) -> StoredReply:
        """Write one turn atomically and return the reply.

        A case other than the session's is a new one. Raises Conflict, and writes nothing, if the person has changed
        since `loaded`, if a reply is already stored under the sid, or if the code of a new case is taken: load again
        and run the turn again. The times to live of the session and of its case start anew.

        Writes nothing after the deadline: by then the caller has already got StoreUnavailable and sent the fallback.
        """
        place = f"{{{loaded.person}}}"
        session_key, ledger_key, outgoing_key = session_place(place), place + ":c", place + ":o"
        remembered_key = remembered_place(place)
        _, reply_key, mark_key, copy_key = self._places(loaded.person, commit.sid, loaded.places)
        held = loaded.session.case if loaded.session else ""
        case = cases.with_secret(commit.case) if commit.case and commit.case.code != held else commit.case
        code = case.code if case else held
        case_key, thread_key = (cases.place(code), cases.thread_place(code)) if code else ("", "")
        keys = (
            session_key,
            reply_key,
            mark_key,
            copy_key,
            copy_key + ":p",
            place + ":stop",
            ledger_key,
            outgoing_key,
            case_key,
            thread_key,
            work_place(code),
            place + ":k",
            remembered_key,
        )
        secret = loaded.secret or new_secret()
        blobs = (
            loaded.version,
            self._session_blob(commit, secret, session_key),
            self._reply_blob(commit, secret, reply_key),
            self._encrypt(case.dump(), case_key) if case else b"",
            self._outgoing_blob(commit, code, outgoing_key),
            self._copy_blob(commit.texted, copy_key),
            self._encrypt(commit.remembered.dump(), remembered_key) if commit.remembered else b"",
            *(self._encrypt(record.dump(), ledger_key) for record in commit.ledger),
            *self.cases.sealed_lines(code, commit.lines, case),
        )
        answer = self._server.run(
            COMMIT,
            (*(key or session_key for key in keys), *counts.places(commit.day), *due.KEYS, *cases.KEYS),
            (_json(scalars(loaded, commit, code, self._seconds)), *blobs),
        )
        if answer != 1:
            raise Conflict("the person has changed since it was loaded, or the case code is taken")
        return commit.said

    def ledger(self, person: PersonKey) -> tuple[ConsentRecord, ...]:
        """Return the person's consent records, oldest first."""
        return self._records(person, self._server.call("LRANGE", f"{{{person}}}:c", 0, -1))

    def people_query(self, persons: Iterable[PersonKey]) -> Query[StoredPeople]:
        """Query sessions and ledgers of several people."""
        wanted = tuple(dict.fromkeys(persons))
        each = together([*map(self._kept_query, wanted)])
        return Query(each.commands, lambda found: StoredPeople(dict(zip(wanted, each.decode(found), strict=True))))

    def load_case(self, case: Case) -> StoredCase:
        """Read the person, the thread and the work of a case, in one round trip and in this order."""
        person = PersonKey(case.person)
        kept, thread, work, writers = self.fetch_all(
            together([self._kept_query(person)] if person else []),
            self.cases.thread_query(case.code),
            self.work.get_query(case.code),
            self.cases.drafts.writers_query(case.code),
        )
        return StoredCase(StoredPeople(dict.fromkeys((person,), kept[0]) if kept else {}), thread, work, writers)

    def arrival_query(self, visit: str) -> Query[Arrival]:
        """Query what every staff page reads first; `visit` is the key that the browser holds."""
        places = (self.staff.sessions.place(visit), directory.POINTER, WORDS_AT)

        def decode(answers: list[Any]) -> Arrival:
            session, at, number = answers[0]
            return Arrival(session, edition(at), int(number or 0))

        return Query([("MGET", *places)], decode)

    def waiting_text(self, job: SendToPerson) -> records.OutgoingText | None:
        """Return what waits to be sent.

        None if the text was sent or erased, or the person opted out; also if it belongs to a case whose consent was
        withdrawn since.
        """
        place = f"{{{job.person}}}:o"
        stop_mark = f"{{{job.person}}}:stop"
        blob, stopped = self._server.batch([("HGET", place, job.digits), ("EXISTS", stop_mark)])
        if blob is None or stopped:
            return None
        found = records.OutgoingText(*self._unpack(blob, place))  # an older release queued fewer values
        if found.case:
            case, session = self.cases.get(found.case), self.load_person(PersonKey(job.person)).session
            if (case and case.status in ERASED) or session is None or ShareItem.WANTS_TO_TALK not in session.shared:
                return None
        return found

    def drop_outgoing(self, job: SendToPerson) -> None:
        """Delete a waiting text that was sent."""
        self._server.call("HDEL", f"{{{job.person}}}:o", job.digits)

    def mark_stopped(self, phone: str) -> None:
        """Record an opt-out that the carrier reports. As after STOP, only the keyed hash stays."""
        self.mark_person_stopped(self.person(phone))

    def mark_person_stopped(self, person: PersonKey) -> None:
        """Do the same by keyed hash."""
        place = f"{{{person}}}"
        keys = (place + ":stop", session_place(place), place + ":o", ERASED_AT, remembered_place(place))
        self._server.run(_STOP, keys)

    def clear_stopped(self, phone: str) -> None:
        """Record that the person has opted in again."""
        self.clear_person_stopped(self.person(phone))

    def clear_person_stopped(self, person: PersonKey) -> None:
        """Do the same by keyed hash."""
        self._server.call("DEL", f"{{{person}}}:stop")

    def mark_bad(self, phone: str) -> None:
        """Record that the provider rejects this number. No text is sent to it for a day."""
        self._server.call("SET", f"{{{self.person(phone)}}}:bad", "1", "EX", DAY_SECONDS)

    def unreachable(self, phones: Sequence[str]) -> frozenset[str]:
        """Return the phones that must not or cannot get texts: opted out, or rejected by the provider."""
        places = [f"{{{self.person(phone)}}}:{why}" for phone in phones for why in ("stop", "bad")]
        found = self._server.call("MGET", *places) if places else []
        return frozenset(phone for phone, *marks in zip(phones, found[::2], found[1::2], strict=True) if any(marks))

    def has_conversation(self, phone: str) -> bool:
        """Tell whether a conversation is kept with who texts from `phone`. Reads nothing of it."""
        return bool(self._server.call("EXISTS", f"{{{self.person(phone)}}}:s"))

    def keep_reply(
        self, loaded: Loaded, sid: str, said: StoredReply, *, send: bool = False, texted: Texted | None = None
    ) -> StoredReply:
        """Store a reply without a session. Return the reply already stored under `sid` if there is one, else this one.

        With `send` the same script also queues the text. `texted` is the text that it replies to.
        """
        _, reply_key, mark_key, copy_key = self._places(loaded.person, sid, loaded.places)
        outgoing_key = f"{{{loaded.person}}}:o"
        reply = replies.encrypt(said, reply_key, self._ring)
        outgoing = self._encrypt((loaded.phone, said.text), outgoing_key) if send and said.text else b""
        kept = self._server.run(
            _KEEP,
            (reply_key, outgoing_key, due.DUE, mark_key, copy_key, copy_key + ":p"),
            (
                reply, REPLY_SECONDS, outgoing, OUTGOING_SECONDS, SendToPerson.prefix(loaded.person), MARK_SECONDS,
                self._copy_blob(texted, copy_key), COPY_SECONDS, texted.pace if texted else "", PACE_SECONDS,
            ),
        )  # fmt: skip
        if kept == 1:
            return said
        return replies.decrypt(kept, reply_key, self._ring, "") if kept else REPLIED_LONG_AGO

    def caught_up(self, otherwise: int) -> int:
        """Return the time (epoch seconds) up to which all texts are answered; `otherwise` if it was never set."""
        return int(self._server.call("GET", CAUGHT_UP) or otherwise)

    def set_caught_up(self, until: int) -> None:
        """Record that all texts received before `until` (epoch seconds) are answered."""
        self._server.call("SET", CAUGHT_UP, until)

    def ping(self) -> None:
        """Return once Redis answers and accepts writes. Writes nothing, because XX needs an existing key."""
        self._server.call("SET", "ready", "1", "XX")

    def close(self) -> None:
        """Close the connections."""
        self._server.close()

    def _session_blob(self, commit: Commit, secret: str, key: str) -> bytes:
        if commit.session is None or commit.stopped:
            return b""
        return self._encrypt({"p": commit.phone, "k": secret, "s": stored.dump(commit.session)}, key)

    def _reply_blob(self, commit: Commit, secret: str, key: str) -> bytes:
        if not key:
            return b""
        return replies.encrypt(commit.said, key, self._ring, "" if is_erased(commit) else secret)

    def _outgoing_blob(self, commit: Commit, code: str, key: str) -> bytes:
        if not commit.outgoing or commit.stopped:
            return b""
        case = code if commit.of_case else ""
        text = records.OutgoingText(
            commit.phone, commit.outgoing, case, commit.at, commit.needs_safe_screen, commit.words_of
        )
        return self._encrypt(tuple(text), key)

    def _encrypt(self, value: object, key: str) -> bytes:
        return self._ring.encrypt(pack(value), key)

    def copy_place(self, person: PersonKey) -> str:
        """Return the key of the last text of a person. It names nobody, as a mark does."""
        return "l:" + lookup(self._lookup_key, f"{{{person}}}:last")[:20]

    def _copy_blob(self, texted: Texted | None, place: str) -> bytes:
        return self._encrypt(tuple(texted[:3]), place) if texted else b""

    def _places(self, person: PersonKey, sid: str, known: Places | None = None) -> Places:
        """Return the keys of the reply to a message, of its mark, and of the last text. Without a sid two are "".

        `known` are those of a message, this one or another. The mark outlives the person's data, so its key names
        nobody.
        """
        if known is not None and known.sid == sid:
            return known
        if not sid:
            return Places("", "", "", self.copy_place(person))
        name = lookup(self._lookup_key, sid)[:16]
        mark = "m:" + lookup(self._lookup_key, f"{{{person}}}:m:{name}")[:20]
        return Places(sid, f"{{{person}}}:r:{name}", mark, self.copy_place(person))

    def _records(self, person: PersonKey, lines: Iterable[bytes]) -> tuple[ConsentRecord, ...]:
        place = f"{{{person}}}:c"
        return open_ledger(partial(self._ring.decrypt, line, place) for line in lines)

    def _kept_query(self, person: PersonKey) -> Query[Kept]:
        place = f"{{{person}}}"

        def decode(answers: list[Any]) -> Kept:
            (blob, stopped, remembered), lines = answers
            try:
                opened = open_person(self._ring, place, blob, remembered)
            except DecryptionError:  # shows nothing of this person, and all of the others
                report_damaged("session")
                opened = StoredPerson(None, "", b"", "", None, is_kept=False)
            loaded = Loaded(
                person, opened.session, opened.phone, stopped is not None, None, opened.version,
                remembered=opened.remembered,
            )  # fmt: skip
            return loaded, self._records(person, lines)

        keys = (session_place(place), place + ":stop", remembered_place(place))
        return Query([("MGET", *keys), ("LRANGE", place + ":c", 0, -1)], decode)

    def _load(self, person: PersonKey, phone: str, sid: str) -> Loaded:
        place = f"{{{person}}}"
        _, reply_key, mark_key, copy_key = places = self._places(person, sid)
        # a key that is not needed still needs a name
        staff_key = self.staff.phone_place(phone) if phone else "-"
        contact_key = self.contacts.phone_place(phone) if phone else "-"
        keys = (
            session_place(place), place + ":stop", staff_key, contact_key, reply_key or "-", mark_key or "-", copy_key,
            copy_key + ":p", directory.POINTER, WORDS_AT, remembered_place(place),
        )  # fmt: skip
        (found, team), ahead = self._server.timed(("MGET", *keys), OF_TEAM)
        blob, stopped, staff, contact, reply, mark, copy, pace, at, number, earlier = found
        session, kept_phone, version, secret, remembered, is_kept = open_person(self._ring, place, blob, earlier)
        said = REPLIED_LONG_AGO if mark else None
        if reply is not None:
            said = replies.decrypt(reply, reply_key, self._ring, secret)
        texted = Texted(*self._unpack(copy, copy_key)) if copy else None
        colleague = staff.decode() if staff else ""
        part_in = contacts.parts(contact)
        return Loaded(
            person, session, kept_phone if is_kept else phone, stopped is not None, said, version, secret, colleague,
            part_in, edition(at), int(number or 0), ahead, texted, pace.decode() if pace else "",
            closed_days(team), remembered, places,
        )  # fmt: skip

    def _unpack(self, blob: bytes, place: str) -> Any:
        return unpack(self._ring.decrypt(blob, place))
