"""Embedded Redis through stops, kills and rivals: real servers and processes, each with its own data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis

from bot.config.redis_socket import socket_url
from bot.errors import StoreUnavailable
from bot.server.embedded_redis import EmbeddedRedis, embedded_redis
from tests.support.product import wait_until

pytestmark = pytest.mark.faults

ROOT = Path(__file__).parents[2]

HOLD = """
import sys, time
from pathlib import Path
from bot.server.embedded_redis import embedded_redis
with embedded_redis(Path(sys.argv[1])):
    print("up", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def var_dir(tmp_path: Path) -> Path:
    """Return a folder with a path far longer than a socket's may be."""
    return tmp_path / ("long" * 30) / "var"


@contextmanager
def client(url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(url, decode_responses=True) as found:
        yield found


@contextmanager
def holder(var_dir: Path) -> Iterator[subprocess.Popen[str]]:
    """Run another process that enters `embedded_redis`, and yield it once it is in."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(var_dir)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        yield process
        process.kill()


def server_pid(url: str) -> int:
    with client(url) as found:
        return int(found.info("server")["process_id"])


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def servers_in(var_dir: Path) -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink().name == "valkey-server" and (process / "cwd").samefile(var_dir / "redis"):
                yield int(process.name)
        except OSError:  # it ended in the meantime
            continue


def test_data_survives_a_stop_and_start(var_dir: Path) -> None:
    with embedded_redis(var_dir) as url, client(url) as found:
        found.set("kept", "1")
        pid = server_pid(url)
    assert not lives(pid)
    with embedded_redis(var_dir) as url, client(url) as found:
        assert found.get("kept") == "1"


def test_acknowledged_writes_survive_a_kill(var_dir: Path) -> None:
    with embedded_redis(var_dir) as url, client(url) as found:
        for number in range(200):
            found.rpush("kept", number)
        os.kill(server_pid(url), signal.SIGKILL)
    with embedded_redis(var_dir) as url, client(url) as found:
        assert found.llen("kept") == 200


def test_server_uses_a_private_socket_and_full_persistence(var_dir: Path) -> None:
    with embedded_redis(var_dir) as url, client(url) as found:
        assert url == socket_url(var_dir)
        path = Path(url.removeprefix("unix://"))
        assert len(os.fsencode(path)) <= 107
        assert path.parent.stat().st_mode & 0o077 == 0
        assert (var_dir / "redis").stat().st_mode & 0o077 == 0
        told = found.config_get("port", "appendonly", "appendfsync", "maxmemory-policy", "save")
        assert told == {
            "port": "0", "appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction", "save": "",
        }  # fmt: skip
    assert not path.parent.exists()


def test_second_starter_joins_and_leaves_the_server_running(var_dir: Path) -> None:
    with embedded_redis(var_dir) as url:
        first = server_pid(url)
        with embedded_redis(var_dir) as joined:
            assert joined == url
            assert server_pid(joined) == first
        with holder(var_dir):
            assert server_pid(url) == first
        assert server_pid(url) == first


def test_concurrent_starters_share_one_server(var_dir: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(var_dir)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    rivals = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(4)]
    try:
        assert [rival.stdout.readline() for rival in rivals if rival.stdout] == [b"up\n"] * 4
        assert len(list(servers_in(var_dir))) == 1
    finally:
        for rival in rivals:
            rival.communicate()


def test_folders_are_independent(tmp_path: Path) -> None:
    with (
        embedded_redis(tmp_path / "one") as one,
        embedded_redis(tmp_path / "two") as two,
        client(one) as first,
        client(two) as second,
    ):
        first.set("kept", "one")
        assert second.get("kept") is None


def test_server_dies_with_its_starter_and_the_next_takes_over(var_dir: Path) -> None:
    guest = EmbeddedRedis(var_dir)
    try:
        with holder(var_dir) as process:
            assert not guest.ensure()
            pid = server_pid(guest.url)
            with client(guest.url) as found:
                found.set("kept", "1")
            process.kill()
            wait_until(lambda: not lives(pid))
            assert guest.ensure()
        with client(guest.url) as found:
            assert found.get("kept") == "1"
    finally:
        guest.stop()


def test_killed_own_server_is_restarted(var_dir: Path) -> None:
    ours = EmbeddedRedis(var_dir)
    try:
        assert ours.ensure()
        assert not ours.ensure()
        os.kill(server_pid(ours.url), signal.SIGKILL)
        wait_until(ours.ensure)
        assert server_pid(ours.url)
    finally:
        ours.stop()


@pytest.mark.parametrize("trap", ["open", "link", "file"])
def test_socket_folder_open_to_others_is_refused(var_dir: Path, tmp_path: Path, trap: str) -> None:
    folder = Path(socket_url(var_dir).removeprefix("unix://")).parent
    if trap == "open":
        folder.mkdir(mode=0o755)
    elif trap == "link":
        folder.symlink_to(tmp_path)
    else:
        folder.touch(mode=0o600)
    try:
        with pytest.raises(StoreUnavailable, match="private folder"), embedded_redis(var_dir):
            pass
    finally:
        folder.rmdir() if trap == "open" else folder.unlink()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a folder somebody else's")
def test_socket_folder_of_another_user_is_refused(var_dir: Path) -> None:
    folder = Path(socket_url(var_dir).removeprefix("unix://")).parent
    folder.mkdir(mode=0o700)
    os.chown(folder, 65534, 65534)
    try:
        with pytest.raises(StoreUnavailable, match="private folder"), embedded_redis(var_dir):
            pass
    finally:
        folder.rmdir()


def test_unreadable_data_is_reported_with_the_log_file(var_dir: Path) -> None:
    with embedded_redis(var_dir):
        pass
    for manifest in (var_dir / "redis" / "appendonlydir").glob("*.manifest"):
        manifest.write_text("not a manifest\n")
    with pytest.raises(StoreUnavailable, match=r"server\.log"), embedded_redis(var_dir):
        pass
    assert "manifest" in (var_dir / "redis" / "server.log").read_text()


def test_uncreatable_data_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="cannot use"), embedded_redis(tmp_path / "var"):
        pass
