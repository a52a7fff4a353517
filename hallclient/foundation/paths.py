"""Where do the program's own files lie, and where does the hall keep its data?"""

import os
from pathlib import Path

# Right in a checkout and in a PyInstaller one-folder bundle alike: both keep resources/ and db/ beside the package.
BUNDLE = Path(__file__).resolve().parents[2]
RESOURCES = BUNDLE / "resources"
DB = BUNDLE / "db"


def data_folder(given: str | None = None) -> Path:
    """Return the data folder: the one given, else ``HALLCLIENT_HOME``, else the machine's own place for data."""
    named = given or os.environ.get("HALLCLIENT_HOME")
    if named:
        return Path(named)
    import platformdirs  # only who asks for it waits for it

    return Path(platformdirs.user_data_dir("hallclient", appauthor=False))
