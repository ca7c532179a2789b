"""What one process holds: settings, the store, live content and the live directory."""
