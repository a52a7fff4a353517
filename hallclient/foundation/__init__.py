"""The machine: where files are, settings, the log, and what the world can refuse."""
