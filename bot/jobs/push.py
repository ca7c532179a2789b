"""Web Push: sends a kind to a colleague's devices, waits until one confirms, and says when a text must go instead.

A push holds the kind alone. The push service learns that we called it and no more. May log statuses only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from urllib.parse import urlsplit

from bot.casework.cases import Case, Status
from bot.config.settings import Settings
from bot.errors import safe_location
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, Retry
from bot.jobs.sender import MessageSender, SendResult
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.push import BUNDLE_SECONDS, Device, PushKind, is_quiet, may_call, payload
from bot.store.jobs import PushStaff
from bot.store.push import Begun

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 5
LEFT_SECONDS = 120
TTL_SECONDS = 600
SIGNED_SECONDS = 12 * 3600
GONE = (404, 410)


class Reached(Enum):
    """What came of a push that replaces a text."""

    CONFIRMED = auto()
    NO = auto()


class Push:
    """Sends pushes. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, sender: MessageSender) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._sender = sender

    def send(self, job: PushStaff, run: JobRun) -> JobResult:
        """Push what no text tells of. If no device confirms in time, text the colleague instead."""
        case = self._store.cases.get(job.case) if job.case != "-" else None
        if job.case != "-" and not _still(case, job):
            return DONE
        kind = PushKind(job.what)
        result = self.instead_of_text(run.job_id, job.staff, kind, run.now)
        if isinstance(result, Retry):
            return result
        began = self._store.staff.push.begun(run.job_id)
        if result is Reached.CONFIRMED or kind is PushKind.TEST or not began or not began.sent_at:
            return DONE
        person = self._store.staff.get(job.staff)
        words = WORDS[kind](self._settings.program_name, job.case, self._settings.public_url)
        texted = self._sender.send_once(run, person.phone if person and person.active else "", lambda _: words)
        return FAILED if texted is SendResult.RETRY else DONE

    def instead_of_text(self, job_id: str, staff: str, kind: PushKind, now: int) -> Reached | Retry:
        """Push a kind in place of a text. A Retry says when to call again.

        NO: they have no device, it is quiet there, or none confirmed in time.
        """
        person = self._store.staff.get(staff) if self._settings.vapid_key else None
        devices = self._devices(person) if person else []
        if not person or not devices or (kind.waits and self._is_quiet(person, now)):
            return Reached.NO
        push, begun = self._store.staff.push, self._store.staff.push.begun(job_id)
        if begun is None:
            begun = Begun(now)
            push.note(job_id, begun)
        if not begun.sent_at:
            if (last := push.last(staff, kind)) >= begun.at and kind.waits:
                begun = begun._replace(sent_at=last, taken=tuple(one.id for one in devices))  # told with another
            elif kind.waits and (turn := push.turn(staff, kind, now, BUNDLE_SECONDS)):
                return Retry(at=turn)
            else:
                begun = begun._replace(sent_at=now)
            push.note(job_id, begun)
        if any(at >= begun.sent_at for at in push.confirmed_at([one.id for one in devices], [kind]).values()):
            return Reached.CONFIRMED
        until = begun.sent_at + self._settings.push_confirm_seconds
        if now >= until:
            return Reached.NO
        taken = {one.id for one in devices if one.id in begun.taken or self._call(one, kind)}
        push.note(job_id, begun._replace(taken=tuple(sorted(taken))))
        missing = {one.id for one in push.devices(staff)} - taken
        if not taken and not missing:
            return Reached.NO  # the push services said that all of them are gone
        # a job has few runs, and the text needs some: a push service that failed is tried once more in between
        half = begun.sent_at + self._settings.push_confirm_seconds // 2
        return Retry(at=half if missing and now < half else until)

    def watch(self) -> int:
        """Queue the pushes for held cases: a text came in, or two minutes are left. Return how many."""
        owners = {one.staff for one in self._store.staff.push.devices()} if self._settings.vapid_key else set()
        if not owners:
            return 0
        now, due = self._clock(), []
        for case in self._store.cases.open():
            if case.status is not Status.HELD or case.owner not in owners or not case.asked_at:
                continue
            # who works by text gets the words themselves; the alarm of a held case is pushed by the ladder
            if not case.by_text:
                due.append(PushStaff(case.owner, PushKind.REPLY.value, case.code, case.heard_at or case.asked_at))
            if now >= case.asked_at + self._settings.staff_silent_seconds - LEFT_SECONDS:
                due.append(PushStaff(case.owner, PushKind.TWO_MINUTES.value, case.code, case.asked_at))
        fresh = self._store.staff.push.unseen([job.dump() for job in due]) if due else set()
        for job in due:
            if job.dump() in fresh:
                self._store.due.add(job.at(now))
        self._store.staff.push.mark_seen(fresh)
        return len(fresh)

    def _devices(self, person: Staff) -> list[Device]:
        """Return the devices of a colleague that may still be told, and forget the others."""
        found = self._store.staff.push.devices(person.id)
        live = [one for one in found if person.active and one.epoch == person.epoch]
        self._store.staff.push.drop([one.id for one in found if one not in live])
        return live

    def _is_quiet(self, person: Staff, now: int) -> bool:
        return is_quiet(person.quiet, datetime.fromtimestamp(now, self._settings.timezone))

    def _call(self, device: Device, kind: PushKind) -> bool:
        """Call a device's push service. Return whether it took the push. Forget a device that is gone."""
        if not may_call(device.endpoint, self._settings.push_hosts):
            self._store.staff.push.drop([device.id])
            return False
        status = post(self._settings, device, kind, self._clock())
        if status in GONE:
            self._store.staff.push.drop([device.id])
        if not 200 <= status < 300:
            log.warning("a push was not taken: status %s", status)
        return 200 <= status < 300


