"""Commands of `flask --app app content`: check messages, export an edition as files, import files into the draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from bot.actions.content import ContentActions
from bot.cli.require_settings import needed
from bot.content.check_all import check_all
from bot.content.checks import Severity
from bot.content.draft import DraftEntry, applied, fit
from bot.content.export import read_files, write_files
from bot.content.reporting import load_reporting
from bot.errors import Conflict, ContentError, StoreUnavailable
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.staff import audit


@click.group("content")
def content() -> None:
    """Check messages, export an edition as files, import files into the draft."""


@content.command("check")
@click.option("--dir", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None)
def content_check(folder: Path | None) -> None:
    """Check the shipped messages, or those of a folder. Name file, line, key and remedy of each fault."""
    problems = check_all(folder)
    for problem in problems:
        click.echo(problem)
    with suppress(ContentError):  # among the problems
        known = load_reporting(folder)
        if left := len(known.unchecked):
            click.echo(f"No lawyer of the agency has checked {left} of {len(known.rows)} rows of reporting law.")
    click.echo(f"{len(problems)} problems." if problems else "No problems found.")
    sys.exit(1 if problems else 0)


@content.command("reporting")
@click.option("--dir", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None)
def content_reporting(folder: Path | None) -> None:
    """List the reporting law by place, with how each cell is known, for a lawyer; and the words about a report.

    --dir: with your own rows and words.
    """
    try:
        known = load_reporting(folder)
    except ContentError as error:
        for problem in error.problems:
            click.echo(problem)
        sys.exit(1)
    for place, row in known.rows.items():
        by = f"checked by {row.checked_by} on {row.checked_on}" if row.is_checked else "not checked by the agency"
        click.echo(f"{place} {row.names['en']}: {by}; put together on {row.seen}")
        for key, cell in row.cells().items():
            click.echo(f"  {key}: {cell.said}")
        click.echo(f"  source: {row.source}")
    if words := known.words:
        by = f"read by {words.read_by} on {words.read_on}" if words.read_on else "read by no advocate"
        click.echo(f"Words about a report, for a young person: {by}")
        for when, said in (("before", words.before), ("after", words.after)):
            for language, text in said.items():
                click.echo(f"  {when}, {language}: {text}")


@content.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--edition", "number", type=int, default=None, help="Another edition than the current; 0 is built in.")
@click.option("--draft", is_flag=True, help="Include the draft.")
@click.pass_obj
def content_export(settings: object, folder: Path, number: int | None, draft: bool) -> None:
    """Write the published messages to FOLDER as files. Comments and order stay as shipped.

    Files of the same names in FOLDER are overwritten. To ship the changes, export into bot/content of a checkout,
    review the difference, and commit it.
    """
    if draft and number is not None:
        raise click.BadParameter("use either --edition or --draft", param_hint="--draft")
    with _desk(settings) as (desk, runtime):
        edition = desk.edition() if number is None else desk.number(number)
        if draft:
            edition = applied(edition, desk.draft())
        try:
            changed = write_files(edition, runtime.content.shipped.sheets, folder)
        except OSError as error:
            raise click.ClickException(f"can't write to {folder.name}: {error.strerror}") from None
    for file in changed:
        click.echo(f"differs from the built-in file: {file}")
    click.echo(f"{len(changed)} files differ." if changed else "All files match the built-in ones.")


@content.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="List errors and changes. Changes nothing.")
@click.pass_obj
def content_import(settings: object, folder: Path, check: bool) -> None:
    """Import FOLDER's changes into the draft, all of them or none. Editors publish it in the studio."""
    with _desk(settings) as (desk, _):
        found, places = read_files(folder)
        state = desk.read()
        before = {name: desk.entry(name, state) for name in found}
        new = {name: fit(name, value) for name, value in found.items() if value != before[name].value}
        more = {name: DraftEntry(value, audit.COMMAND_LINE, 0, 0) for name, value in new.items()}
        drafted = [name for name in new if name in state.draft]
        if drafted:
            says = "the draft has another version of this. Publish or discard it first."
            raise ContentError([f"{places[name]}: {says}" for name in drafted])
        found_now = desk.findings(more, state)
        faults = [one for one in found_now if one.severity is Severity.ERROR and one.name not in state.draft]
        if faults:
            raise ContentError([f"{places.get(one.name, str(one.name))}: {one.says}" for one in faults])
        for name in sorted(new):
            click.echo(f"{'new' if before[name].value is None else 'changed'}: {places[name]}")
        if check or not new:
            click.echo(f"{len(new)} entries would change." if new else "No differences.")
            return
        desk.save_drafts(new, {name: before[name].mark for name in new}, audit.COMMAND_LINE)
        click.echo(f"{len(new)} entries added to the draft.")


@contextmanager
def _desk(settings: object) -> Iterator[tuple[ContentActions, Runtime]]:
    runtime = build(needed(settings))
    try:
        yield ContentActions(runtime), runtime
    except ContentError as error:
        for problem in error.problems:
            click.echo(problem)
        click.echo("Nothing changed.")
        sys.exit(1)
    except Conflict:
        raise click.ClickException("someone else just changed the draft; nothing changed. Run it again.") from None
    except StoreUnavailable:
        raise click.ClickException("can't reach Redis; nothing changed") from None
    finally:
        runtime.store.close()
