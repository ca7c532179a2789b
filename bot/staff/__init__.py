"""Staff accounts, credentials, the rota and the audit trail, without storage."""
