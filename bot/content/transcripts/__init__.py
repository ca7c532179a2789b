"""Shipped transcripts: invented conversations of no real person, each with its reason in the first line. No code."""

from pathlib import Path

SHIPPED = Path(__file__).parent
