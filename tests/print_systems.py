"""Print systems for tests: one in memory that does what it is told, and a real CUPS of one's own."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hallclient.foundation.cups import Cups, has_cups
from hallclient.foundation.spool import Hitch, JobRefused, JobReport, JobState, Opened, SpoolerSilent

COMPLETED = JobReport(JobState.COMPLETED)
PENDING = JobReport(JobState.PENDING, started=False)
PRINTING = JobReport(JobState.PRINTING)
DAEMON = shutil.which("cupsd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
HELPERS = Path("/usr/lib/cups")  # cups-exec, which every queue needs
WHY_NO_CUPS = "no cupsd on this machine: make setup installs it (cups-daemon, cups-client)"
HAS_CUPS = DAEMON is not None and has_cups() and (HELPERS / "daemon").is_dir() and shutil.which("lpadmin") is not None


class Memory:
    """A print system that keeps what it was given. ``after`` is what it says of every job once it has its bytes."""

    def __init__(self) -> None:
        self.jobs: dict[str, list[bytes]] = {}
        self.titles: list[str] = []
        self.reports: dict[str, JobReport] = {}
        self.after = COMPLETED
        self.refuses: Hitch | None = None
        self.silent = False
        self.breaks_after: int | None = None  # parts

    @property
    def out(self) -> list[bytes]:
        """Everything that was sent, in its order."""
        return [part for parts in self.jobs.values() for part in parts]

    @property
    def printers(self) -> list[str]:
        return [job.rpartition("-")[0] for job in self.jobs]

    def open(self, printer: str, title: str) -> Opened:
        self._answer()
        if self.refuses is not None:
            raise JobRefused(printer, self.refuses)
        job = f"{printer}-{len(self.jobs) + 1}"
        self.jobs[job] = []
        self.titles.append(title)
        self.reports[job] = JobReport(JobState.INCOMING, started=False)
        return Opened(job, printer)

    def send(self, job: str, parts: Sequence[bytes]) -> None:
        self._answer()
        for at, part in enumerate(parts):
            if at == self.breaks_after:
                raise SpoolerSilent
            self.jobs[job].append(part)
        self.reports[job] = self.after

    def look(self, job: str) -> JobReport:
        self._answer()
        return self.reports.get(job, JobReport(JobState.GONE, Hitch.FORGOTTEN))

    def cancel(self, job: str) -> None:
        self._answer()
        before = self.reports.get(job)
        if before is not None and before.state not in (JobState.COMPLETED, JobState.ABORTED):
            self.reports[job] = replace(before, state=JobState.CANCELLED, hitch=Hitch.CANCELLED)

    def _answer(self) -> None:
        if self.silent:
            raise SpoolerSilent


BACKEND = """#!/bin/sh
# job user title copies options [file]: does what the file "mode" says, keeps the bytes of each job.
[ $# = 0 ] && { echo 'file keep "Unknown" "keep"'; exit 0; }
kept=${DEVICE_URI#keep:}
case "$(cat "$kept/mode")" in
stop) exit 4 ;;
fail) echo "ERROR: jammed" >&2; exit 1 ;;
half) cat "$6" > "$kept/$1-half.pdf"; echo "ERROR: jammed" >&2; exit 1 ;;
slow) while [ "$(cat "$kept/mode")" = slow ]; do sleep 0.05; done ;;
empty)
    echo "STATE: +media-empty-error" >&2
    echo "INFO: Load paper" >&2
    while [ "$(cat "$kept/mode")" = empty ]; do sleep 0.05; done
    echo "STATE: -media-empty-error" >&2 ;;
esac
if [ $# -lt 6 ]; then cat; else cat "$6"; fi > "$kept/job.part"
n=$(ls "$kept" | grep -c '\\.pdf$')
mv "$kept/job.part" "$kept/$(printf '%03d' "$n").pdf"
exit 0
"""
DAEMON_CONF = """LogLevel none
Listen {socket}
Browsing Off
WebInterface No
DefaultAuthType None
ErrorPolicy abort-job
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
FILES_CONF = """ServerRoot {folder}/etc
ServerBin {folder}/bin
DataDir {folder}/data
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/spool
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""


class RealCups:
    """A cupsd of the test's own, on a socket in a folder of its own, with a printer that keeps the bytes it gets."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.socket = folder, folder / "s"
        self.spooler = Cups(str(self.socket))
        self._daemon: subprocess.Popen[bytes] | None = None
        for part in ("etc", "data/mime", "spool", "cache", "run", "bin/backend", "bin/filter"):
            (folder / part).mkdir(parents=True)
        (folder / "bin/daemon").symlink_to(HELPERS / "daemon")
        _script(folder / "bin/filter/gziptoany", '#!/bin/sh\nexec cat "$6"\n').chmod(0o755)
        _script(folder / "bin/backend/keep", BACKEND).chmod(0o700)  # not to be run by just anybody: CUPS looks
        (folder / "data/mime/mime.types").write_text("application/pdf pdf string(0,%PDF)\napplication/octet-stream\n")
        (folder / "data/mime/mime.convs").write_text("application/octet-stream application/vnd.cups-raw 0 -\n")
        (folder / "etc/cupsd.conf").write_text(DAEMON_CONF.format(socket=self.socket))
        (folder / "etc/cups-files.conf").write_text(FILES_CONF.format(folder=folder))

    def start(self) -> None:
        assert DAEMON is not None
        conf, files = self.folder / "etc/cupsd.conf", self.folder / "etc/cups-files.conf"
        quiet = subprocess.DEVNULL
        self._daemon = subprocess.Popen([DAEMON, "-f", "-c", conf, "-s", files], stdout=quiet, stderr=quiet)
        wait_for(self.socket.exists)

    def stop(self) -> None:
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait()
            self._daemon = None
            self.socket.unlink(missing_ok=True)

    def run(self, *command: str) -> None:
        """Run one of CUPS's own commands on this print system."""
        env = os.environ | {"CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr

    def add(self, printer: str) -> "Printer":
        kept = self.folder / printer
        kept.mkdir()
        made = Printer(self, printer, kept)
        made.mode("ok")
        self.run("lpadmin", "-p", printer, "-v", f"keep:{kept}", "-m", "raw", "-E")
        return made


class Printer:
    """A printer of ``RealCups``: ``mode`` says what happens to the next job."""

    def __init__(self, cups: RealCups, name: str, kept: Path) -> None:
        self.cups, self.name, self._kept = cups, name, kept

    def mode(self, how: str) -> None:
        """``ok``, ``fail``, ``half`` (some came out, then an error), ``stop``, ``slow``, ``empty`` (out of paper)."""
        (self._kept / "mode").write_text(how)

    @property
    def out(self) -> list[bytes]:
        """The bytes of each job that came out, in order."""
        return [path.read_bytes() for path in sorted(self._kept.glob("*.pdf"))]


def _script(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@contextmanager
def real_cups() -> Iterator[RealCups]:
    """A running CUPS; its folder's name is short, because a socket's must be."""
    folder = Path(tempfile.mkdtemp(prefix="cups"))
    folder.chmod(0o755)  # CUPS runs its filters as a user of their own
    cups = RealCups(folder)
    try:
        cups.start()
        yield cups
    finally:
        cups.stop()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(holds: object, *, seconds: float = 10.0) -> None:
    """Wait until ``holds()``; a print system takes its time."""
    until = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, "the print system did not get there"
        time.sleep(0.01)
