"""The practice store: a realistic sample day, made by the real desks from invented people, to learn on without harm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Protocol

from hallclient.domain.law.working_days import WorkingCalendar
from hallclient.domain.outcomes import Outcome
from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.application import Application, ApplicationDraft
from hallclient.domain.register.enquiry import EnquiryDraft
from hallclient.domain.register.issued import PrintState
from hallclient.domain.register.kinds import (
    ApplicantKind,
    ApplicationChannel,
    DeliveryMethod,
    EnquiryChannel,
    EnquiryKind,
    Handling,
    IdKind,
    ProvisionForm,
)
from hallclient.domain.register.people import Applicant
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.setup import SetupDraft
from hallclient.domain.register.steps import Act, Step
from hallclient.services.applications import ApplicationDesk, OnTheSpot
from hallclient.services.closing import ClosingDesk
from hallclient.services.disputes import DisputesDesk
from hallclient.services.documents import DocumentDesk
from hallclient.services.drafts import DraftsDesk
from hallclient.services.practice_life import PRINTER, Day, Happens, Lives
from hallclient.services.reception import ReceptionDesk

USER, PASSWORD = "练习", "practice-1"
MORNING = 60  # minutes; what the sample tells of today takes some fifty
AGENCY = AgencyProfile(
    name="示例市政务服务和数据管理局",
    code="SL01",
    code_word="示政数",
    address="示例市市民中心1号",
    phone="0700-1234567",
    contact="练习窗口",
    office_hours="工作日9:00—12:00，14:00—17:30",
    query_method="拨打0700-1234567",
    reconsideration_body="示例市人民政府",
    court="示例市第一人民法院",
)
SETUP = SetupDraft(
    agency=AGENCY,
    agency_code="SL01",
    window="W01",
    user=USER,
    display_name="练习窗口",
    password=PASSWORD,
    practice=True,
)

# Enough words for a lively morning; nobody here exists.
_SURNAMES = "林陈黄周吴徐孙胡朱高何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
_GIVEN = (
    "一舟",
    "子衿",
    "明溪",
    "若谷",
    "知秋",
    "云起",
    "望舒",
    "清和",
    "亦辰",
    "予安",
    "景行",
    "思齐",
    "乐之",
    "书言",
    "允执",
    "初晴",
    "听澜",
    "怀瑾",
    "令仪",
    "嘉木",
)
_MATTERS = (
    ("社会保险", "问居民医保断缴后怎么补缴", Handling.ANSWERED),
    ("不动产登记", "问继承公证后办理过户需要的材料", Handling.MATERIAL),
    ("住房公积金", "问异地缴存能否在本市提取", Handling.ANSWERED),
    ("户籍管理", "问集体户迁出的办理窗口", Handling.REDIRECTED),
    ("教育收费", "反映课后服务收费标准没有公示", Handling.REFERRED),
    ("市场主体登记", "问个体工商户变更经营场所", Handling.ANSWERED),
    ("环境保护", "反映夜间施工噪声", Handling.HOTLINE),
    ("公共交通", "建议增设敬老卡自助充值点", Handling.ANSWERED),
)
_SUBJECTS = (
    "2025年度中心城区公共停车场建设计划及投资安排",
    "人民路小学2024年至2025年校舍维修项目招标文件",
    "滨江片区控制性详细规划调整的公示材料",
    "2025年市级财政惠企补贴资金发放明细",
    "城东污水处理厂2025年在线监测数据",
    "2024年公租房配租摇号结果",
    "市区公共自行车运营服务采购合同",
    "2025年老旧小区加装电梯补贴标准文件",
    "政务服务大厅2025年物业服务采购结果",
    "新建道路命名方案专家评审意见",
)


class Desks(Protocol):
    """The desks of an open hall, as ``wiring`` builds it."""

    clerk: Clerk
    reception: ReceptionDesk
    applications: ApplicationDesk
    documents: DocumentDesk
    disputes: DisputesDesk
    closing: ClosingDesk
    drafts: DraftsDesk


@dataclass(slots=True)
class Clock:
    """The wall clock while the sample is made: it is put on each day in turn."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def put(self, day: date, minutes: int) -> None:
        """Put the clock ``minutes`` after nine on ``day``; it never goes back."""
        self.at = max(self.at, datetime.combine(day, time(9)) + timedelta(minutes=minutes))


