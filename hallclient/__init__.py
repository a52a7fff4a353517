"""hallclient: the window-desk client of a city's administrative service hall."""

__version__ = "0.1.0"
