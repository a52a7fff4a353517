"""A fragment of any length finds its record within 2 ms at 200,000 rows, 95 times of 100."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection

from hallclient.domain.register.records import RecordKind
from hallclient.storage import search, upgrade
from hallclient.storage.database import Database
from hallclient.storage.pinyin import initials

ROWS = 200_000
ASKED = 150
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田"
)
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂国华建志玉春红梅文辉力永健世广义兴良海山仁波宁贵福"
    "生龙元全胜学祥才发成康"
)
TOPICS = (
    *("土地规划", "工商登记", "教育收费", "社保转移", "户口迁移", "公积金提取", "房屋征收补偿", "环境影响评价"),
    *("交通违法处理", "税务发票", "低保申请", "医疗保险报销", "出租车管理", "小区物业纠纷", "企业档案查询"),
    *("营业执照变更", "残疾人补贴", "保障性住房申请"),
)
SENTENCES = (
    "请问{}需要哪些材料",
    "来电咨询{}的办理流程和时限",
    "反映{}窗口排队时间过长",
    "要求公开{}的有关文件",
    "{}怎样网上办理，咨询电话打不通",
    "对{}的答复不满意，要求说明理由",
)
INSERT = (
    "INSERT INTO enquiries (id, number, visit, business_date, occurred_at, entered_at, entered_by, window, kind,"
    " channel, persons, matters, name, phone, content)"
    " VALUES (?1, ?2, ?2, ?3, ?3 || ' 09:00:00', ?3 || ' 09:00:00', 'wang', 'W01', 'consultation', 'in_person',"
    " 1, 1, ?4, ?5, ?6)"
)
Row = tuple[int, str, str, str, str, str]


def made_up(dice: random.Random) -> Iterator[Row]:
    for row_id in range(1, ROWS + 1):
        year = 2016 + row_id * 10 // (ROWS + 1)
        name = dice.choice(SURNAMES) + "".join(dice.choice(GIVEN) for _ in range(dice.choice((1, 2, 2))))
        content = dice.choice(SENTENCES).format(dice.choice(TOPICS))
        content += dice.choice(("", f"，编号{dice.randrange(10**5):05d}", dice.choice(TOPICS)))
        number = f"SQ01-W01-Z{year}-{row_id:05d}"
        phone = f"1{dice.randrange(3 * 10**9, 10**10):010d}"
        yield row_id, number, f"{year}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}", name, phone, content


def fragments(text: Callable[[Row], str], size: int) -> Callable[[random.Random, Row], str]:
    def cut(dice: random.Random, row: Row) -> str:
        start = dice.randrange(max(1, len(text(row)) - size + 1))
        return text(row)[start : start + size]

    return cut


QUESTIONS: dict[str, Callable[[random.Random, Row], str]] = {
    **{f"content, {size}": fragments(lambda row: row[5], size) for size in (1, 2, 3, 4, 5, 6, 7, 8, 12)},
    **{f"name, {size}": fragments(lambda row: row[3], size) for size in (1, 2, 3)},
    **{f"phone, {size}": fragments(lambda row: row[4], size) for size in (1, 2, 3, 4, 5, 7, 11)},
    "phone end": lambda _, row: row[4][-4:],
    **{f"initials, {size}": fragments(lambda row: initials(row[3])[0], size) for size in (1, 2, 3)},
    "number": lambda _, row: row[1],
    "number begun": lambda _, row: row[1][:17],
    "serial": lambda _, row: str(row[0]),
    "two words": lambda dice, row: f"{row[5][:3]} {dice.choice(SURNAMES)}",
    "nobody's name": lambda dice, _: "".join(dice.choice(GIVEN) for _ in range(3)),
    "nobody's number": lambda dice, _: f"{dice.randrange(10**18):018d}",
}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return list(made_up(random.Random(20260302)))


@pytest.fixture(scope="module")
def tx(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = Database(Path(tmp_path_factory.mktemp("speed")) / "hall.db", bytes(range(32)))
    upgrade.create(database)
    with database.writing() as writing:
        writing.exec_driver_sql(INSERT, rows)
        ledger = "INSERT INTO number_ledger (series, year, serial) VALUES ('SQ01-W01-Z', ?, ?)"
        writing.exec_driver_sql(ledger, [(int(row[2][:4]), row[0]) for row in rows])
        search.add_many(writing, RecordKind.ENQUIRY, ((row[0], (row[4], row[5]), (row[3],)) for row in rows))
    with database.reading() as reading:
        yield reading
    database.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_any_length_is_found_within_two_milliseconds(
    tx: Connection, rows: list[Row], question: str, measured: Callable[..., None]
) -> None:
    dice = random.Random(1)
    asked = [QUESTIONS[question](dice, row) for row in dice.sample(rows, ASKED)]
    taken = [min(timed(lambda text=text: search.find(tx, text)) for _ in range(4)) for text in asked]  # type: ignore[misc]

    measured(f"search at {ROWS:,} rows, p95: {question}", ours=percentile(taken, 95), most=0.002, digits=2)


# The best of four: what other programs on the machine take away is not the search's.
def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(values: Sequence[float], percent: int) -> float:
    return sorted(values)[len(values) * percent // 100]
