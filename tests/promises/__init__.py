"""The promises of the design, each tested over every state of the conversation."""
