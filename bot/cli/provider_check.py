"""Check of the provider: the account, the number, and where its webhooks lead. It changes nothing there.

A finding names settings and fields. It quotes no number, no secret and no address that stands at the provider.
"""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from bot.cli.deadline import within
from bot.config.settings import Settings
from bot.sms.account import Account, AccountReader, Door, Sender, Service, Unanswered

LOW_BALANCE = 20
FAR_SECONDS = 60
RETRIES = "#ct=2000&rt=4000&rc=2&rp=5xx,ct,rt"


def check_provider(settings: Settings) -> list[str]:
    """Return what is wrong at the provider; an empty list if all is well."""
    reader = AccountReader(settings)
    return within(lambda: _check(reader, settings), "Twilio")


def _check(reader: AccountReader, settings: Settings) -> list[str]:
    try:
        found = _account(reader.account())
    except Unanswered as error:
        return [
            f"Twilio was not checked: {error.kind}. "
            "Compare TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN with its console, and let this machine reach its API."
        ]
    for ask, what in ((_balance, "balance"), (_senders, "number and its webhooks")):
        try:
            found += ask(reader, settings)
        except Unanswered as error:
            found.append(f"The {what} at Twilio could not be checked: {error.kind}. Look in Twilio's console.")
    return list(dict.fromkeys(found))


def _account(account: Account) -> list[str]:
    found = []
    if account.status != "active":
        status = account.status if account.status in ("suspended", "closed") else "not active"
        found.append(f"The Twilio account is {status}: no text is sent. See Billing in Twilio's console.")
    if account.is_trial:
        found.append("The Twilio account is a trial: it texts verified phones alone. Upgrade it in Twilio's console.")
    return found + clock_fault(account.at, "Twilio's")


def clock_fault(theirs: datetime | None, whose: str) -> list[str]:
    """Report if this machine's clock is far from another one. The header has whole seconds."""
    if theirs is None or abs((datetime.now(UTC) - theirs).total_seconds()) <= FAR_SECONDS:
        return []
    return [
        f"This machine's clock is more than {FAR_SECONDS} seconds from {whose}. "
        "Turn on time synchronisation: sign-in codes and times need it."
    ]


def _balance(reader: AccountReader, _: Settings) -> list[str]:
    left = reader.balance()
    if left is None or left.amount >= LOW_BALANCE:
        return []
    return [
        f"The Twilio account has less than {LOW_BALANCE} {left.currency} left. At zero no text is sent. "
        "Add money or turn on auto-recharge, under Billing in Twilio's console."
    ]


def _senders(reader: AccountReader, settings: Settings) -> list[str]:
    own = settings.twilio_from
    if own.startswith("MG"):
        service = reader.service(own)
        if service is None:
            return ["TWILIO_FROM names a Messaging Service that this Twilio account does not have. Correct it."]
        senders = reader.senders_of(service.sid)
        found = [] if senders else ["The Messaging Service in TWILIO_FROM has no number. Add one to its sender pool."]
    else:
        sender = reader.sender(own)
        if sender is None:
            return ["TWILIO_FROM is no number of this Twilio account. Correct it, or TWILIO_ACCOUNT_SID."]
        senders, found = [sender], []
        service = reader.service_of(sender) if sender.calls else None
    if service:
        found += _service(service, settings)
    for sender in senders:
        found += _sender(sender, service, settings)
    return found


def _service(service: Service, settings: Settings) -> list[str]:
    found, where = [], "Messaging Service, Integration"
    if not service.asks_number:
        found += _door(service.texts, f"{settings.public_url}/sms", f"{where}, incoming messages", RETRIES)
    if not _same(service.status_callback, f"{settings.public_url}/sms/status"):
        found.append(f"{where}: set the delivery status callback to {settings.public_url}/sms/status.")
    return found


def _sender(sender: Sender, service: Service | None, settings: Settings) -> list[str]:
    found, where = [], "Phone number at Twilio"
    if not sender.has_sms:
        found.append(f"{where}: it cannot text. Use a number with SMS in TWILIO_FROM.")
    if service is None or service.asks_number:
        if sender.elsewhere_texts:
            found.append(f"{where}: an application takes its texts. Under Messaging choose Webhook instead.")
        else:
            found += _door(sender.texts, f"{settings.public_url}/sms", f"{where}, A message comes in", RETRIES)
    if sender.calls is None:
        return found
    if not sender.has_voice:
        return [*found, f"{where}: it cannot take calls, so a caller hears an error. Use a number with voice."]
    if sender.elsewhere_calls:
        return [*found, f"{where}: an application or trunk takes its calls. Under Voice choose Webhook instead."]
    return found + _door(sender.calls, f"{settings.public_url}/voice", f"{where}, A call comes in")


def _door(door: Door, ours: str, where: str, retries: str = "") -> list[str]:
    """Report what is wrong with an address that the provider calls, and with its fallback."""
    if not _same(door.url, ours):
        has = "another address" if door.url else "no address"
        return [f"{where}: it has {has}. Set it to {ours}{retries}, with POST."]
    found = []
    if door.method != "POST":
        found.append(f"{where}: the method is not POST. Choose HTTP POST.")
    if retries and "rp=" not in door.url.partition("#")[2]:
        found.append(f"{where}: a failed text is not tried again. Set the address to {ours}{retries}.")
    if not _same(door.fallback_url, ours):
        has = "another address" if door.fallback_url else "no address"
        found.append(f"{where}, on failure: it has {has}. Set it to {ours}, with POST.")
    elif door.fallback_method != "POST":
        found.append(f"{where}, on failure: the method is not POST. Choose HTTP POST.")
    return found


def _same(address: str, ours: str) -> bool:
    """Tell whether the provider, calling `address`, comes to `ours`. What follows # is for the provider itself."""
    one, other = (urlsplit(url.partition("#")[0].rstrip("/")) for url in (address, ours))
    return (one.scheme.lower(), one.netloc.lower(), one.path, one.query) == (
        other.scheme.lower(), other.netloc.lower(), other.path, other.query,
    )  # fmt: skip
