"""Model of consent that the tests explore step by step."""
