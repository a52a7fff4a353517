"""Which numbers had been given out before the restore? Numbering goes on once each series has its highest one.

The hub may know some of them, and days this store has lost: both are shown with where they come from.
"""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from hallclient.domain.figures.sending import Ahead
from hallclient.domain.register.numbers import Series
from hallclient.domain.register.permissions import Permission
from hallclient.services.restoring import Fence, FencedSeries, FenceTooHigh, FenceTooLow, Proposed
from hallclient.ui import theme
from hallclient.ui.ask_dialog import ReasonDialog
from hallclient.ui.context import Context
from hallclient.ui.fields import Field, NumberField
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.settings_page import PageAction, SettingsPage

MOST = 999_999_999
HUB = "hub"  # the lane of whatever touches the network


class FencePage(SettingsPage):
    """One field a series, filled with what the backup knows, and with what the hub knows when it is asked.

    The clerk looks at the last paper handed out and types the higher number. ``Ctrl+R`` asks the hub, ``Ctrl+E`` seals
    a day of this store above the hub's.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context, translate("settings", "恢复后的编号"))
        self._may = context.may(Permission.RESTORE_FENCE)
        self._reports = context.hall.sync is not None and self._may
        self._keys: dict[str, tuple[str, int]] = {}
        self._proposed: dict[tuple[str, int], Proposed] = {}
        self.told, self.answer = PlainLabel(), PlainLabel()
        for words in (self.told, self.answer):
            words.setWordWrap(True)
            words.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
            self.column.addWidget(words)
        self.answer.hide()
        self._holder: FormScroll | None = None
        self.standing = False
        self._fence: Fence | None = None
        self.days = self._make_days()
        self.column.addStretch(0)
        self.actions_of_page = (
            PageAction(translate("settings", "向中心库查询"), "Ctrl+R", self.ask_hub, lambda: self._reports),
            PageAction(translate("settings", "以本库为准"), "Ctrl+E", self._renew, self._may_renew),
        )

    def _make_days(self) -> ListView:
        """Return the list of days the hub holds newer: hidden while there is none."""
        days = ListView(
            [
                Column(
                    title=translate("settings", "中心库较新的日期"), text=lambda one: one.day.isoformat(), width=176
                ),
                Column(title=translate("settings", "本库"), text=_ours, width=120),
                Column(title=translate("settings", "中心库"), text=lambda one: _version(one.theirs), width=96),
                Column(title=translate("settings", "怎么办"), text=_advice, hover=_advice, stretch=True),
            ],
            name=translate("settings", "中心库较新的日期"),
            sortable=False,
        )
        days.setWordWrap(True)
        days.chosen.connect(lambda _row: self.stood.emit())
        days.hide()
        self.column.addWidget(days, 1)
        return days

    def _fit(self) -> None:
        """Give each advice the lines it needs, once the list has its width."""
        QTimer.singleShot(0, self.days, self.days.resizeRowsToContents)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def start(self) -> None:
        if self.form is not None and self.form.isEnabled():
            self.form.focus_first()
        elif self.days.isVisible():
            self.days.setFocus()

    def ask(self) -> None:
        hall = self.context.hall
        self.run(
            lambda: (hall.backup.fence(), [] if hall.sync is None else hall.sync.ahead()),
            then=lambda found: self._show(*found),
        )

    def _show(self, fence: Fence | None, ahead: list[Ahead]) -> None:
        known = fence == self._fence
        had_focus = self._holder is not None and self._holder.isAncestorOf(QApplication.focusWidget() or self)
        self.standing, self._fence = fence is not None, fence
        self.days.show_rows(ahead, keep=lambda one: one.day)
        self.days.setVisible(bool(ahead) and fence is None)  # one thing after the other: first the numbers
        self._fit()
        if fence is None or not (known or (self.form is not None and self.form.dirty)):
            self._take_away()
        if fence is None:
            self._proposed.clear()
            self.save_title = ""
            self._tell_ahead(ahead)
            if had_focus:
                self.days.setFocus() if ahead else self.done.emit()
            return
        self.told.setText(
            translate(
                "settings",
                "数据于 {0} 由 {1} 的备份恢复，编号已暂停。"
                "请查看最后发出的回执和文书，填写各编号序列已发出的最大号码；其间的号码记为恢复跳号。",
            ).format(f"{fence.restored_at:%Y-%m-%d %H:%M}", f"{fence.backup_at:%Y-%m-%d %H:%M}")
        )
        if self._holder is None:
            self._build(fence)
        self.save_title = translate("settings", "恢复编号") if self._may else ""
        self.stand(translate("settings", "待确认"), warns=True)

    def _tell_ahead(self, ahead: list[Ahead]) -> None:
        if ahead:
            told = translate("settings", "编号正常。有 {0} 天的日结，中心库的版本较新：请核对后补登，或者以本库为准。")
            self.told.setText(told.format(len(ahead)))
            self.stand(translate("settings", "{0} 天待核对").format(len(ahead)), warns=True)
        else:
            self.told.setText(translate("settings", "编号正常，没有待确认的恢复。"))
            self.stand("")

    # -- the numbers ----------------------------------------------------------------------------------------------

    def _take_away(self) -> None:
        if self._holder is not None:
            self.column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder, self.form = None, None

    def _build(self, fence: Fence, typed: dict[tuple[str, int], str] | None = None) -> None:
        known = {(one.name, one.year): one for one in fence.series}
        self._keys.clear()
        fields = []
        for at, key in enumerate([*known, *(key for key in self._proposed if key not in known)]):
            self._keys[f"series{at}"] = key
            fields.append(self._field(f"series{at}", key, known.get(key), (typed or {}).get(key, "")))
        self.form = Form(fields, columns=2)
        self.form.setEnabled(self._may)
        self._holder = FormScroll(self.form)
        self.column.insertWidget(2, self._holder, 2)

    def _field(self, name: str, key: tuple[str, int], store: FencedSeries | None, typed: str) -> Field:
        """Return a field with the highest number store, hub or clerk know, and where each is from."""
        proposed = self._proposed.get(key)
        title = f"{_named(key[0])} {key[1]}" if key[1] else _named(key[0])
        last = translate("settings", "本库（备份）：{0}").format(store.last if store else translate("settings", "没有"))
        if proposed is None:
            hint = last
        elif proposed.hub is None:
            hint = translate("settings", "{0}；中心库：没有").format(last)
        else:
            hint = translate("settings", "{0}；中心库：{1}").format(last, proposed.hub)
        field = NumberField(name, title, least=0, most=MOST, required=True, hint=hint)
        best = max(store.last if store else 0, proposed.highest if proposed else 0)
        by_hand = int(typed) if typed.isascii() and typed.isdigit() else 0
        field.set_value(max(best, by_hand))
        return field

    def ask_hub(self) -> None:
        """Ask the hub for the highest numbers it has heard of; what was typed by hand and is higher stays."""
        hall, by, fence = self.context.hall, self.context.clerk, self._fence
        if not self._reports:
            return
        self._answer(translate("settings", "正在向中心库查询…"))
        if fence is None:
            self.run(lambda: hall.sync.refresh_echo(by=by), then=self._asked, failed=self._away, lane=HUB)
        else:
            self.run(lambda: hall.sync.fence_proposals(fence, by=by), then=self._propose, failed=self._away, lane=HUB)

    def _asked(self, _at: object) -> None:
        self._answer(translate("settings", "中心库已答复。"))
        self.ask()

    def _propose(self, found: tuple[Proposed, ...]) -> None:
        fence = self._fence
        if fence is None:
            return
        typed = {} if self.form is None else self.form.texts()
        by_hand = {key: typed.get(name, "") for name, key in self._keys.items()}
        self._proposed = {(one.name, one.year): one for one in found}
        self._take_away()
        self._build(fence, by_hand)
        higher = sum((one.hub or 0) > (one.last or 0) for one in found)
        begun = sum(one.last is None for one in found)
        told = translate("settings", "中心库已答复：{0} 个序列的号码比备份大，已填入较大的号码。").format(higher)
        if begun:
            told += translate("settings", "其中 {0} 个是备份以后新开的。").format(begun)
        told += translate("settings", "中心库只知道最后一次报送以前的号码，请再与纸质回执核对。")
        self._answer(told)
        self.start()
        self.said.emit(translate("settings", "已填入中心库所知的最大号码，请核对后按 Ctrl+Enter"))
        self.ask()

    def _away(self, problem: Exception) -> None:
        told = translate("settings", "没有查到：{0} 可以照纸质回执和文书手工填写，不必等待。")
        self._answer(told.format(sentence(problem)), warns=True)
        self.start()

    def _answer(self, said: str, *, warns: bool = False) -> None:
        self.answer.setText(f"⚠ {said}" if warns else said)
        self.answer.setVisible(bool(said))

    def save(self) -> None:
        if self.form is None or not self.save_title:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        highest = {self._keys[name]: int(value) for name, value in self.form.values().items()}
        backup, by = self.context.hall.backup, self.context.clerk
        self.run(
            lambda: backup.lift_fence(highest, by=by),
            then=self._lifted,
            failed=self.refused,
            touches=[Topic.BACKUPS, Topic.SETTINGS, Topic.OUTBOX],
        )

    def refused(self, problem: Exception) -> None:
        if self.form is not None and isinstance(problem, FenceTooLow | FenceTooHigh):
            said: Any = sentence(problem)
            self.form.mark({name: said for name, key in self._keys.items() if key[0] == problem.series})
        else:
            super().refused(problem)

    def _lifted(self, _none: object) -> None:
        sync = self.context.hall.sync
        if sync is not None and sync.access.url():
            self._answer(
                translate(
                    "settings",
                    "请告知主管办公室：本窗口由备份恢复，请“续接”。续接以前，恢复后的数据包在中心库暂存，不计入，也不会丢失。",
                )
            )
        else:
            self._answer("")
        self.said.emit(translate("settings", "编号已恢复，下一号接在所填号码之后"))
        if self.form is not None:
            self.form.fill({})
        self.ask()

    # -- days the hub holds newer ---------------------------------------------------------------------------------

    def _may_renew(self) -> bool:
        row = self.days.current()
        return (
            not self.standing
            and self.context.may(Permission.ADJUST_CLOSED_DAY)
            and isinstance(row, Ahead)
            and row.ours > 0
        )

    def _renew(self) -> None:
        row, sync, by = self.days.current(), self.context.hall.sync, self.context.clerk
        if not isinstance(row, Ahead) or not self._may_renew():
            return
        dialog = ReasonDialog(
            self,
            title=translate("settings", "以本库为准　{0}").format(row.day),
            told=translate(
                "settings",
                "本库这一天的数字作为第 {0} 版重新封存报送，取代中心库的第 {1} 版。请先确认没有漏登。",
            ).format(row.theirs + 1, row.theirs),
            does=translate("settings", "重新封存"),
        )

        def renewed(revision: int) -> None:
            dialog.accept()
            self.said.emit(translate("settings", "{0} 已重新封存为第 {1} 版，待报送").format(row.day, revision))
            self.ask()

        dialog.sends(
            lambda sent: self.run(
                lambda: sync.renew(row.day, by=by, reason=sent.reason()),
                then=renewed,
                failed=sent.refuse,
                touches=[Topic.OUTBOX, Topic.DAYS],
            )
        )


def _named(series: str) -> str:
    """Return a series as a clerk knows it: what its papers are, and how their numbers begin."""
    papers = {
        Series.APPLICATION: translate("settings", "申请"),
        Series.ENQUIRY: translate("settings", "咨询投诉"),
        Series.DISPUTE: translate("settings", "复议诉讼"),
    }
    found = next((name for kind, name in papers.items() if series.endswith(f"-{kind.value}")), "")
    return f"{found}　{series}" if found else series


def _version(revision: int) -> str:
    return translate("settings", "第 {0} 版").format(revision)


def _ours(one: Ahead) -> str:
    return _version(one.ours) if one.ours else translate("settings", "还没有日结")


def _advice(one: Ahead) -> str:
    if one.ours:
        return translate("settings", "补登缺少的记录（自动续为更高版本），或者确认无误后以本库为准")
    return translate("settings", "照纸质登记补登以后日结，版本自动续在中心库之后")
