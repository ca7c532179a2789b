"""Consent, cases and what follows from them. Records only: words are in `content`, storage in `store`."""
