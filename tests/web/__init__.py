"""Tests of pages and webhooks through the Flask test client."""
