"""Runner of the whole product on one machine: a supervisor and an embedded Redis."""
