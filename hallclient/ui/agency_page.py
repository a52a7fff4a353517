"""What does every document say of the agency? Address, ways to ask, reconsideration body, court."""

from dataclasses import asdict, replace
from typing import Any

from hallclient.domain.register.agency import AgencyProfile
from hallclient.domain.register.life_terms import Approval
from hallclient.domain.register.permissions import Permission
from hallclient.domain.register.versions import ChangedMeanwhile, merge
from hallclient.ui.choice_field import ChoiceField, Option, options_of
from hallclient.ui.context import Context
from hallclient.ui.fields import Field, TextField
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.settings_page import SettingsPage

_REMINDED_AFTER = (3, 5, 7, 10, 15, 20)  # working days a letter may be on its way


class AgencyPage(SettingsPage):
    """Everyone may read it; ``Ctrl+Enter`` keeps it for whoever may change settings."""

    def __init__(self, context: Context) -> None:
        self._before: AgencyProfile | None = None
        super().__init__(context, translate("settings", "机关信息"), Form(_fields(), columns=2))
        if context.may(Permission.CHANGE_SETTINGS):
            self.save_title = translate("settings", "保存")
        elif self.form is not None:
            self.form.setEnabled(False)

    def start(self) -> None:
        if self.form is None or not self.form.isEnabled():
            return
        fields = [self.form.field(name) for name in ("reconsideration_body", "court", "name")]
        next((field for field in fields if field.empty()), fields[-1]).setFocus()

    def ask(self) -> None:
        self.run(self.context.hall.settings.agency, then=self._show)

    def _show(self, profile: AgencyProfile) -> None:
        self._tell(profile)
        if self.form is not None and not self.form.dirty:
            self._before = profile
            self.form.fill(asdict(profile))
            self.form.field("code").setEnabled(False)

    def _tell(self, profile: AgencyProfile) -> None:
        """Point out what a reply cannot be issued without (A01 and A02 name both)."""
        lacking = [
            name
            for name, value in (
                (translate("settings", "复议机关"), profile.reconsideration_body),
                (translate("settings", "法院"), profile.court),
            )
            if not value
        ]
        self.stand(
            translate("settings", "缺{0}").format(translate("settings", "、").join(lacking)) if lacking else "",
            warns=bool(lacking),
        )

    def save(self) -> None:
        before = self._before
        if self.form is None or before is None or not self.save_title:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        wanted = replace(before, **_typed(self.form))
        desk, by = self.context.hall.settings, self.context.clerk
        self.run(
            lambda: desk.change_agency(wanted, before=before, by=by),
            then=self._kept,
            failed=self._not_kept,
            touches=[Topic.SETTINGS],
        )

    def _kept(self, profile: AgencyProfile) -> None:
        self._before = profile
        if self.form is not None:
            self.form.fill(asdict(profile))
        self._tell(profile)
        self.said.emit(translate("settings", "已保存，以后签发的文书按新内容打印"))

    def _not_kept(self, problem: Exception) -> None:
        if not isinstance(problem, ChangedMeanwhile) or self._before is None or self.form is None:
            self.refused(problem)
            return
        theirs = problem.theirs
        if not isinstance(theirs, AgencyProfile):
            self.refused(problem)
            return
        # What only the other one changed is taken over; where both did, mine stays and his is named.
        merged = merge(base=asdict(self._before), mine=_typed(self.form), theirs=asdict(theirs))
        self._before = theirs
        texts: dict[str, Any] = dict(merged.values)
        for field in self.form.fields:
            if field.name in texts:
                field.set_value(texts[field.name])
        found = asdict(theirs)
        told = translate("settings", "别人刚把这一栏改为“{0}”，请核对后再保存")
        self.form.mark({name: told.format(found[name]) for name in merged.conflicts})
        self.complained.emit(sentence(problem))


def _typed(form: Form) -> dict[str, str]:
    return {name: str(value or "") for name, value in form.values().items() if name != "code"}


def _fields() -> list[Field | str]:
    def text(name: str, title: str, **how: Any) -> TextField:
        return TextField(name, title, longest=200, **how)

    return [
        translate("settings", "机关"),
        text("name", translate("settings", "机关全称"), required=True, wide=True),
        text("code", translate("settings", "机关代码（登记编号中使用，不能更改）")),
        text("code_word", translate("settings", "发文机关代字"), hint=translate("settings", "例如：示政数")),
        translate("settings", "救济途径（答复书必须写明）"),
        text("reconsideration_body", translate("settings", "复议机关")),
        text("court", translate("settings", "有管辖权的法院")),
        text("reconsideration_url", translate("settings", "网上申请复议的网址（电子邮件送达时必须写明）"), wide=True),
        ChoiceField(
            "administrative_query_remedy",
            translate("settings", "行政查询事项告知书的救济方式"),
            (
                Option("either", translate("settings", "复议或者诉讼")),
                Option("first", translate("settings", "复议前置")),
            ),
            hint=translate("settings", "不选即写明两种途径；以本地司法行政部门的意见为准"),
            wide=True,
        ),
        translate("settings", "审批与送达"),
        ChoiceField(
            "approval",
            translate("settings", "答复签发前的审批"),
            options_of(Approval),
            hint=translate("settings", "不选即不予公开和部分公开须审批"),
        ),
        ChoiceField(
            "letter_overdue_days",
            translate("settings", "送出几个工作日未送达时提醒"),
            tuple(Option(str(days), translate("settings", "{0}个工作日").format(days)) for days in _REMINDED_AFTER),
            hint=translate("settings", "不选即7个工作日"),
        ),
        translate("settings", "联系方式"),
        text("address", translate("settings", "地址"), wide=True),
        text("contact", translate("settings", "联系人")),
        text("phone", translate("settings", "电话")),
        text("postcode", translate("settings", "邮政编码")),
        text("fax", translate("settings", "传真")),
        text("email", translate("settings", "电子邮箱")),
        text("website", translate("settings", "网站")),
        text("office_hours", translate("settings", "办公时间")),
        text("query_method", translate("settings", "查询方式")),
        translate("settings", "公开指南（第十二条）须载明"),
        text("ogi_unit", translate("settings", "政府信息公开工作机构"), wide=True),
        text("apply_url", translate("settings", "网上申请地址")),
        text(
            "reading_places", translate("settings", "查阅场所"),
            hint=translate("settings", "例如：市档案馆、市图书馆"),
        ),
        text("supervisor", translate("settings", "受理投诉举报的主管部门")),
        text("supervisor_phone", translate("settings", "主管部门电话")),
        text(
            "index_pattern", translate("settings", "本机关索引号格式"),
            hint=translate("settings", "通行格式的留空；例如：{org}-{yyyy}-{nnnn}"),
        ),
    ]  # fmt: skip
