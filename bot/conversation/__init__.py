"""One turn of a person, from their text to a reply."""