def post(settings: Settings, device: Device, kind: PushKind, now: int) -> int:
    """Encrypt a kind for the device, sign the call and make it. Return the status, 0 if none came.

    Ignores the body of the response, and follows no redirect.
    """
    import requests  # noqa: PLC0415 -- slow to import; only the worker needs these
    from py_vapid import Vapid02  # noqa: PLC0415
    from pywebpush import WebPusher, WebPushException  # noqa: PLC0415

    where = urlsplit(device.endpoint)
    contact = settings.public_url if settings.public_url.startswith("https://") else "mailto:push@localhost.invalid"
    claims = {"sub": contact, "aud": f"{where.scheme}://{where.netloc}", "exp": now + SIGNED_SECONDS}
    try:
        target = {"endpoint": device.endpoint, "keys": {"p256dh": device.p256dh, "auth": device.auth}}
        body = WebPusher(target).encode(payload(kind), "aes128gcm")["body"]
        signed = Vapid02.from_raw(settings.vapid_key.encode()).sign(claims)
        headers = {
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(LEFT_SECONDS if kind is PushKind.TWO_MINUTES else TTL_SECONDS),
            "Urgency": "high",
            **signed,
        }
        with requests.post(
            device.endpoint, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False, stream=True
        ) as answer:
            return int(answer.status_code)
    except requests.RequestException:
        return 0
    except (WebPushException, ValueError, TypeError) as error:  # keys that no browser makes
        log.warning("a push could not be encrypted: %s", safe_location(error))
        return GONE[0]


def _still(case: Case | None, job: PushStaff) -> bool:
    """Tell whether the news still matters: they hold the case, and the person waits for an answer."""
    return bool(case and case.status is Status.HELD and case.owner == job.staff and case.asked_at)


WORDS: dict[PushKind, Callable[[str, str, str], str]] = {
    PushKind.REPLY: lambda name, code, url: f"{name}: a new text waits in case {code}. {url}/console/{code}",
    PushKind.TWO_MINUTES: lambda name, code, url: (
        f"{name}: case {code} goes back to the queue in two minutes. {url}/console/{code}"
    ),
}
"""Texts in place of a push that no device confirmed."""
