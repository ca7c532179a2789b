"""Commands for operators, the doctor, and a conversation in a terminal."""
