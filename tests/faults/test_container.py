"""Image and compose file, carried out without a container engine: their own commands on a real Valkey."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
import redis

from bot.config.settings import make_keys
from bot.server import embedded_redis
from bot.sms.twilio import sign
from tests.support.container import Stage, build, clean_clone, compose, env_file
from tests.support.http_server import free_port
from tests.support.product import exchange, new_phone, new_sid, wait_until
from tests.support.provider import Provider
from tests.support.servers import ROOT, Server

pytestmark = pytest.mark.faults

SERVICES = compose()["services"]
GRACE_SECONDS = 15.0
INVITE = ["flask", "--app", "app", "staff", "invite", "--name", "Ana", "--role", "lead"]


@dataclass
class Machine:
    """Image, what compose.yaml starts of it, and where its Valkey listens."""

    image: Stage
    folder: Path
    provider: Provider
    redis_port: int

    def settings(self, service: str, **changed: str) -> dict[str, str]:
        """Return the settings of a service: the filled-in example file, then the compose file's own."""
        filled = env_file((ROOT / ".env.example").read_text(encoding="utf-8")) | make_keys()
        filled |= {
            "TWILIO_ACCOUNT_SID": self.provider.account, "TWILIO_AUTH_TOKEN": self.provider.token,
            "TWILIO_FROM": self.provider.number, "TWILIO_API_BASE": self.provider.url,
        }  # fmt: skip
        own = dict(SERVICES[service]["environment"])
        assert own["REDIS_URL"] == "redis://valkey:6379/0"
        own |= {"REDIS_URL": f"redis://127.0.0.1:{self.redis_port}/0", "PORT": str(free_port())}
        return filled | own | changed

    @contextmanager
    def running(self, service: str, settings: dict[str, str]) -> Iterator[Server]:
        server = self.image.start(SERVICES[service]["command"], settings, self.folder / f"{service}.log")
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Build the image once, from a clean clone."""
    return build(clean_clone(tmp_path_factory.mktemp("clone")), tmp_path_factory.mktemp("image"))


@pytest.fixture
def machine(image: Stage, tmp_path: Path) -> Iterator[Machine]:
    """Start Valkey by the compose file's own command."""
    program, *arguments = SERVICES["valkey"]["command"]
    assert program == "valkey-server"
    port = free_port()
    where = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(tmp_path)]
    command = [str(embedded_redis._binary()), *arguments, *where]
    with (
        Provider().listening() as provider,
        subprocess.Popen(embedded_redis.die_with_parent(command), stdout=subprocess.DEVNULL) as valkey,
    ):
        try:
            wait_until(lambda: embedded_redis_answers(port), what="Valkey")
            yield Machine(image, tmp_path, provider, port)
        finally:
            valkey.terminate()


def embedded_redis_answers(port: int) -> bool:
    try:
        with redis.Redis(port=port) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of each file below, without the volumes."""
    found = {}
    for path in folder.rglob("*"):
        kept = path.relative_to(folder).parts[0] in ("var", "backups")
        if not kept and path.is_file() and not path.is_symlink():
            told = path.stat()
            found[str(path)] = (told.st_size, told.st_mtime_ns)
    return found


def test_web_and_worker_of_the_compose_file_answer_and_end_in_time(machine: Machine) -> None:
    settings = machine.settings("web-a")
    before = files(machine.image.root)
    invited = machine.image.run(INVITE, settings)
    assert invited.stdout.startswith(f"{settings['PUBLIC_URL']}/staff/join#"), invited.stderr
    healthy = machine.image.healthcheck
    assert machine.image.run(healthy, settings).returncode == 1
    with machine.running("web-a", settings) as web, machine.running("worker", settings) as worker:
        web.wait("/healthz", 200)
        web.wait("/readyz", 200)
        assert machine.image.run(healthy, settings).returncode == 0
        form = machine.provider.webhook_form("hey", new_phone(), new_sid())
        signature = sign(machine.provider.token, settings["PUBLIC_URL"] + "/sms", form)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
        status, page, _ = exchange(web.port, ("POST", "/sms"), urlencode(form), headers, 15)
        assert (status, page.count(b"<Message>")) == (200, 1)
        anchor = machine.image.root / "var/lib/warmline/audit.anchor"
        wait_until(anchor.exists, 60, "the worker's note of the audit")
        for server in (web, worker):
            server.process.terminate()
            server.process.wait(GRACE_SECONDS)
        assert web.process.returncode == 0
        assert worker.process.returncode in (0, -15)
    assert files(machine.image.root) == before, "the image's file system is read-only in compose.yaml"


@pytest.mark.parametrize("service", ["web-a", "worker"])
def test_missing_secrets_end_the_start_at_once_and_are_named(machine: Machine, service: str) -> None:
    settings = machine.settings(service, SEAL_KEYS="", REDIS_URL="")
    ended = machine.image.run(SERVICES[service]["command"], settings)
    assert ended.returncode == 2
    assert "SEAL_KEYS" in ended.stdout

    ended = machine.image.run(SERVICES[service]["command"], machine.settings(service, REDIS_URL=""))
    assert ended.returncode == 2
    assert "REDIS_URL: required where web and worker are started one by one" in ended.stdout


def test_process_that_the_procfile_lacks_is_named_with_those_it_has(machine: Machine) -> None:
    ended = machine.image.run(["python", "-m", "bot.server", "wbe"], machine.settings("web-a"))
    assert ended.returncode == 2
    assert "has no process 'wbe', only web and worker" in ended.stdout


def test_commands_of_the_handbook_run_in_the_image_without_settings(machine: Machine) -> None:
    made = machine.image.run(["flask", "--app", "app", "keys"], {})
    assert made.returncode == 0, made.stderr
    assert set(env_file(made.stdout)) == set(make_keys())


def test_backup_of_the_compose_file_is_restored_and_old_ones_go(machine: Machine) -> None:
    settings = machine.settings("backup")
    with redis.Redis(port=machine.redis_port) as client:
        client.set("kept", "value")
    folder = machine.image.root / "backups"
    old = folder / "2020-01-01T0310Z.backup"
    old.write_text("old")
    os.utime(old, (0, 0))
    loop = SERVICES["backup"]["command"][-1]
    assert "sh deploy/backup.sh /backups 7" in loop
    taken = machine.image.run(["sh", "deploy/backup.sh", "/backups", "7"], settings)
    assert taken.returncode == 0, taken.stderr
    [made] = folder.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    with redis.Redis(port=machine.redis_port) as client:
        client.flushall()
        restored = machine.image.run(["flask", "--app", "app", "store", "restore", str(made)], settings)
        assert restored.returncode == 0, restored.stderr
        assert client.get("kept") == b"value"
    made.unlink()


def test_failed_backup_deletes_nothing_and_is_told(machine: Machine) -> None:
    old = machine.image.root / "backups" / "2020-01-01T0310Z.backup"
    old.write_text("old")
    os.utime(old, (0, 0))
    settings = machine.settings("backup", REDIS_URL="redis://127.0.0.1:1/0")
    assert machine.image.run(["sh", "deploy/backup.sh", "/backups", "7"], settings).returncode != 0
    assert old.exists()
    old.unlink()
    told = machine.image.run(["sh", "deploy/backup.sh", "/nowhere", "7"], settings)
    assert told.returncode == 2
    assert "expected a folder that exists" in told.stderr
