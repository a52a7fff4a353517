"""The ground floor: what the law and the hall's rules say. Standard library only; dates come in as arguments."""
