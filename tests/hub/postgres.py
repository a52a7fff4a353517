"""A real PostgreSQL for the tests, started from the system's own binaries: as root through ``runuser``, else as is.

One cluster a test process, on a free port and a socket of its own, thrown away at the end. The superuser ``hall``
comes in by the socket, everyone else by loopback with a password.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SUPERUSER = "hall"
PREFIX, OWNER = "hallpg", "owner"  # of a cluster's folder, and the file that names the process it belongs to


class NoPostgres(Exception):
    """The server's binaries are not installed: ``make setup`` does it."""


def binaries() -> Path:
    """Return the folder of the newest server's binaries."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoPostgres
    return Path(on_path).resolve().parent


@dataclass(frozen=True)
class Cluster:
    """A running server. ``ca`` is the file a client checks its certificate with (for ``localhost``)."""

    folder: Path
    port: int

    @property
    def ca(self) -> Path:
        return self.folder / "ca.pem"

    def url(self, database: str, *, user: str = SUPERUSER, tcp: bool = False, query: str = "") -> str:
        if tcp:
            return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}?{query}".rstrip("?")
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}&port={self.port}"

    def dsn(self, database: str, *, user: str = SUPERUSER) -> str:
        return f"host={self.folder} port={self.port} user={user} dbname={database}"

    def restart(self) -> None:
        """Stop at once, as when the plug is pulled, and start again."""
        data = self.folder / "data"
        _as_postgres(self.folder, "pg_ctl", "-D", data, "-l", self.folder / "log", "-m", "immediate", "-w", "restart")

    def fill(self, pid: int, octets: int = 8192) -> None:
        """Let a backend's files grow no further, as on a full disk; a new connection has room again."""
        prlimit = shutil.which("prlimit") or "prlimit"
        _as_postgres(self.folder, prlimit, "--pid", pid, f"--fsize={octets}:unlimited")

    def stop(self) -> None:
        with suppress(RuntimeError):  # it may have died by itself
            _as_postgres(self.folder, "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def start(*, durable: bool = False, settings: tuple[str, ...] = ()) -> Cluster:
    """Make a cluster and start it. ``durable`` keeps fsync on, for benchmarks: a test pulls no plug."""
    _sweep()
    folder, port = _new_folder(), _free_port()
    data = folder / "data"
    _as_postgres(
        folder, "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
    )
    (data / "pg_hba.conf").write_text(
        f"local all,replication {SUPERUSER} trust\n"
        "host all all 127.0.0.1/32 scram-sha-256\n"
        "host all all ::1/128 scram-sha-256\n"
    )
    _certificates(folder)
    lines = [
        f"port = {port}",
        f"unix_socket_directories = '{folder}'",
        "listen_addresses = '127.0.0.1'",
        "max_connections = 80",
        "shared_buffers = 256MB",
        "ssl = on",
        f"ssl_cert_file = '{folder}/server.pem'",
        f"ssl_key_file = '{folder}/server.key'",
        f"fsync = {'on' if durable else 'off'}",
        "log_min_messages = fatal",
        *settings,
    ]
    with (data / "postgresql.conf").open("a") as file:
        file.write("\n".join(lines) + "\n")
    for path in (data / "pg_hba.conf", folder / "server.pem", folder / "server.key"):
        if os.geteuid() == 0:
            shutil.chown(path, "postgres")
    _as_postgres(folder, "pg_ctl", "-D", data, "-l", folder / "log", "-w", "start")
    return Cluster(folder, port)


def follow(leader: Cluster) -> Cluster:
    """Start a read replica of a cluster, with its own port and socket."""
    folder, port = _new_folder(), _free_port()
    source = f"host={leader.folder} port={leader.port} user={SUPERUSER}"
    _as_postgres(folder, "pg_basebackup", "-d", source, "-D", folder / "data", "-R", "-c", "fast", "-X", "stream")
    with (folder / "data" / "postgresql.conf").open("a") as file:
        file.write(f"port = {port}\nunix_socket_directories = '{folder}'\n")
    _as_postgres(folder, "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "start")
    return Cluster(folder, port)


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    (folder / OWNER).write_text(str(os.getpid()))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    folder.chmod(0o755)
    return folder


def _sweep() -> None:
    """Stop clusters whose test run was killed before it could."""
    for owner in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{OWNER}"):
        with suppress(OSError, ValueError):
            if not Path(f"/proc/{int(owner.read_text())}").exists():
                Cluster(owner.parent, 0).stop()


def _as_postgres(folder: Path, program: str, *arguments: object) -> None:
    command = [str(binaries() / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _certificates(folder: Path) -> None:
    """Write a certificate authority of our own and the server's certificate for ``localhost``."""
    authority_key, authority = certificate("Hall Test CA", None)
    server_key, server = certificate("localhost", (authority_key, authority))
    (folder / "ca.pem").write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    (folder / "server.pem").write_bytes(server.public_bytes(serialization.Encoding.PEM))
    key = folder / "server.key"
    key.write_bytes(
        server_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    key.chmod(0o600)


def certificate(
    name: str, issuer: tuple[ec.EllipticCurvePrivateKey, x509.Certificate] | None
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """Return a key and its certificate, signed by ``issuer`` or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer[1].subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name.replace(" ", "-").lower())]), critical=False)
    )
    return key, builder.sign(key if issuer is None else issuer[0], hashes.SHA256())
