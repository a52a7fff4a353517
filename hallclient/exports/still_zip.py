"""How does an office file tell no time and no machine? Its zip written anew: the same content gives the same bytes."""

import io
import zipfile

_STILL = (1980, 1, 1, 0, 0, 0)


def stilled(content: bytes) -> bytes:
    """Return a document whose zip tells no time and no machine: the same report gives the same bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(sink, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _STILL)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return sink.getvalue()
