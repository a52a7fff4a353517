"""What does an old register say? csv and xlsx rows as drafts and problems, both always."""
