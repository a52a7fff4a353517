"""Is there a copy of everything, and has it been proven? Backup now, verify, the last green tick."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from hallclient.domain.register.permissions import Permission
from hallclient.services.backup import BackupMade, Check, Verification
from hallclient.ui import theme
from hallclient.ui.context import Context
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Topic
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.path_field import PathField
from hallclient.ui.plain import PlainLabel
from hallclient.ui.rows_model import Column, ListView
from hallclient.ui.settings_page import PageAction, SettingsPage


class BackupPage(SettingsPage):
    """``Ctrl+B`` backs up, ``Ctrl+K`` verifies: the copy is restored into an empty folder and compared."""

    lane = "backup"

    def __init__(self, context: Context) -> None:
        self.folder = PathField("folder", translate("settings", "备份文件夹（最好在另一块磁盘）"), required=True)
        super().__init__(context, translate("settings", "备份"), Form([self.folder], columns=1))
        may = context.may(Permission.CHANGE_SETTINGS)
        self.save_title = translate("settings", "保存文件夹") if may else ""
        self.folder.setEnabled(may)
        self._working = False
        self.latest, self.verified = PlainLabel(), PlainLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(theme.M)
        self.progress.setAccessibleName(translate("settings", "正在备份或核验"))
        self.progress.hide()
        self.checks = ListView(
            [
                Column(title="", text=lambda check: "✓" if check.holds else "✗", tone=_tone, width=36),
                Column(title=translate("settings", "核验项目"), text=_check, tone=_tone, stretch=True),
                Column(
                    title=translate("settings", "问题数"), text=lambda check: str(check.found), align="right", width=80
                ),
            ],
            name=translate("settings", "核验结果"),
            empty=translate("settings", "按 Ctrl+K 核验：检查数据，并把备份恢复到临时文件夹逐表比对。"),
            sortable=False,
        )
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(theme.M, 0, theme.M, theme.M)
        lines.setSpacing(theme.S)
        for label in (self.latest, self.verified):
            label.setWordWrap(True)
            lines.addWidget(label)
        lines.addWidget(self.progress)
        self.column.addWidget(told)
        self.column.addWidget(self.checks, 1)
        if context.may(Permission.BACK_UP):
            self.actions_of_page = (
                PageAction(translate("settings", "立即备份"), "Ctrl+B", self.back_up),
                PageAction(translate("settings", "核验"), "Ctrl+K", self.verify),
            )

    def start(self) -> None:
        self.checks.setFocus()

    def ask(self) -> None:
        hall = self.context.hall
        self.run(
            lambda: (hall.settings.backup_folder(), hall.backup.latest(), hall.backup.verified()),
            then=lambda found: self._show(*found),
            failed=self._unreadable,
        )

    def _show(self, folder: Path, latest: tuple[Path, datetime] | None, verified: datetime | None) -> None:
        if self.form is not None and not self.form.dirty:
            self.form.fill({"folder": str(folder)})
        if latest is None:
            self.latest.setText(translate("settings", "⚠ 还没有备份，按 Ctrl+B 立即备份"))
        else:
            path, made_at = latest
            told = translate("settings", "最近备份：{0}　{1}")
            self.latest.setText(told.format(f"{made_at:%Y-%m-%d %H:%M}", path.name))
        if verified is None:
            self.verified.setText(translate("settings", "⚠ 还没有核验过，按 Ctrl+K 核验"))
        else:
            told = translate("settings", "✓ 最近核验通过：{0}")
            self.verified.setText(told.format(f"{verified:%Y-%m-%d %H:%M}"))
        if latest is None:
            self.stand(translate("settings", "还没有备份"), warns=True)
        elif verified is None:
            self.stand(translate("settings", "未核验"), warns=True)
        else:
            self.stand(f"✓ {verified:%Y-%m-%d}")

    def _unreadable(self, problem: Exception) -> None:
        self.latest.setText(f"⚠ {sentence(problem)}")
        self.stand(translate("settings", "备份无法读取"), warns=True)

    def back_up(self) -> None:
        """Write a backup into the backup folder."""
        if self._working:
            return
        backup, by = self.context.hall.backup, self.context.clerk
        self._set_working(True)
        self.run(lambda: backup.back_up(by=by), then=self._backed_up, failed=self._failed, touches=[Topic.BACKUPS])

    def _backed_up(self, made: BackupMade) -> None:
        self._set_working(False)
        told = translate("settings", "已备份到 {0}（{1:,} 行，{2:.1f} MB）")
        self.said.emit(told.format(made.path.name, made.rows, made.size / 1024**2))
        self.ask()

    def verify(self) -> None:
        """Prove the store and its backup."""
        if self._working:
            return
        backup, by = self.context.hall.backup, self.context.clerk
        self._set_working(True)
        self.run(lambda: backup.verify(by=by), then=self._verified, failed=self._failed, touches=[Topic.BACKUPS])

    def _verified(self, verification: Verification) -> None:
        self._set_working(False)
        self.checks.show_rows(verification.checks)
        if verification.holds:
            told = translate("settings", "✓ 核验通过，恢复演练比对 {0:,} 行")
            self.said.emit(told.format(sum(verification.rows.values())))
        else:
            self.complained.emit(translate("settings", "核验未通过：请停止登记，联系系统管理员，用最近的备份恢复"))
        self.ask()

    def _failed(self, problem: Exception) -> None:
        self._set_working(False)
        self.complained.emit(sentence(problem))

    def save(self) -> None:
        if self.form is None or not self.save_title:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        desk, by, folder = self.context.hall.settings, self.context.clerk, self.folder.value()
        self.run(
            lambda: desk.change_backup_folder(folder, by=by),
            then=self._moved,
            failed=lambda problem: self.folder.mark(sentence(problem)),
            touches=[Topic.SETTINGS, Topic.BACKUPS],
        )

    def _moved(self, _none: object) -> None:
        if self.form is not None:
            self.form.fill({})
        self.said.emit(translate("settings", "已保存，以后的备份写到新文件夹"))
        self.ask()

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.progress.setVisible(working)


def _check(check: Check) -> str:
    return {
        "cipher": translate("settings", "加密与完整性标记"),
        "quick": translate("settings", "数据页结构"),
        "foreign_keys": translate("settings", "记录之间的引用"),
        "audit_chain": translate("settings", "操作记录的校验链"),
        "packet_chain": translate("settings", "日结的校验链"),
        "restore_drill": translate("settings", "恢复演练：备份、恢复、逐表比对"),
    }.get(check.code, check.code)


def _tone(check: Any) -> str | None:
    return None if check.holds else "danger"
