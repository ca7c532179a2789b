"""Vetted services: what they are, whom and where they serve, and which one fits a person's wishes.

Records are HSDS 3.1 (openreferral.org). The package reads no files but its own, and holds no data about a person.
"""
