"""Conversations that ship, as transcripts: hand-made, of nobody, each with its reason in the first line. No code."""

from pathlib import Path

SHIPPED = Path(__file__).parent
