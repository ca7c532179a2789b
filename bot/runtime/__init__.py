"""What a process holds: settings, the store, live content and the live directory; and snapshots of them."""
