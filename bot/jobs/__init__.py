"""Background work: the worker, its jobs and the periodic tasks."""
