"""Programs that take pictures of the running product."""
