"""Tests of the design's promises, each over every state of the conversation."""
