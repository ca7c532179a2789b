"""The twin's account, numbers and messaging services, in the shape of the provider's published description.

Shapes: twilio-oai, `spec/json/twilio_api_v2010.json` and `spec/json/twilio_messaging_v1.json`.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

BORN, BORN_ISO = "Mon, 23 Nov 2026 10:00:00 +0000", "2026-11-23T10:00:00Z"


@dataclass
class Holdings:
    """What the account holds beside its texts. Numbers and services are the provider's JSON, by sid."""

    status: str = "active"
    kind: str = "Full"
    balance: str | None = "250.00"
    numbers: dict[str, dict[str, Any]] = field(default_factory=dict)
    short_codes: dict[str, dict[str, Any]] = field(default_factory=dict)
    services: dict[str, dict[str, Any]] = field(default_factory=dict)
    pools: dict[str, list[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def add_number(self, account: str, phone: str, **more: Any) -> str:
        """Buy a number. `more` replaces fields."""
        sid = "PN" + secrets.token_hex(16)
        self.numbers[sid] = {
            "sid": sid, "account_sid": account, "address_sid": None, "address_requirements": "none",
            "api_version": "2010-04-01", "beta": False, "bundle_sid": None, "identity_sid": None, "origin": "twilio",
            "capabilities": {"fax": False, "mms": True, "sms": True, "voice": True}, "date_created": BORN,
            "date_updated": BORN, "emergency_address_sid": None, "emergency_address_status": "unregistered",
            "emergency_status": "Active", "friendly_name": "line", "phone_number": phone, "status": "in-use",
            "sms_application_sid": "", "sms_fallback_method": "POST", "sms_fallback_url": "", "sms_method": "POST",
            "sms_url": "", "status_callback": "", "status_callback_method": "POST", "trunk_sid": None, "type": "local",
            "voice_application_sid": "", "voice_caller_id_lookup": False, "voice_fallback_method": "POST",
            "voice_fallback_url": None, "voice_method": "POST", "voice_receive_mode": "voice", "voice_url": None,
            "subresource_uris": {}, "uri": f"/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json", **more,
        }  # fmt: skip
        return sid

    def add_short_code(self, account: str, code: str, **more: Any) -> str:
        """Lease a short code."""
        sid = "SC" + secrets.token_hex(16)
        self.short_codes[sid] = {
            "sid": sid, "account_sid": account, "api_version": "2010-04-01", "date_created": BORN, "date_updated": BORN,
            "friendly_name": code, "short_code": code, "sms_fallback_method": "POST", "sms_fallback_url": None,
            "sms_method": "POST", "sms_url": None,
            "uri": f"/2010-04-01/Accounts/{account}/SMS/ShortCodes/{sid}.json", **more,
        }  # fmt: skip
        return sid

    def add_service(self, account: str, sid: str = "", pool: tuple[str, ...] = (), **more: Any) -> str:
        """Create a messaging service with these numbers."""
        sid = sid or "MG" + secrets.token_hex(16)
        self.services[sid] = {
            "sid": sid, "account_sid": account, "friendly_name": "pool", "date_created": BORN_ISO,
            "date_updated": BORN_ISO, "inbound_request_url": None, "inbound_method": "POST", "fallback_url": None,
            "fallback_method": "POST", "status_callback": None, "sticky_sender": True, "mms_converter": True,
            "smart_encoding": False, "scan_message_content": "inherit", "fallback_to_long_code": False,
            "area_code_geomatch": True, "synchronous_validation": False, "validity_period": 36000,
            "usecase": "undeclared", "us_app_to_person_registered": True, "use_inbound_webhook_on_number": False,
            "url": f"https://messaging.twilio.com/v1/Services/{sid}", "links": {}, **more,
        }  # fmt: skip
        self.pools[sid] = list(pool)
        return sid

    def find(self, account: str, address: str) -> tuple[int, dict[str, Any]] | None:
        """Return status and body of a read, or None if the path is none of these."""
        whole = urlsplit(address)
        asked = {name: values[-1] for name, values in parse_qs(whole.query).items()}
        if whole.path.startswith("/v1/Services"):
            return self._service(whole.path, account)
        path = whole.path.removeprefix(f"/2010-04-01/Accounts/{account}").removesuffix(".json")
        if path.startswith("/IncomingPhoneNumbers/"):
            one = self.numbers.get(path.rpartition("/")[2])
            return (200, one) if one else _missing()
        if path == "/Balance" and self.balance is None:
            return _missing()
        found = self._reads(account, whole.path, asked).get(path)
        return (200, found) if found else None

    def _reads(self, account: str, uri: str, asked: dict[str, str]) -> dict[str, dict[str, Any]]:
        """Return what each path of the account answers."""
        numbers = [one for one in self.numbers.values() if asked.get("PhoneNumber") in {None, one["phone_number"]}]
        codes = [one for one in self.short_codes.values() if asked.get("ShortCode") in {None, one["short_code"]}]
        return {
            "": {
                "sid": account, "auth_token": "Redacted", "date_created": BORN, "date_updated": BORN,
                "friendly_name": "agency", "owner_account_sid": account, "status": self.status, "type": self.kind,
                "subresource_uris": {}, "uri": uri,
            },
            "/Balance": {"account_sid": account, "balance": self.balance, "currency": "USD"},
            "/IncomingPhoneNumbers": {"incoming_phone_numbers": numbers, **_page(uri)},
            "/SMS/ShortCodes": {"short_codes": codes, **_page(uri)},
        }  # fmt: skip

    def _service(self, path: str, account: str) -> tuple[int, dict[str, Any]]:
        sid, *rest = path.removeprefix("/v1/Services").strip("/").split("/")
        if not sid:
            return 200, {"services": list(self.services.values()), "meta": _meta("services", path)}
        if sid not in self.services:
            return _missing()
        if not rest:
            return 200, self.services[sid]
        held = [self._pooled(account, sid, number) for number in self.pools[sid]]
        if rest == ["PhoneNumbers"]:
            return 200, {"phone_numbers": held, "meta": _meta("phone_numbers", path)}
        one = next((one for one in held if one["sid"] == rest[-1]), None)
        return (200, one) if one else _missing()

    def _pooled(self, account: str, service: str, sid: str) -> dict[str, Any]:
        return {
            "sid": sid, "account_sid": account, "service_sid": service, "date_created": BORN_ISO,
            "date_updated": BORN_ISO, "phone_number": self.numbers[sid]["phone_number"], "country_code": "US",
            "capabilities": ["SMS", "MMS", "Voice"],
            "url": f"https://messaging.twilio.com/v1/Services/{service}/PhoneNumbers/{sid}",
        }  # fmt: skip


def _missing() -> tuple[int, dict[str, Any]]:
    return 404, {"code": 20404, "message": "The requested resource was not found", "more_info": "", "status": 404}


def _page(uri: str) -> dict[str, Any]:
    return {"page": 0, "page_size": 50, "start": 0, "end": 0, "uri": uri, "first_page_uri": uri,
            "previous_page_uri": None, "next_page_uri": None}  # fmt: skip


def _meta(key: str, path: str) -> dict[str, Any]:
    url = f"https://messaging.twilio.com{path}?PageSize=50&Page=0"
    return {"key": key, "page": 0, "page_size": 50, "url": url, "first_page_url": url, "previous_page_url": None,
            "next_page_url": None}  # fmt: skip
