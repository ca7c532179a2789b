"""Stream of the console as a test reads it: a socket of its own, and a signed-in browser's cookie."""

from __future__ import annotations

import secrets
import socket
import time
from dataclasses import asdict, dataclass, field
from types import TracebackType

from bot.staff.accounts import Role, Staff, new_id
from bot.store import Store
from bot.web.staff.session import Session
from tests.support.product import Product, new_phone

TEXTS = ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name")


def colleague(store: Store, *roles: Role, name: str = "Ana") -> Staff:
    """Create an account that has joined."""
    made = new_id()
    account = Staff(made, f"{name.lower()}-{made}", name, frozenset(roles or {Role.CASEWORKER}), int(time.time()),
                    new_phone(), password="hash", secret="secret")  # fmt: skip
    return store.staff.add(account)


def sign_in(store: Store, person: Staff, *, seen: int = 0) -> str:
    """Sign a browser in, and return its key. `seen` is when it was last active (epoch seconds); 0 for now."""
    key, now = secrets.token_urlsafe(32), int(time.time())
    store.staff.sessions.put(key, asdict(Session(person.id, person.epoch, now, seen or now, now)), 3600)
    return key


def ask_to_talk(product: Product) -> tuple[str, str]:
    """Let a new person ask for a caseworker. Return their number and the code of the case."""
    phone = new_phone()
    for text in TEXTS:
        product.text(text, phone)
    session = product.person(phone).session
    assert session is not None
    assert session.case
    return phone, session.case


@dataclass
class Listener:
    """One stream, and all that came on it."""

    product: Product
    key: str = field(repr=False)
    buffer: int = 0  # how much the system may hold for this reader; 0 for as much as it likes
    status: int = 0
    told: bytes = field(default=b"", repr=False)
    at: int = 0  # up to where the test has read

    def __post_init__(self) -> None:
        self.line = socket.socket()

    def __enter__(self) -> Listener:
        self.line.settimeout(10)
        if self.buffer:
            self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.buffer)
        self.line.connect(("127.0.0.1", int(self.product.environ["PORT"])))
        request = f"GET /console/stream HTTP/1.1\r\nHost: x\r\nCookie: __Host-staff={self.key}\r\n\r\n"
        self.line.sendall(request.encode())
        assert self._until(b"\r\n\r\n", 10), "no response"
        self.status, self.at = int(self.told.split()[1]), self.told.index(b"\r\n\r\n") + 4
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.line.close()

    @property
    def body(self) -> bytes:
        """Return what came after the head."""
        return self.told.partition(b"\r\n\r\n")[2]

    def hears(self, words: bytes, seconds: float = 8.0) -> bool:
        """Tell whether these bytes come next, after others, in this time."""
        return self._until(words, seconds)

    def ends(self, seconds: float) -> bool:
        """Tell whether the server closes the stream in this time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._read(until) is False:
                return True
        return False

    def _until(self, words: bytes, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while words not in self.told[self.at :]:
            if time.monotonic() > until or self._read(until) is False:
                return False
        self.at = self.told.index(words, self.at) + len(words)
        return True

    def _read(self, until: float) -> bool | None:
        """Read some. Return False at the end, and None if nothing came."""
        self.line.settimeout(max(0.01, until - time.monotonic()))
        try:
            found = self.line.recv(65536)
        except TimeoutError:
            return None
        except ConnectionError:
            return False
        self.told += found
        return bool(found)
