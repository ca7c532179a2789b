"""`flask --app app directory`: check a package before an import, and export the directory in use.

Each command is short; the rules are the directory's. Nothing here changes the directory.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot.directory.load import SHIPPED
from bot.directory.package.changes import Change, Changes, Kept, compare, keep_vetting
from bot.directory.package.faults import Faults
from bot.directory.package.links import check_hidden
from bot.directory.package.read import read_package, weigh
from bot.directory.package.tables import Package
from bot.directory.package.write import write_csv, write_json

SHOWN = 20
"""Services named in a preview, for each kind of change."""
MANY_ROWS = 5_000
MANY_BYTES = 2_000_000


@click.group("directory")
def directory() -> None:
    """Vetted services: check a package, export the directory in use."""


@directory.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Say what is wrong and what would change. Changes nothing.")
def directory_import(path: Path, check: bool) -> None:
    """Check an HSDS 3.0 or 3.1 package: a folder or zip of CSV files, or nested JSON.

    For now only with --check: it names each fault with file, row and column, and previews new,
    changed and gone services against the directory in use. It changes nothing.
    """
    if not check:
        raise click.UsageError("only --check works so far: the directory in use is the one that ships")
    package, faults = _read(path)
    with package:
        for line in faults.lines(warnings=True):
            click.echo(f"note: {line}")
        _refuse(faults)
        in_use, _ = read_package(SHIPPED, _today())
        with in_use:
            kept = keep_vetting(in_use, package)
            # a place that we hold as hidden, and that the package does not know to be
            check_hidden(package, faults)
            _refuse(faults)
            _preview(compare(in_use, package), kept)


@directory.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
def directory_export(path: Path, form: str) -> None:
    """Write the directory in use to PATH: CSV as a folder, or a zip when PATH ends in .zip; or one JSON file.

    Cells that a spreadsheet would run begin with an apostrophe, which an import takes away again.
    Overwrites nothing.
    """
    in_use, _ = read_package(SHIPPED, _today())
    with in_use:
        rows = sum(map(in_use.count, in_use.tables))
        write = write_csv if form == "csv" else write_json
        try:
            _with_bar("Writing", rows, MANY_ROWS, lambda tick: write(in_use, path, tick))
        except FileExistsError:
            raise click.ClickException(f"{path.name} is there already: nothing was written") from None
        except OSError as error:
            raise click.ClickException(f"{path.name} cannot be written: {error.strerror}") from None
        click.echo(f"{in_use.count('service')} services written.")


def _read(path: Path) -> tuple[Package, Faults]:
    made: tuple[Package, Faults] = _with_bar(
        "Reading", weigh(path), MANY_BYTES, lambda tick: read_package(path, _today(), tick)
    )
    return made


def _refuse(faults: Faults) -> None:
    """Say what is wrong, and end, when something is."""
    if faults.stop:
        for line in faults.lines(warnings=False):
            click.echo(line)
        click.echo("Nothing was changed. Put these right and check again.")
        sys.exit(1)


def _preview(changes: Changes, kept: Kept) -> None:
    for word, found in (("new", changes.new), ("changed", changes.changed), ("gone", changes.gone)):
        for change in found[:SHOWN]:
            click.echo(f"{word}: {_named(change)}")
        if len(found) > SHOWN:
            click.echo(f"{word}: and {len(found) - SHOWN} more")
    click.echo(
        f"{len(changes.new)} new, {len(changes.changed)} changed, {len(changes.gone)} gone, "
        f"{changes.unchanged} unchanged. "
        f"{kept.kept} keep what we noted of them, {len(kept.to_vet)} have to be vetted anew, "
        f"{kept.brought} bring vetting along."
    )
    click.echo("Nothing was changed.")


def _named(change: Change) -> str:
    """A name out of a foreign file, fit for a terminal, with the fields that differ."""
    name = "".join(letter if letter.isprintable() else "?" for letter in change.name[:80])
    return f"{name} ({', '.join(change.fields)})" if change.fields else name


def _with_bar(label: str, length: int, many: int, do: Callable[[Callable[[int], None]], Any]) -> Any:
    """Do it, with a progress bar when there is much to do."""
    if length < many:
        return do(lambda _: None)
    with click.progressbar(length=length, label=label, file=sys.stderr, update_min_steps=length // 100) as bar:
        return do(bar.update)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
