"""The store: one encrypted SQLite file. Named functions take the open transaction first and never commit."""
