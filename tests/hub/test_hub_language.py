"""A city's server speaks Chinese: what it says before it lets anybody in bears no code, and is understood."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from hallclient.foundation.trouble import Trouble
from hallclient.hub import database
from hallclient.hub.database import HubForbids, HubLoginRefused, HubNotReady, HubUnreachable, open_hub
from tests.hub.postgres import Cluster, start

# Word for word what PostgreSQL 15 says, in English and with lc_messages = zh_CN.
SAID = [
    ('FATAL:  password authentication failed for user "w_sl01_w03"', HubLoginRefused),
    ('致命错误:  用户 "w_sl01_w03" Password 认证失败', HubLoginRefused),
    ('FATAL:  role "w_sl01_w03" is not permitted to log in', HubLoginRefused),
    ('致命错误:  不允许角色"w_sl01_w03" 进行登录', HubLoginRefused),
    ('FATAL:  database "hub" does not exist', HubNotReady),
    ('致命错误:  数据库 "hub" 不存在', HubNotReady),
    ('FATAL:  permission denied for database "hub"', HubForbids),
    ('致命错误:  访问数据库"hub"的权限不够', HubForbids),
    ("FATAL:  the database system is starting up", HubUnreachable),
    ("致命错误:  数据库系统启动中", HubUnreachable),
    ("致命错误:  对不起, 已经有太多的客户", HubUnreachable),
]


@pytest.mark.parametrize(("said", "expected"), SAID)
def test_what_a_server_says_at_the_door_is_the_same_trouble_in_both_languages(
    said: str, expected: type[Trouble]
) -> None:
    text = f'connection failed: connection to server at "10.0.0.1", port 5432 failed: {said}'
    found = database._trouble(OperationalError("", {}, psycopg.OperationalError(text)))
    assert type(found) is expected


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A server that speaks Chinese, where its translations are installed."""
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    running = start(settings=("lc_messages = 'C.UTF-8'",))
    yield running
    running.stop()


def test_a_chinese_server_says_who_is_not_let_in(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as server:
        server.execute("CREATE ROLE w LOGIN PASSWORD 'right'")
        server.execute("CREATE ROLE revoked NOLOGIN PASSWORD 'right'")
    expected = {
        ("w", "wrong", "postgres"): HubLoginRefused,
        ("revoked", "right", "postgres"): HubLoginRefused,
        ("w", "right", "nowhere"): HubNotReady,
        ("w", "right", "postgres"): HubNotReady,
    }
    found = {}
    for user, password, name in expected:
        hub = open_hub(cluster.url(name, user=user, tcp=True), password=password)
        with pytest.raises(Trouble) as caught, hub.reading():
            pass
        found[user, password, name] = type(caught.value)
        hub.close()
    assert found == expected
