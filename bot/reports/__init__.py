"""Counts and reports without personal data."""
