"""The registers: who came, what was asked, what was done. Values and rules, no storage."""
