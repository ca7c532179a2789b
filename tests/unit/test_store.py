"""Store on a real server: what is kept, who wins a race, and what a thief of the data could read."""

from __future__ import annotations

import json
import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.casework.cases import Case, CaseCode
from bot.casework.consent import ConsentRecord
from bot.config.settings import make_keys
from bot.crypto import KeyRing, read_key
from bot.errors import Conflict, DecryptionError
from bot.flows.model import Area
from bot.flows.names import Need, ShareItem, State
from bot.flows.session import Session
from bot.store import Commit, Loaded, Store, StoredReply
from bot.store.codec import pack
from bot.store.connection import DEADLINE_SECONDS, RedisServer
from bot.store.jobs import AlertStaff, SendToPerson, load

PHONE, OTHER = "+15555550123", "+15555550124"
SAID = StoredReply("Is it ok to text right now? Reply 1 for yes.", "welcome.hello", "welcome.hello", "en")
SESSION = Session(State.OPTIONS_OFFER, revision=3, needs=(Need.FOOD,), area=Area("Oakland", "", "CA", "US"), name="Jo")
DAY = "2026-11-22"


def turn(store: Store, sid: str = "SM1", phone: str = PHONE, **change: object) -> StoredReply:
    commit = Commit(sid, SAID, phone, SESSION, stopped=False)
    return store.commit(store.load(phone, sid), replace(commit, **change))  # type: ignore[arg-type]


def record(store: Store, kind: str = "given") -> ConsentRecord:
    items = (ShareItem.NEEDS, ShareItem.AREA)
    return ConsentRecord(kind, store.person(PHONE), items, "team", "call", "consent.team", "1", "en", "SM1", 10, 20)  # type: ignore[arg-type]


def everything(server: RedisServer) -> dict[str, bytes]:
    """Return all keys with their values, as a thief of the data would read them."""
    found: dict[str, bytes] = {}
    read = {
        "string": ("GET",),
        "list": ("LRANGE", 0, -1),
        "hash": ("HGETALL",),
        "set": ("SMEMBERS",),
        "zset": ("ZRANGE", 0, -1, "WITHSCORES"),
    }
    for key in server.call("KEYS", "*"):
        verb, *rest = read[server.call("TYPE", key).decode()]
        found[key.decode()] = repr(server.call(verb, key, *rest)).encode() + server.call("DUMP", key)
    return found


# Person


def test_new_person_has_no_data(store: Store) -> None:
    assert store.load(PHONE, "SM1") == Loaded(store.person(PHONE), None, PHONE, False, None, b"")
    assert store.load_person(store.person(PHONE)).phone == ""


@pytest.mark.parametrize("phone", [PHONE, "55501", "Bänk 🏦", "\udcff", ""])
def test_session_survives_storage_for_any_sender(store: Store, phone: str) -> None:
    odd = replace(SAID, text="¿Está bien? 👍 \x00 \udcff" + "x" * 1600)
    assert turn(store, phone=phone, said=odd) == odd
    loaded = store.load(phone, "SM1")
    assert (loaded.session, loaded.phone, loaded.stopped, loaded.said) == (SESSION, phone, False, odd)
    assert len(loaded.version) == 13
    assert store.load_person(store.person(phone)) == replace(loaded, said=None)


def test_turn_takes_two_round_trips(store: Store, server: RedisServer) -> None:
    turn(store)
    server.call("CONFIG", "RESETSTAT")
    turn(store, "SM2", events=("greeted",), day=DAY)
    told = server.call("INFO", "commandstats").decode()
    assert "cmdstat_mget:calls=1," in told
    assert "cmdstat_evalsha:calls=1," in told


def test_replayed_sid_gets_the_same_reply_and_changes_nothing(store: Store, server: RedisServer) -> None:
    early = store.load(PHONE, "SM1")
    turn(store, events=("greeted",), day=DAY)
    before = everything(server)
    again = Commit(
        "SM1", replace(SAID, text="other"), PHONE, None, True, (AlertStaff("b").at(1),), events=("x",), day=DAY
    )
    with pytest.raises(Conflict):  # the turn loads again and finds the stored reply
        store.commit(early, again)
    assert store.load(PHONE, "SM1").said == SAID
    assert everything(server) == before


def test_commit_after_the_deadline_writes_nothing(store: Store, server: RedisServer) -> None:
    late = store.load(PHONE, "SM1")
    before = everything(server)
    given_up = replace(late, ahead=late.ahead - DEADLINE_SECONDS)
    with pytest.raises(Conflict):
        store.commit(given_up, Commit("SM1", SAID, PHONE, SESSION, False))
    assert everything(server) == before
    assert store.commit(late, Commit("SM1", SAID, PHONE, SESSION, False)) == SAID


