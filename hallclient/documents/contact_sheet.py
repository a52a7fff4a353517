"""How does every document look? ``python -m hallclient.documents.contact_sheet FOLDER`` writes them all there."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from hallclient.documents.kinds import load_kinds
from hallclient.documents.render import copy_slip, render
from hallclient.documents.samples import AGENCY, sample_facts, sample_sheets


def write(folder: Path) -> list[Path]:
    """Write one PDF a kind (and its practice and traditional looks), PNGs beside them where ``pdftoppm`` exists."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {}
    for code, kind in load_kinds().items():
        pages[code] = render(kind, sample_facts(kind))
    receipt = load_kinds()["P01"]
    pages["P01-practice"] = render(receipt, sample_facts(receipt), practice=True)
    pages["P01-traditional"] = render(receipt, sample_facts(receipt), script="traditional")
    long = {**sample_facts(receipt), "subject": "关于老旧小区改造的第１号信息，" * 60}
    pages["P01-long"] = render(receipt, long)
    pages["copy-slip"] = copy_slip(
        document_number="示政数回〔2026〕17号",
        title=receipt.title,
        copy_no=2,
        reason="申请人遗失",
        agency=AGENCY,
        clerk="周窗口",
        printed_on=date(2026, 3, 9),
        sha256="0123456789abcdef" * 4,
    )
    pages.update(sample_sheets())
    written = []
    for name, data in pages.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        written.append(path)
        tool = shutil.which("pdftoppm")
        if tool:
            subprocess.run([tool, "-r", "80", "-png", str(path), str(folder / name)], check=True)
    return written


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m hallclient.documents.contact_sheet FOLDER")
    for path in write(Path(sys.argv[1])):
        print(path)
