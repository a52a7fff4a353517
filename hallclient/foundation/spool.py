"""How do the stored bytes get to a printer? Handed to the print system as they are; it answers or it does not."""

import shutil
import subprocess

from hallclient.foundation.trouble import PrinterGone

PATIENCE = 20  # seconds for a spooler that does not answer


def can_spool() -> bool:
    """Tell whether this machine has a print system that takes a PDF as it is (CUPS)."""
    return shutil.which("lp") is not None


def send(pdf: bytes, *, printer: str, title: str) -> None:
    """Hand ``pdf`` to ``printer`` ("": the system's default). Raises PrinterGone with what the print system said.

    ``title`` names the job in the queue; it must not hold personal data.
    """
    lp = shutil.which("lp")
    if lp is None:
        raise PrinterGone(printer)
    command = [lp, "-s", "-o", "media=A4", "-t", title]
    if printer:
        command += ["-d", printer]
    try:
        said = subprocess.run(command, input=pdf, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise PrinterGone(printer) from None
    if said.returncode:
        raise PrinterGone(printer, said.stderr.decode("utf-8", "replace").strip()[:200])
