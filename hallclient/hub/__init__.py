"""The office's database: what the windows report, once each; PostgreSQL, a SQLite file, or a folder of packets."""
