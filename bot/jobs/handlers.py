"""The handler of each kind of job."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.casework.consent_gate import ConsentGate
from bot.jobs.alerts import Alerts
from bot.jobs.check_ins import CheckIns
from bot.jobs.contact_messages import Contacts
from bot.jobs.delivery_failures import Undelivered
from bot.jobs.erasing import ProviderEraser
from bot.jobs.outcome import JobResult, JobRun
from bot.jobs.person_messages import PersonMessages
from bot.jobs.push import Push
from bot.jobs.sender import MessageSender
from bot.jobs.staff_messages import Pager
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from bot.store import Job
from bot.store.jobs import (
    AlertStaff,
    BriefContact,
    CheckIn,
    DismissContact,
    EraseAtProvider,
    HandleDeliveryFailure,
    InviteContact,
    PageStaff,
    PostAlert,
    PushStaff,
    RelayToContact,
    RelayToStaff,
    Reminder,
    SendPhoneCode,
    SendToPerson,
    TellCaseClaimed,
    TellCaseTransferred,
    TellNotSent,
    TellOfContact,
    TellOfReport,
)

Handler = Callable[[Any, JobRun], JobResult]
"""Takes a job of its own kind."""


class Handlers:
    """All that does jobs. Safe to share between threads."""

    def __init__(self, runtime: Runtime, sms: TwilioClient) -> None:
        gate = ConsentGate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)
        sender = MessageSender(runtime.settings, runtime.store, sms, runtime.measures)
        check_ins, to_people = CheckIns(runtime), PersonMessages(runtime, sender, gate)
        self.push = Push(runtime, sender)
        to_staff = Pager(runtime, sender, gate, self.push)
        self.alerts = Alerts(runtime, gate)
        self.contacts = Contacts(runtime, sender, gate)
        self.by_job: dict[type[Job], Handler] = {
            SendToPerson: to_people.send,
            CheckIn: check_ins.check_in,
            Reminder: check_ins.remind,
            AlertStaff: self.alerts.step,
            PostAlert: self.alerts.post,
            PageStaff: to_staff.page,
            TellCaseClaimed: to_staff.tell_taken,
            TellCaseTransferred: to_staff.tell_passed,
            RelayToStaff: to_staff.relay,
            TellOfContact: to_staff.tell_of_contact,
            TellNotSent: to_staff.tell_not_sent,
            SendPhoneCode: to_staff.send_code,
            TellOfReport: to_staff.tell_of_report,
            PushStaff: self.push.send,
            InviteContact: self.contacts.invite,
            BriefContact: self.contacts.brief,
            RelayToContact: self.contacts.pass_on,
            DismissContact: self.contacts.dismiss,
            HandleDeliveryFailure: Undelivered(runtime, to_staff, self.contacts).heard,
            EraseAtProvider: ProviderEraser(runtime, sms).erase,
        }
