"""The doctor names the kind of a failed connection to Redis, with what to set, and shows nothing of REDIS_URL."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.cli.doctor import _store as examine_store
from bot.config.settings import load_settings
from tests.support.product import environment
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def real(start_redis: Callable[[], RealRedis]) -> RealRedis:
    """Run a server of these tests' own."""
    return start_redis()


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that gives the doctor's one finding about the Redis at a URL."""

    def ask(url: str) -> str:
        (fault,) = examine_store(load_settings(environment(tmp_path, Provider(), url)))
        assert "s3cret" not in fault
        assert "127.0.0.1" not in fault
        return fault

    return ask


@contextmanager
def answering(said: bytes, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve one that says the same to everybody, perhaps by TLS. Yield its port."""
    over = threading.Event()

    def serve(door: socket.socket) -> None:
        while not over.is_set():
            try:
                line, _ = door.accept()
            except OSError:
                return
            try:
                line.settimeout(2)
                with tls.wrap_socket(line, server_side=True) if tls else line as spoken:
                    spoken.recv(1000)
                    spoken.sendall(said)
            except OSError:
                line.close()

    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=serve, args=(door,), daemon=True)
        thread.start()
        yield door.getsockname()[1]
        over.set()
        door.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a certificate, with its key, that no authority signed."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name.from_rfc4514_string("CN=redis.example")
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1)).sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("tls") / "redis.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ) + made.public_bytes(serialization.Encoding.PEM)
    )  # fmt: skip
    return path


Ask = Callable[[str], str]


def test_refused_connection(told: Ask) -> None:
    assert told("redis://127.0.0.1:9/0").startswith("Redis refuses the connection. Start it, or correct host and port")


def test_unknown_host(told: Ask) -> None:
    assert told("redis://no-such-host.invalid:6379/0") == "The host name in REDIS_URL is not found. Correct it."


def test_missing_socket(told: Ask, tmp_path: Path) -> None:
    assert told(f"unix://{tmp_path}/none.sock").startswith("There is no Redis socket at the path in REDIS_URL.")


def test_certificate_that_is_not_accepted(told: Ask, certificate: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with answering(b"+PONG\r\n", context) as port:
        fault = told(f"rediss://:s3cret@127.0.0.1:{port}/0")
    assert fault.startswith("The TLS certificate of Redis is not accepted.")
    assert "ssl_ca_certs" in fault


def test_server_that_speaks_no_tls(told: Ask) -> None:
    with answering(b"-ERR unknown command\r\n") as port:
        assert told(f"rediss://127.0.0.1:{port}/0").startswith("The TLS handshake with Redis fails.")


def test_server_that_is_not_redis(told: Ask) -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert told(f"redis://127.0.0.1:{port}/0").startswith("What answers at REDIS_URL is not Redis")


def test_server_that_closes_the_connection(told: Ask) -> None:
    with answering(b"") as port:
        assert told(f"redis://127.0.0.1:{port}/0").startswith("The server at REDIS_URL closes the connection.")


def test_wrong_and_missing_passwords(real: RealRedis, told: Ask) -> None:
    wrong = real.url.replace("unix://", "unix://nobody:s3cret@")
    assert told(wrong) == "Redis refuses the user or the password in REDIS_URL. Correct them."
    with real.configured(requirepass="s3cret"):
        assert told(real.url).startswith("Redis asks for a password.")


def test_missing_rights_name_the_command(real: RealRedis, told: Ask) -> None:
    real.client.execute_command("ACL", "SETUSER", "small", "on", ">s3cret", "~*", "&*", "+@all", "-scan")
    real.client.execute_command("ACL", "SETUSER", "other", "on", ">s3cret", "~other:*", "&*", "+@all")
    try:
        assert told(real.url.replace("unix://", "unix://small:s3cret@")) == (
            "The user in REDIS_URL has no right to the command SCAN. "
            "Give it `~* &* +@all`, or at least `+@all -@admin`."
        )
        assert "has no right to some keys" in told(real.url.replace("unix://", "unix://other:s3cret@"))
    finally:
        real.client.execute_command("ACL", "DELUSER", "small", "other")


def test_redis_that_hangs(real: RealRedis, told: Ask) -> None:
    with real.hanging():
        assert told(real.url).startswith("Redis does not answer in time.")
