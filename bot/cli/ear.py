"""Commands of `flask --app app ear`: train the local model, or count how often it asks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from bot.content.ear_file import (
    OF_DANGERS,
    OF_TOPICS,
    SHIPPED,
    SHIPPED_TOPICS,
    joined,
    load_ear,
    load_encoders,
    write_weights,
)
from bot.content.ideas import load_lessons, load_topic_lessons
from bot.errors import ContentError, EarUnavailable


@click.group("ear")
def ear() -> None:
    """Train the local model that asks about danger, or count how often it asks."""


@ear.command("train")
def ear_train() -> None:
    """Make the weights anew from the ideas in bot/content, and print what they hear in unseen ideas."""
    try:
        lessons, topics, encode = load_lessons(), load_topic_lessons(), joined(*load_encoders())
    except ContentError as error:
        for problem in error.problems:
            click.echo(problem)
        raise click.ClickException("nothing changed") from None
    except EarUnavailable as error:
        raise click.ClickException(f"nothing changed: {error}") from None
    from bot.content.ear_training import train  # noqa: PLC0415 -- numpy comes with the encoder

    for path, taught, form in ((SHIPPED, lessons, OF_DANGERS), (SHIPPED_TOPICS, topics, OF_TOPICS)):
        trained, rows = train(taught, encode, form)
        write_weights(path, trained, form)
        click.echo("kind                            language  texts  heard %  as this kind %")
        for row in rows:
            told = f"{100 * row.as_kind / row.texts:.1f}" if row.as_kind else ""
            click.echo(f"{row.kind:<32}{row.language:<8}{row.texts:>7}{100 * row.asked / row.texts:>9.1f}{told:>16}")
        click.echo(f"{len(taught.ideas)} ideas. Written: {path.name}")


@ear.command("count")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def ear_count(path: Path) -> None:
    """Count how often the model asks about the texts of a file, one a line. Prints no text."""
    try:
        model = load_ear()
    except EarUnavailable as error:
        raise click.ClickException(str(error)) from None
    texts = [line for line in path.read_text("utf-8", errors="replace").splitlines() if line.strip()]
    asked = Counter(found for text in texts if (found := model.guess(text).danger))
    for concern, times in asked.most_common():
        click.echo(f"{concern.value:<20}{times:>7}")
    click.echo(f"{sum(asked.values())} of {len(texts)} texts.")
