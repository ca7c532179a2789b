"""Staff accounts, credentials, the rota and the audit log. Records only."""
