"""Counts of what happened, without a person in them."""