def test_no_reply_is_kept_without_a_sid(store: Store, server: RedisServer) -> None:
    turn(store, sid="")
    turn(store, sid="")
    assert not [key for key in everything(server) if ":r:" in key]


def test_lost_race_writes_nothing(store: Store, server: RedisServer) -> None:
    late = store.load(PHONE, "SM2")
    turn(store)
    before = everything(server)
    with pytest.raises(Conflict):
        store.commit(late, Commit("SM2", SAID, PHONE, SESSION, False, (AlertStaff("b").at(1),), events=("x",), day=DAY))
    assert everything(server) == before
    late = store.load(PHONE, "SM2")
    store.mark_stopped(PHONE)
    with pytest.raises(Conflict):
        store.commit(late, Commit("SM2", SAID, PHONE, SESSION, False))


def test_stop_keeps_only_a_mark_without_expiry(store: Store, server: RedisServer) -> None:
    turn(store, outgoing="later")
    (job,) = (load(job_id) for job_id in store.due.claim(0, 10, 5))
    assert isinstance(job, SendToPerson)
    turn(store, "SM2", stopped=True, outgoing="never")
    person = store.person(PHONE)
    assert server.call("TTL", f"{{{person}}}:stop") == -1
    assert server.call("EXISTS", f"{{{person}}}:s", f"{{{person}}}:o") == 0
    assert store.waiting_text(job) is None
    loaded = store.load_person(person)
    assert (loaded.session, loaded.phone, loaded.stopped, loaded.version) == (None, "", True, b"")
    turn(store, "SM3")
    assert not store.load(PHONE, "").stopped


def test_opt_out_reported_by_the_carrier_acts_like_stop(store: Store, server: RedisServer) -> None:
    turn(store, outgoing="later")
    store.mark_stopped(PHONE)
    assert store.load(PHONE, "").stopped
    assert store.load(PHONE, "").session is None
    assert server.call("TTL", f"{{{store.person(PHONE)}}}:stop") == -1
    assert store.waiting_text(SendToPerson(store.person(PHONE), 1)) is None


def test_erasure_removes_session_and_waiting_texts(store: Store) -> None:
    turn(store, outgoing="later", ledger=(record(store),))
    turn(store, "SM2", session=None, erase_ledger=True, ledger=(record(store, "taken_back"),))
    loaded = store.load(PHONE, "SM2")
    assert (loaded.session, loaded.stopped, loaded.version) == (None, False, b"")
    assert store.waiting_text(SendToPerson(store.person(PHONE), 1)) is None
    assert [line.kind for line in store.ledger(loaded.person)] == ["taken_back"]


def test_turn_data_expires_except_stop_mark_and_records(store: Store, server: RedisServer) -> None:
    turn(store, outgoing="later")
    place = f"{{{store.person(PHONE)}}}"
    (reply,) = server.call("KEYS", f"{place}:r:*")
    for key, days in ((f"{place}:s", 30), (reply, 1), (f"{place}:o", 3)):
        assert 0 < server.call("TTL", key) <= days * 86_400


def test_consents_cases_and_counts_survive_storage(store: Store) -> None:
    case = Case(CaseCode("K7QM"), store.person(PHONE), 10, "en", urgent=True)
    turn(store, ledger=(record(store), record(store, "taken_back")), case=case, events=("a", "b", "a"), day=DAY)
    assert store.ledger(store.person(PHONE)) == (record(store), record(store, "taken_back"))
    assert store.cases.get("K7QM") == case
    assert store.cases.get("AAAA") is None
    assert store.counts.of([DAY]) == [{"a": 2, "b": 1}]
    with pytest.raises(Conflict):
        turn(store, "SM2", OTHER, case=replace(case, person=store.person(OTHER)))
    assert store.load(OTHER, "").session is None
    assert store.cases.get("K7QM") == case


def test_session_saved_by_a_past_release_still_loads(store: Store, server: RedisServer, keys: dict[str, str]) -> None:
    for saved in sorted((Path(__file__).parent / "sessions").glob("*.json")):
        place = f"{{{store.person(PHONE)}}}:s"
        server.call("SET", place, KeyRing(keys["SEAL_KEYS"]).encrypt(pack(json.loads(saved.read_text())), place))
        session = store.load(PHONE, "").session
        assert session
        assert (session.state, session.needs) == (State.OPTIONS_OFFER, (Need.SHELTER_TONIGHT, Need.FOOD))
        assert session.area == Area("Oakland", "Alameda", "CA", "US")
        assert session.shared == {ShareItem.NEEDS, ShareItem.WANTS_TO_TALK}


