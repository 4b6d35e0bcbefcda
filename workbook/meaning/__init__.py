"""What it is about: terms, tags, and (later) clauses, sources and asks."""
