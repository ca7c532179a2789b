"""What a browser is asked for a passkey, and the check of its answer. The only module that knows the library.

User verification is always required: the device asks for a fingerprint, a face or its PIN. A passkey is discoverable,
so that the colleague types no name. The type of the device is neither asked for nor checked. No clock, no storage.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bot.errors import WarmlineError
from bot.staff.accounts import Staff
from bot.staff.passkeys import Passkey, RelyingParty

ASKED_MS = 2 * 60 * 1000
"""Time in milliseconds that the browser gives the colleague."""


class PasskeyRefused(WarmlineError):
    """Answer that proves nothing. The message is the kind of fault alone."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Passkey that an answer claims to come from, and the id of the account that it names; "" if it names none."""

    passkey: str = field(repr=False)
    owner: str


def new_challenge() -> str:
    """Generate a challenge, 256 bits in base64url."""
    return secrets.token_urlsafe(32)


def creation_options(site: RelyingParty, program: str, person: Staff, challenge: str) -> str:
    """Return the JSON with which a browser creates a passkey of `person`. The account is named in it by its id."""
    options = generate_registration_options(
        rp_id=site.id,
        rp_name=program,
        user_id=person.id.encode(),
        user_name=person.handle,
        user_display_name=person.name,
        challenge=base64url_to_bytes(challenge),
        timeout=ASKED_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_descriptors(person.passkeys),
    )
    return options_to_json(options)


def request_options(site: RelyingParty, challenge: str, passkeys: Iterable[Passkey] = ()) -> str:
    """Return the JSON with which a browser asks for one of these passkeys; for any of the site if there are none."""
    options = generate_authentication_options(
        rp_id=site.id,
        challenge=base64url_to_bytes(challenge),
        timeout=ASKED_MS,
        allow_credentials=_descriptors(passkeys),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def check_new(site: RelyingParty, challenge: str, answer: str, name: str, now: int) -> Passkey:
    """Return the passkey that a browser created for this challenge. Raise PasskeyRefused."""
    with _refusing():
        made = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.id,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    key_id, key = (bytes_to_base64url(one) for one in (made.credential_id, made.credential_public_key))
    return Passkey(key_id, key, name, now, made.sign_count)


def read_claim(answer: str) -> Claim:
    """Read what an answer claims, unchecked. Raise PasskeyRefused if it cannot be read."""
    with _refusing():
        told = parse_authentication_credential_json(answer)
        return Claim(bytes_to_base64url(told.raw_id), (told.response.user_handle or b"").decode("ascii"))


def check_use(site: RelyingParty, challenge: str, answer: str, passkey: Passkey) -> int:
    """Return the device's signature counter if the answer was signed by `passkey`. Raise PasskeyRefused.

    The library would compare the counter before it has checked the signature, so `Passkey.use` does it afterwards.
    """
    with _refusing():
        used = verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.id,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(passkey.key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    return used.new_sign_count


def _descriptors(passkeys: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(base64url_to_bytes(one.id)) for one in passkeys]


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn every fault of reading and checking into ours: strangers write the answer, and parsers fail in many ways."""
    try:
        yield
    except Exception as error:
        raise PasskeyRefused(type(error).__name__) from None
