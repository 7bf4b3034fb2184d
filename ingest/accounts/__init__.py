"""Account numbers in texts, one kind a module: `find(page)` gives those that can be believed, and why."""
