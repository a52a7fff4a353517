"""How does every document look? ``python -m hallclient.documents.contact_sheet FOLDER`` writes one picture a kind.

A PDF each, and where ``pdftoppm`` (poppler) exists a PNG with its pages side by side: to be looked at by a document
officer before the words are signed off.
"""

import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from hallclient.documents.kinds import load_kinds
from hallclient.documents.render import copy_slip, render
from hallclient.documents.samples import AGENCY, sample_facts, sample_sheets

DOTS = 80  # per inch
_GAP = 12  # pixels between two pages
_GROUND = (128, 128, 128)


def write(folder: Path, *, pictures: bool = True) -> list[Path]:
    """Write a PDF for each kind (and the other looks a paper can have), and a PNG beside it; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    tool = shutil.which("pdftoppm") if pictures else None
    written = []
    for name, data in papers().items():
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        written.append(path)
        if tool:
            written.append(_picture(tool, path))
    return written


def papers() -> dict[str, bytes]:
    """Return every paper by the name of its picture."""
    kinds = load_kinds()
    pages = {code: render(kind, sample_facts(kind)) for code, kind in kinds.items()}
    receipt, part = kinds["P01"], kinds["A03"]
    given = (
        "关于“2025年改造年度计划”：经审查，该信息可以公开。依据《中华人民共和国政府信息公开条例》第三十六条第（二）项，"
        "本机关以纸质形式向你提供：2025年改造年度计划，共16页（见附件）。"
    )
    several = {"item_clauses": (given, *sample_facts(kinds["A18"])["item_clauses"][1:])}  # type: ignore[index]
    pages["A03-items"] = render(part, {**sample_facts(part), **several, "item_attachments": ("2025年改造年度计划",)})
    facts = sample_facts(receipt)
    pages["P01-practice"] = render(receipt, facts, practice=True)
    pages["P01-traditional"] = render(receipt, facts, script="traditional")
    pages["P01-long"] = render(receipt, {**facts, "subject": "关于老旧小区改造的第１号信息，" * 60})
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
    return pages | sample_sheets()


def _picture(tool: str, pdf: Path) -> Path:
    """Draw all pages side by side into one PNG."""
    from PIL import Image

    prefix = pdf.with_suffix("")
    subprocess.run([tool, "-r", str(DOTS), "-png", str(pdf), str(prefix)], check=True)
    parts = sorted(pdf.parent.glob(f"{prefix.name}-[0-9]*.png"), key=lambda part: (len(part.name), part.name))
    parts = [part for part in parts if part.stem.removeprefix(f"{prefix.name}-").isdecimal()]
    pages = [Image.open(BytesIO(part.read_bytes())) for part in parts]
    width = sum(page.width for page in pages) + _GAP * (len(pages) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), _GROUND)
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + _GAP
    for part in parts:
        part.unlink()
    path = pdf.with_suffix(".png")
    sheet.save(path)
    return path


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m hallclient.documents.contact_sheet FOLDER")
    for path in write(Path(sys.argv[1])):
        print(path)
