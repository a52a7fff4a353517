"""Which addresses of a hub are safe, who answers there, and who ever sees the password?"""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from hallclient.hub import read
from hallclient.hub.addresses import HubFileNotLocal, HubNeedsTls, HubUrlHasPassword, HubUrlWrong
from hallclient.hub.database import HubCertificateWrong, HubLoginRefused, HubUnreachable, open_hub
from tests.hub.conftest import Place
from tests.hub.postgres import Cluster, certificate
from tests.hub.windows import ReportingWindow


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://w_sl01_w01@hub.city.example/hub",
        "postgresql+psycopg://w_sl01_w01@hub.city.example/hub?sslmode=require",
        "postgresql+psycopg://w_sl01_w01@hub.city.example/hub?sslmode=verify-ca",
        "postgresql+psycopg://w_sl01_w01@10.0.0.7/hub?sslmode=prefer",
        "postgresql+psycopg://w_sl01_w01@/hub?host=hub.city.example",
        "postgresql+psycopg://w_sl01_w01@localhost/hub?host=hub.city.example",
        "postgresql+psycopg://w_sl01_w01@127.0.0.1,hub.city.example/hub",
        "postgresql+psycopg://w_sl01_w01@127.0.0.1.city.example/hub",
        "postgresql+psycopg://w_sl01_w01@[2001:db8::7]/hub",
    ],
)
def test_another_machine_is_reached_with_a_checked_certificate_or_not_at_all(url: str) -> None:
    with pytest.raises(HubNeedsTls):
        open_hub(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://w@hub.city.example/hub?sslmode=verify-full",
        "postgresql+psycopg://w@127.0.0.1/hub",
        "postgresql+psycopg://w@[::1]/hub",
        "postgresql+psycopg://w@localhost:6543/hub",
        "postgresql+psycopg://w@/hub?host=/var/run/postgresql",
    ],
)
def test_a_safe_address_is_taken(url: str) -> None:
    open_hub(url, password="geheim").close()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:hub?mode=ro&uri=true",
        "postgresql://w@localhost/hub",
        "postgresql+psycopg2://w@localhost/hub",
        "mysql://w@localhost/hub",
        "postgresql+psycopg://w@localhost/",
        "postgresql+psycopg://w@localhost/hub?service=elsewhere",
        "postgresql+psycopg://w@localhost/hub?hostaddr=10.0.0.7",
        "postgresql+psycopg://w@localhost/hub?options=-csearch_path%3Dpublic",
        "postgresql+psycopg://w@localhost/hub?passfile=elsewhere",
        "postgresql+psycopg://w@localhost:port/hub",
    ],
)
def test_an_address_that_could_lead_elsewhere_is_no_address(url: str) -> None:
    with pytest.raises(HubUrlWrong):
        open_hub(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://w:geheim@localhost/hub",
        "postgresql+psycopg://w@localhost/hub?password=geheim",
        "sqlite:///hub.sqlite?password=geheim",
    ],
)
def test_a_password_in_an_address_is_refused_and_never_repeated(url: str) -> None:
    with pytest.raises(HubUrlHasPassword) as refused:
        open_hub(url)

    assert "geheim" not in f"{refused.value!r} {refused.value} {refused.getrepr(style='short')!s}".replace(url, "")


