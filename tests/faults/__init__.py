"""Tests that break real processes on purpose."""
