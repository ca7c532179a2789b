"""The operator's commands, the doctor and a conversation in a terminal."""
