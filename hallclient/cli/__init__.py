"""The command line: the same desks without a window, for administrators, scripts and acceptance checks."""