def test_turn_that_stops_can_still_change_the_persons_case(store: Store) -> None:
    case = Case(CaseCode("K7QM"), store.person(PHONE), 10, "en", urgent=True)
    ended = replace(case, person="", status="withdrawn")
    turn(store, "SM1", case=case, session=SESSION._replace(case=case.code))
    turn(store, "SM2", case=ended, stopped=True)
    assert store.cases.get("K7QM") == ended
    assert store.load(PHONE, "").stopped


def test_expired_case_is_not_recreated(store: Store, server: RedisServer) -> None:
    case = Case(CaseCode("K7QM"), store.person(PHONE), 10, "en", urgent=True)
    turn(store, "SM1", case=case, session=SESSION._replace(case=case.code))
    server.call("DEL", "case:K7QM")
    turn(store, "SM2", case=case, session=None)
    assert store.cases.get("K7QM") is None


# Encryption


def test_dump_of_a_used_store_shows_no_number_and_no_word(store: Store, server: RedisServer) -> None:
    case = Case(CaseCode("K7QM"), store.person(PHONE), 10, "en", urgent=True)
    turn(
        store,
        "SMsecretsid",
        outgoing="See you at noon",
        case=case,
        ledger=(record(store),),
        jobs=(AlertStaff("K7QM").at(5),),
    )
    turn(store, "SM2", OTHER, stopped=True)
    store.sent.report("SMsecretsid", "delivered", 5)
    store.simulated.add_text(PHONE, {"body": "hello there", "direction": "in"})
    store.due.claim(0, 10, 1)
    whole = b"".join(key.encode() + held for key, held in everything(server).items()).lower()
    assert len(everything(server)) >= 10
    for secret in (
        PHONE[1:],
        OTHER[1:],
        "555555",
        "ok to text",
        "noon",
        "hello",
        "oakland",
        "food",
        "secretsid",
        "needs",
    ):
        assert secret.encode() not in whole, "something is readable"


def test_value_moved_to_another_key_is_refused(store: Store, server: RedisServer) -> None:
    turn(store)
    place, other = f"{{{store.person(PHONE)}}}:s", f"{{{store.person(OTHER)}}}:s"
    server.call("RENAME", place, other)
    with pytest.raises(DecryptionError):
        store.load(OTHER, "")


def test_keys_are_rotated_during_conversations(store: Store, redis_url: str, keys: dict[str, str]) -> None:
    turn(store)
    new_key = make_keys()["SEAL_KEYS"].replace("1:", "2:", 1)
    turned = Store(redis_url, KeyRing(f"{new_key},{keys['SEAL_KEYS']}"), read_key(keys["LOOKUP_KEY"]), 30)
    assert turned.load(PHONE, "SM1").said == SAID
    turn(turned, "SM2")
    assert turned.load(PHONE, "").version[0] == 2
    with pytest.raises(DecryptionError):
        store.load(PHONE, "")
    turned.close()


# Races


def _commit_many(url: str, keys: dict[str, str], worker: int, count: int) -> None:
    """Commit `count` turns in one process, each with its own marker, and retry after a lost race."""
    store = Store(url, KeyRing(keys["SEAL_KEYS"]), read_key(keys["LOOKUP_KEY"]), 30)
    for number in range(count):
        sid = f"SM{worker}-{number}"
        while True:
            loaded = store.load(PHONE, sid)
            session = loaded.session or Session()
            session = session._replace(revision=session.revision + 1, offered_services=(*session.offered_services, sid))
            try:
                store.commit(loaded, Commit(sid, SAID, PHONE, session, False, events=("said",), day=DAY))
                break
            except Conflict:
                continue
    store.close()


def test_eight_concurrent_processes_lose_nothing(store: Store, redis_url: str, keys: dict[str, str]) -> None:
    spawn = multiprocessing.get_context("spawn")
    racers = [spawn.Process(target=_commit_many, args=(redis_url, keys, worker, 25)) for worker in range(8)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(60)
    assert [racer.exitcode for racer in racers] == [0] * 8
    session = store.load(PHONE, "").session
    assert session
    assert session.revision == len(session.offered_services) == store.counts.of([DAY])[0]["said"] == 200
    for worker in range(8):
        mine = [sid for sid in session.offered_services if sid.startswith(f"SM{worker}-")]
        assert mine == [f"SM{worker}-{number}" for number in range(25)]
