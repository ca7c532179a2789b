"""Vetted services: what they are, who they serve and where, and which one fits a person's wishes.

Records are HSDS 3.1 (openreferral.org). Looks nothing up outside its own files, and knows no person.
"""
