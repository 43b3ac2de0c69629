"""From the files to kit.db: what changed, what is in it, and tables that are whole and fresh."""