def fill(hall: Desks, clock: Clock, calendar: WorkingCalendar, now: datetime) -> None:
    """Fill a fresh practice store: five weeks with cases in every state, closed days, and a morning under way."""
    _Sample(hall, clock, Random(20260302)).tell(_working_days_before(now.date(), 26, calendar), now)


def _working_days_before(today: date, count: int, calendar: WorkingCalendar) -> list[date]:
    days: list[date] = []
    day = today - timedelta(days=1)
    while len(days) < count:
        if calendar.is_working(day):
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


class _Sample:
    def __init__(self, hall: Desks, clock: Clock, random: Random) -> None:
        self._hall, self._clock, self._random = hall, clock, random
        self._pace = 1.0
        self._subjects = iter(_SUBJECTS * 3)

    def tell(self, days: list[date], now: datetime) -> None:
        """``days``: 26 working days, oldest first; counted backwards so that something is due on every side."""
        told: tuple[Day, ...] = (
            (len(days), self._overdue),  # 26 days ago: five past its 20
            (20, self._due_soon),
            (18, self._due_soon),
            (12, self._sent_back),
            (8, self._asked_others),
            (1, self._yesterday),
            *Lives(self._hall, self._application).days(lambda ago: days[-ago]),
        )
        for ago in sorted({ago for ago, _happens in told}, reverse=True):
            self._day(days[-ago], [happens for at, happens in told if at == ago])
        # Whatever the hour: the morning under way ends now, never after it, and never began yesterday.
        begun = max(datetime.combine(now.date(), time()), now - timedelta(minutes=MORNING))
        self._pace = (now - begun) / timedelta(minutes=MORNING)
        self._clock.at = max(self._clock.at, begun)
        self._morning(now)
        self._clock.at = max(self._clock.at, now)

    def _day(self, day: date, happenings: Sequence[Happens]) -> None:
        self._clock.put(day, 5)
        self._visits(self._random.randint(4, 9))
        for happens in happenings:
            self._pass(1)
            happens(day)
        self._clock.put(day, 8 * 60)
        self._hall.closing.close(day, by=self._hall.clerk)

    def _pass(self, minutes: int) -> None:
        self._clock.at += timedelta(minutes=minutes * self._pace)

    def _overdue(self, day: date) -> None:
        self._application(ApplicationChannel.IN_PERSON)

    def _due_soon(self, day: date) -> None:
        self._application(ApplicationChannel.POST, signed=True)

    def _sent_back(self, day: date) -> None:
        waiting = self._application(ApplicationChannel.IN_PERSON)
        self._record(waiting, Step(act=Act.CORRECTION_REQUESTED, on=day))

    def _asked_others(self, day: date) -> None:
        asked = self._application(ApplicationChannel.IN_PERSON, organisation=True)
        letter = {"party_kind": "third_party", "party": "示例市远山信息咨询有限公司"}
        asked = self._record(asked, Step(act=Act.CONSULTATION_SENT, on=day, id="1", details=letter))
        self._record(asked, Step(act=Act.CONSULTATION_RECEIVED, on=day, id="1"))

    def _yesterday(self, day: date) -> None:
        self._application(ApplicationChannel.ONLINE, confirmed=False)
        self._on_the_spot()

    def _morning(self, now: datetime) -> None:
        self._visits(23)
        for _ in range(2):
            self._on_the_spot()
        self._application(ApplicationChannel.IN_PERSON, printed=False)
        texts: dict[str, object] = {"kind": "咨询", "content": "问新生儿落户和医保参保能否一起办理"}
        self._hall.drafts.save("practice-draft", "enquiry", texts, title="咨询", by=self._hall.clerk)

    def _visits(self, ticks: int) -> None:
        for _ in range(ticks):
            self._pass(1)
            persons = 3 if self._random.random() < 0.05 else 1
            kind = self._random.choice([EnquiryKind.CONSULTATION] * 5 + [EnquiryKind.HELP, EnquiryKind.OTHER])
            self._hall.reception.tally(kind, persons=persons, by=self._hall.clerk)
        for topic, content, handling in self._random.sample(_MATTERS, 3):
            self._pass(2)
            draft = EnquiryDraft(
                kind=EnquiryKind.COMPLAINT if "反映" in content else EnquiryKind.CONSULTATION,
                channel=self._random.choice([EnquiryChannel.IN_PERSON, EnquiryChannel.IN_PERSON, EnquiryChannel.PHONE]),
                topic=topic,
                content=content,
                name=self._name(),
                phone=self._phone(),
                handling=handling,
                refer_to="市住房和城乡建设局" if handling is Handling.REFERRED else "",
                rating=self._random.choice([None, 5, 5, 4, 3]),
            )
            if handling is Handling.REFERRED:
                draft = EnquiryDraft(
                    **{
                        **{name: getattr(draft, name) for name in EnquiryDraft.__dataclass_fields__},
                        "due_on": self._hall.reception.due_on(draft),
                    }
                )
            self._hall.reception.register(draft, by=self._hall.clerk)

    def _on_the_spot(self) -> None:
        self._application(
            ApplicationChannel.IN_PERSON,
            answer=OnTheSpot(
                outcome=Outcome.GRANTED,
                document="A02",
                facts={
                    "published_on": self._clock.at.date() - timedelta(days=40),
                    "where": "市政府门户网站公开栏目",
                },
            ),
        )

    def _application(
        self,
        channel: ApplicationChannel,
        *,
        organisation: bool = False,
        signed: bool = False,
        confirmed: bool = True,
        printed: bool = True,
        answer: OnTheSpot | None = None,
    ) -> Application:
        self._pass(6)
        today = self._clock.at.date()
        draft = ApplicationDraft(
            channel=channel,
            applicant=self._organisation() if organisation else self._person(),
            subject=next(self._subjects),
            arrived_on=today,
            confirmed_on=today if confirmed and channel is ApplicationChannel.ONLINE else None,
            signed_for=signed,
            form=ProvisionForm.PAPER,
            delivery=DeliveryMethod.COLLECT,
        )
        registered = self._hall.applications.register(draft, by=self._hall.clerk, answer=answer)
        for document in registered.documents if printed else ():
            self._hall.documents.printed(document.id, printer=PRINTER, state=PrintState.SENT, by=self._hall.clerk)
        return registered.application

    def _record(self, application: Application, step: Step) -> Application:
        return self._hall.applications.record(
            application.number, step, by=self._hall.clerk, version=application.version
        )

    def _person(self) -> Applicant:
        return Applicant(
            kind=ApplicantKind.NATURAL_PERSON,
            name=self._name(),
            id_kind=IdKind.RESIDENT_ID,
            id_number=self._id_number(),
            id_seen=True,
            phone=self._phone(),
            address="示例市市民中心1号转",
        )

    def _organisation(self) -> Applicant:
        return Applicant(
            kind=ApplicantKind.COMMERCIAL_ENTERPRISE,
            name="示例市远山信息咨询有限公司",
            id_kind=IdKind.USCC,
            id_number="91350100M000100Y43",  # the code standard's own example
            id_seen=True,
            legal_representative=self._name(),
            contact=self._name(),
            phone=self._phone(),
        )

    def _name(self) -> str:
        return self._random.choice(_SURNAMES) + self._random.choice(_GIVEN)

    def _phone(self) -> str:
        return f"1990000{self._random.randint(0, 9999):04d}"

    def _id_number(self) -> str:
        """Return a number that passes its check and belongs to nobody: area 999999 was never given out."""
        born = date(1970, 1, 1) + timedelta(days=self._random.randint(0, 12000))
        first = f"999999{born:%Y%m%d}{self._random.randint(1, 999):03d}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
        return first + "10X98765432"[total % 11]
