"""Ports of test servers: no two workers, clients or servers of one machine meet at one."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.support.http_server import LOWEST_PORT, PARTS, PORTS_EACH, free_port


def test_ports_lie_below_those_of_clients() -> None:
    lowest_of_clients = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    assert lowest_of_clients >= LOWEST_PORT + PARTS * PORTS_EACH


def test_workers_get_ports_of_their_own() -> None:
    workers = ("", *(f"gw{number}" for number in range(PARTS - 1)))
    parts = [{free_port(worker) // PORTS_EACH for _ in range(20)} for worker in workers]
    assert all(len(part) == 1 for part in parts)
    assert len(set.union(*parts)) == PARTS


@pytest.mark.parametrize("address", ["127.0.0.1", "", "127.0.0.2"])
def test_taken_port_is_passed_over(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    taken, other = free_port(), free_port()
    monkeypatch.setattr("tests.support.http_server._given", set())
    monkeypatch.setattr("tests.support.http_server._chance.sample", lambda *_: [taken, other])
    with socket.create_server((address, taken)):
        assert free_port() == other
    assert free_port() == taken


def test_port_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = free_port(), free_port()
    monkeypatch.setattr("tests.support.http_server._given", {first})
    monkeypatch.setattr("tests.support.http_server._chance.sample", lambda *_: [first, second])
    assert free_port() == second
    with pytest.raises(OSError, match="no free port"):
        free_port()
