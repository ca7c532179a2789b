"""Shared test support: a running application, a person who texts, staff, Redis, a provider."""
