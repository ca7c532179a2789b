"""Redis behind Sentinel: the sentinels name the primary, when a connection is opened, and once a second.

After a failure, or when they name another, all connections are opened anew. A primary that was replaced may take writes
for some seconds more, which are lost: asking each second keeps us from it when nothing fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any

from redis.exceptions import ReadOnlyError, RedisError, ResponseError
from redis.sentinel import Sentinel, SentinelConnectionPool, SentinelManagedConnection, SentinelManagedSSLConnection

from bot.store.connection import SILENT_SECONDS, RedisServer
from bot.store.sentinel_fault import Demoted, NoPrimary, Refusal, refused
from bot.store.several_hosts import Address, read_several

SENTINEL_PORT = 26379
ASK_SECONDS = 0.25
"""Timeout for each sentinel, which comes on top of the deadline of a request. One that answered is asked first."""

ASK_EVERY_SECONDS = 1.0
ASK_AGAIN_SECONDS = 10.0
"""Pause after a sentinel did not answer in time while the primary works. It costs a request ASK_SECONDS each time."""

LEAST_SENTINELS = 3


class _Watch(Sentinel):
    """The sentinels. Thread-safe: unlike its base it replaces the list of those to ask as a whole."""

    def __init__(self, hosts: list[Address], **options: Any) -> None:
        super().__init__(hosts, sentinel_kwargs=options)  # type: ignore[no-untyped-call]
        self.numbered: dict[Any, int] = {one: number for number, one in enumerate(self.sentinels, 1)}

    def discover_master(self, service_name: str) -> Address:
        """Return the address of the primary. Raise NoPrimary."""
        asked, refusals = self.sentinels, []
        for one in asked:
            told = self.ask(one, service_name)
            if not isinstance(told, Refusal):
                if one is not asked[0]:
                    self.sentinels = [one, *(other for other in asked if other is not one)]
                return told["ip"], told["port"]
            refusals.append(told)
        raise NoPrimary(service_name, len(asked), sorted(refusals, key=lambda refusal: refusal.number))

    def ask(self, sentinel: Any, service: str) -> dict[str, Any] | Refusal:
        """Ask one sentinel how the primary is."""
        try:
            known: dict[str, dict[str, Any]] = sentinel.sentinel_masters()
        except (RedisError, OSError) as error:
            return Refusal(self.numbered[sentinel], error)
        state = known.get(service)
        if state is None:
            return Refusal(self.numbered[sentinel], known=tuple(sorted(known)))
        is_up = self.check_master_state(state, service)  # type: ignore[no-untyped-call]
        return state if is_up else Refusal(self.numbered[sentinel])

    def may_fail_over(self, service: str) -> bool:
        """Tell whether enough sentinels see each other. None that answers may tell it: then they may."""
        for one in self.sentinels:
            try:
                one.execute_command("SENTINEL CKQUORUM", service)  # type: ignore[no-untyped-call]
            except ResponseError as error:
                return "NOQUORUM" not in str(error)
            except (RedisError, OSError):
                continue
            break
        return True

    def doubt(self) -> None:
        """Ask the sentinel last that was asked first: what it named is no primary."""
        first, *others = self.sentinels
        self.sentinels = [*others, first]


def _only_primary(connection: Any) -> None:
    """Prepare a new connection. Raise Demoted if the server is a replica: a sentinel may not know better yet."""
    connection.on_connect()
    connection.send_command("ROLE")
    try:
        role = connection.read_response()[0]
    except ResponseError:  # forbidden by its host
        return
    if role in (b"slave", "slave"):
        raise Demoted("is a replica")


class SentinelServer(RedisServer):
    """Primary of a service. A fail-over raises StoreUnavailable until the sentinels have named another."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._ask_at = 0.0

    def _open_pool(self, url: str) -> SentinelConnectionPool:
        hosts, (self._service, *rest), options = read_several(url, SENTINEL_PORT)
        secrets = {name: options.pop(f"sentinel_{name}", None) for name in ("username", "password")}
        of_sentinels = {name: value for name, value in options.items() if name.startswith("ssl")}
        self._watch = _Watch(
            hosts, **of_sentinels, **secrets, socket_timeout=ASK_SECONDS, socket_connect_timeout=ASK_SECONDS,
            retry=options["retry"], protocol=2, driver_info=None,
        )  # fmt: skip
        tls = options.pop("ssl", False)
        return SentinelConnectionPool(  # type: ignore[no-untyped-call]
            self._service, self._watch, **options | {"db": int(rest[0]) if rest else options.get("db", 0)},
            connection_class=SentinelManagedSSLConnection if tls else SentinelManagedConnection,
            redis_connect_func=_only_primary,
        )  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        super()._failed(error)
        if isinstance(error, NoPrimary) and error.was_slow:
            self._silent_until = monotonic() + SILENT_SECONDS
        if isinstance(error, ReadOnlyError) or isinstance(error.__context__, ReadOnlyError):
            self._watch.doubt()
        self.close()  # they lead to the same server, and each would wait for it in vain

    def _take(self) -> Any:
        pool: SentinelConnectionPool = self._pool  # type: ignore[assignment]  # that of `_open_pool`
        if self._idle and (now := monotonic()) >= self._ask_at:  # a new connection asks by itself
            self._ask_at = now + ASK_EVERY_SECONDS
            try:
                pool.get_master_address()  # type: ignore[no-untyped-call]
            except NoPrimary as fault:  # what we have may work all the same
                self._ask_at = now + (ASK_AGAIN_SECONDS if fault.was_slow else ASK_EVERY_SECONDS)
        connection = super()._take()
        if connection.is_connected and (connection.host, connection.port) != pool.master_address:
            connection.disconnect()
        return connection

    def findings(self) -> list[str]:
        """Return what keeps the sentinels from a fail-over, or makes one lose much. Raise StoreUnavailable."""
        return list(self._findings())

    def _findings(self) -> Iterator[str]:
        answers = [self._watch.ask(one, self._service) for one in self._watch.numbered]
        yield from refused(
            NoPrimary(self._service, len(answers), [told for told in answers if isinstance(told, Refusal)])
        )
        if len(answers) < LEAST_SENTINELS:
            yield "REDIS_URL names fewer than three sentinels: two must agree when one is gone. Run and name three."
        if not self._watch.may_fail_over(self._service):
            yield "The sentinels cannot agree on a fail-over: too few see each other, or the primary. Mend that."
        if not any(told["num-slaves"] for told in answers if not isinstance(told, Refusal)):
            yield "The primary has no replica, so nothing can take its place. Add one, or better two."
        elif self._least_replicas() == 0:
            yield (
                "A primary that is cut off from its replicas takes texts that are lost later. "
                "Set `min-replicas-to-write 1` and `min-replicas-max-lag 10` on all its servers."
            )

    def _least_replicas(self) -> int | None:
        """Return how many replicas the primary needs to write; None if it does not tell."""
        told = self._unless_forbidden("CONFIG", "GET", "min-replicas-to-write") or []
        return int(told[1]) if len(told) > 1 else None
