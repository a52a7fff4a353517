"""The desks: one class each, a public method for each thing a clerk can do, at most one writing transaction each."""