def test_nothing_in_the_environment_leads_to_another_server(
    server: Place,
    windows: tuple[ReportingWindow, ReportingWindow],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """An address of this machine needs no TLS, so it must be this machine that answers."""
    services = tmp_path / "services"
    services.write_text("[elsewhere]\nhost=hub.city.example\nhostaddr=192.0.2.7\nport=9\ndbname=other\n")
    for name, value in {
        "PGHOST": "192.0.2.7",
        "PGHOSTADDR": "192.0.2.7",
        "PGPORT": "9",
        "PGSERVICE": "elsewhere",
        "PGSERVICEFILE": str(services),
        "PGDATABASE": "other",
        "PGUSER": "other",
        "PGPASSWORD": "other",
        "PGOPTIONS": "-c search_path=public -c timezone=America/St_Johns",
        "PGCLIENTENCODING": "SQL_ASCII",
        "PGTZ": "America/St_Johns",
        "PGDATESTYLE": "German, DMY",
    }.items():
        monkeypatch.setenv(name, value)
    hub = open_hub(server.url.replace("USER", "w_sl01_w01"), password=server.credentials["SL01-W01"].password)
    server.opened.append(hub)

    assert [kept.packet for kept in read.history(hub, "SL01-W01", windows[0].sent[0].business_date)] == windows[0].sent


def test_without_a_host_it_is_this_machines_own_socket(
    server: Place, cluster: Cluster, windows: tuple[ReportingWindow, ReportingWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOST", "127.0.0.1")
    database = server.url.rpartition("/")[2]
    hub = open_hub(
        f"postgresql+psycopg://w_sl01_w01@/{database}?port={cluster.port}",
        password=server.credentials["SL01-W01"].password,
    )
    server.opened.append(hub)

    with pytest.raises(HubUnreachable):
        read.enrolled(hub)


def test_a_password_stands_in_no_repr_and_no_error(
    server: Place, windows: tuple[ReportingWindow, ReportingWindow], caplog: pytest.LogCaptureFixture
) -> None:
    known = server.credentials[windows[0].name]
    hub = open_hub(server.url.replace("USER", known.login), password="geheim-geheim")
    server.opened.append(hub)

    with pytest.raises(HubLoginRefused) as refused:
        read.head(hub, windows[0].name)

    assert known.password not in repr(known)
    shown = f"{hub!r} {hub.name} {hub.engine!r} {refused.value!r} {caplog.text}"
    assert "geheim-geheim" not in shown
    with server.hub.reading() as tx:
        stored = tx.exec_driver_sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (known.login,)).scalar_one()
    assert stored.startswith("SCRAM-SHA-256$")


def test_a_hub_file_on_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = f"tmpfs / tmpfs rw 0 0\n//server/share {tmp_path} cifs rw 0 0\n"
    original = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda self, *a, **k: mounts if str(self) == "/proc/mounts" else original(self, *a, **k)
    )

    with pytest.raises(HubFileNotLocal):
        open_hub(f"sqlite:///{tmp_path}/hub.sqlite")


def tls_url(cluster: Cluster, server: Place, ca: Path, host: str = "localhost") -> str:
    database = server.url.rpartition("/")[2].partition("?")[0]
    return f"postgresql+psycopg://w_sl01_w01@{host}:{cluster.port}/{database}?sslmode=verify-full&sslrootcert={ca}"


def test_the_true_servers_certificate_is_accepted_and_the_line_is_encrypted(
    cluster: Cluster, server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    hub = open_hub(tls_url(cluster, server, cluster.ca), password=server.credentials[windows[0].name].password)
    server.opened.append(hub)

    with hub.reading() as tx:
        encrypted = tx.exec_driver_sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").scalar_one()

    assert encrypted is True


def test_a_server_with_a_certificate_of_somebody_elses_gets_nothing(
    cluster: Cluster, server: Place, windows: tuple[ReportingWindow, ReportingWindow], tmp_path: Path
) -> None:
    stranger = tmp_path / "other-ca.pem"
    stranger.write_bytes(certificate("Other CA", None)[1].public_bytes(serialization.Encoding.PEM))
    hub = open_hub(tls_url(cluster, server, stranger), password="geheim")
    server.opened.append(hub)

    with pytest.raises(HubCertificateWrong):
        read.head(hub, windows[0].name)


def test_a_certificate_for_another_name_gets_nothing(
    cluster: Cluster, server: Place, windows: tuple[ReportingWindow, ReportingWindow]
) -> None:
    hub = open_hub(tls_url(cluster, server, cluster.ca, host="127.0.0.1"), password="geheim")
    server.opened.append(hub)

    with pytest.raises(HubCertificateWrong):
        read.head(hub, windows[0].name)
