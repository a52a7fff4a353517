"""The law: rule sets, the working-day clock, fees, outcomes, remedies, identity numbers."""
