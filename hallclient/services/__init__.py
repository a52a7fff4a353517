"""The desks: one class each, one public method for each thing a clerk can do, at most one writing transaction a method."""
