"""The window: screens, forms, lists. Whoever imports it may call Qt."""

from hallclient.foundation import singletons

# Before the first Qt call: under Python 3.11 PySide6 6.12.0 counts references to None and True wrongly.
singletons.keep()
