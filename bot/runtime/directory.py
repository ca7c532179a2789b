"""The live directory: keeps the services of this process up to date with the stored edition.

Small changes are applied at once. A whole new directory is read in the background, so that no reply waits for it;
until then the previous one serves. While nothing is stored, the shipped directory is in use.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress

from bot.directory.directory import Directory
from bot.directory.model import Service
from bot.directory.parsing import Terms
from bot.directory.serialization import load, services_of, terms_of
from bot.errors import StoreUnavailable
from bot.store.directory import DirectoryStore
from bot.store.editions import Edition

log = logging.getLogger(__name__)

AT_ONCE = 200
"""This many services are read within a turn; more are read in the background."""


class LiveDirectory:
    """Keeps one directory up to date. Safe to share between threads."""

    def __init__(self, store: DirectoryStore, directory: Directory) -> None:
        self._store, self._directory = store, directory
        self._shipped = {service.id: service for service in directory}
        self._edition: Edition | None = None
        self._terms: Terms = {}
        self._lock = threading.Lock()

    @property
    def now(self) -> Directory:
        """The directory in use, always the same object. It changes when an edition is applied."""
        return self._directory

    def is_example(self, service: Service) -> bool:
        """Return whether a service is shipped example data that nobody has changed or verified."""
        return self._shipped.get(service.id) == service

    def catch_up(self) -> None:
        """Apply the newest edition and wait for it. Keep the current one while Redis does not answer."""
        with suppress(StoreUnavailable):
            self.at(self._store.edition(), wait=True)

    def at(self, edition: Edition | None, *, wait: bool = False) -> None:
        """Apply an edition; read a long one in the background unless the caller can `wait`."""
        if edition == self._edition or not self._lock.acquire(blocking=wait):
            return  # another thread is reading it
        if wait or not self._is_long(edition):
            self._read(edition)
        else:
            threading.Thread(target=self._read, args=(edition,), daemon=True).start()

    def _is_long(self, edition: Edition | None) -> bool:
        mine = self._edition
        with suppress(StoreUnavailable):
            is_other = mine is None or edition is None or mine.whole != edition.whole
            return edition is not None and is_other and self._store.count(edition) > AT_ONCE
        return False

    def _read(self, edition: Edition | None) -> None:
        """Apply the edition. The caller holds the lock; it is released here."""
        try:
            if edition is None:
                self._directory.put(self._shipped.values())
            elif edition != self._edition:
                self._take_over(edition)
            self._edition = edition
        except StoreUnavailable:
            log.warning("directory: the new edition could not be read yet")
        finally:
            self._lock.release()

    def _take_over(self, edition: Edition) -> None:
        mine = self._edition
        if mine and mine.whole == edition.whole and mine.number < edition.number:
            changed = self._store.changed(mine, AT_ONCE)
            if changed is not None:
                found = dict(self._store.records(edition, changed))
                services = {one.id: one for one in services_of(found.values(), self._terms)}
                self._directory.change({key: services.get(key) for key in changed})
                return
        self._terms = terms_of(load(self._store.beside(edition) or b"{}"))
        records = (words for _, words in self._store.all_records(edition))
        self._directory.put(services_of(records, self._terms))
