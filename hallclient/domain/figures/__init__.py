"""The figures: report lines, the day's close, the year's tables, identities, shares."""
