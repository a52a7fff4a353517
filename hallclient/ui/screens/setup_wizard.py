"""How does a new window begin? Agency, first clerk, backup folder, recovery key: asked once, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hallclient.domain.refusal import Refusal
from hallclient.domain.register.permissions import Clerk
from hallclient.domain.register.setup import SetupDraft, SetupRefused, problems
from hallclient.foundation import files
from hallclient.foundation.trouble import FolderNotWritable
from hallclient.ui import theme
from hallclient.ui.context import Printing
from hallclient.ui.forms import Form, FormScroll
from hallclient.ui.jobs import Jobs
from hallclient.ui.messages import sentence
from hallclient.ui.plain import PlainLabel
from hallclient.ui.screen import card
from hallclient.ui.setup_pages import ClerkForm, KeyPage, ProofForm, agency_form, backup_form, draft_of

AGENCY, CLERK, BACKUP, KEY, PROOF = range(5)


class SetupWizard(QWidget):
    """Emits ``done(user)`` when the store stands and the recovery key is known to be on paper.

    ``create(draft)`` makes the store on the jobs' lane and returns the recovery key; it may refuse. Everything typed
    stays until the store is made. ``recovery_sheet(key, draft)`` draws the key's page for F8 and Ctrl+S, without it
    neither is offered. ``folder`` is where the data will stand. ``printing`` takes the place of the real printer.
    """

    done = Signal(str)

    def __init__(
        self,
        create: Callable[[SetupDraft], str],
        *,
        jobs: Jobs,
        recovery_sheet: Callable[[str, SetupDraft], bytes] | None = None,
        folder: str = "",
        printing: Printing | None = None,
    ) -> None:
        super().__init__()
        self._create, self._jobs, self._sheet = create, jobs, recovery_sheet
        self._printing, self._folder = printing, folder
        self._key, self._busy = "", False
        self._draft: SetupDraft | None = None
        self.setProperty("page", "curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("初始设置"))
        self.forms: list[Form] = [agency_form(), ClerkForm(), backup_form(folder)]
        self.key_page, self.proof = KeyPage(), ProofForm()
        self.stack = QStackedWidget()
        for page in (*self.forms, self.key_page, self.proof):
            self.stack.addWidget(FormScroll(page))
        for form in (*self.forms, self.proof):
            form.passed.connect(self.next)
        self._names = (
            self.tr("机关"),
            self.tr("窗口和人员"),
            self.tr("备份"),
            self.tr("恢复密钥"),
            self.tr("核对恢复密钥"),
        )
        self._build()
        self._bind("Esc", self.back)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self._bind(key, self.next)
        self._bind("F8", self.print)
        self._bind("Ctrl+S", self.save)
        self._go(AGENCY)

    # -- what it looks like ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        title = PlainLabel(self.tr("初始设置"))
        title.setProperty("role", "title")
        self.where = PlainLabel()
        self.where.setProperty("role", "muted")
        self.says = PlainLabel()
        self.says.setProperty("role", "problem")
        self.says.setWordWrap(True)
        self.back_button = self._button(self.tr("上一步  Esc"), self.back)
        self.print_button = self._button(self.tr("打印  F8"), self.print)
        self.save_button = self._button(self.tr("存为 PDF  Ctrl+S"), self.save)
        self.next_button = self._button(self.tr("下一步  Enter"), self.next)
        self.next_button.setProperty("primary", True)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.where)
        row.setSpacing(theme.M)
        for line in (head, row):
            line.setContentsMargins(theme.M, 0, theme.M, 0)
        row.addWidget(self.back_button)
        row.addStretch(1)
        for button in (self.save_button, self.print_button, self.next_button):
            row.addWidget(button)
        sheet = card()
        sheet.setMaximumSize(780, 640)
        inside = sheet.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        inside.setSpacing(theme.M)
        inside.addLayout(head)
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.says)
        inside.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.addStretch(1)
        layout.addWidget(sheet, 1000)
        layout.addStretch(1)

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)  # Enter presses it, outside dialogs too
        button.clicked.connect(lambda: does())
        return button

    def _bind(self, key: str, does: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: does())

    # -- steps ----------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.stack.currentIndex()

    @property
    def unproved(self) -> bool:
        """Whether a recovery key was made that nobody has proved to have: closing now would lose it."""
        return bool(self._key)

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.where.setText(self.tr("第 {0} 步，共 {1} 步　{2}").format(step + 1, len(self._names), self._names[step]))
        self._say("")
        self.back_button.setVisible(step not in (AGENCY, KEY))
        self.save_button.setVisible(step == KEY and self._sheet is not None)
        self.print_button.setVisible(step == KEY and self._sheet is not None)
        self._name_next()
        self._focus()

    def _name_next(self) -> None:
        if self._busy:
            self.next_button.setText(self.tr("正在创建…"))
        elif self.step == BACKUP:
            self.next_button.setText(self.tr("创建  Enter"))
        elif self.step == KEY:
            self.next_button.setText(self.tr("已妥善保存  Ctrl+Enter"))
        else:
            self.next_button.setText(self.tr("完成  Enter") if self.step == PROOF else self.tr("下一步  Enter"))
        self.next_button.setEnabled(not self._busy)
        self.stack.setEnabled(not self._busy)

    def _focus(self) -> None:
        if self.step == KEY:
            shown = [button for button in (self.print_button, self.next_button) if not button.isHidden()]
            shown[0].setFocus()
        else:
            (self.proof if self.step == PROOF else self.forms[self.step]).focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def back(self) -> None:
        """Go back a step; what was typed stays. There is no way back behind the recovery key."""
        if not self._busy and self.step not in (AGENCY, KEY):
            self._go(self.step - 1)

    def next(self) -> None:
        """Go on when everything on this step can stand; the backup step makes the store."""
        if self._busy:
            return
        if self.step == KEY:
            self.proof.ask(self._key)
            self._go(PROOF)
        elif self.step == PROOF:
            self._finish()
        elif self._stands(self.forms[self.step]):
            if self.step == BACKUP:
                self._make()
            else:
                self._go(self.step + 1)

    def _stands(self, form: Form) -> bool:
        wrong = form.problems()
        named = {field.name for field in form.fields}
        for name in problems(self._typed()):
            if name in named:
                wrong.setdefault(name, sentence(SetupRefused((name,))))
        form.mark(wrong)
        return not wrong

    def _typed(self) -> SetupDraft:
        return draft_of({name: value for form in self.forms for name, value in form.values().items()})

    # -- making the store -----------------------------------------------------------------------------------------

    def _make(self) -> None:
        draft, create = self._typed(), self._create

        def work() -> str:
            if draft.backup_folder:
                _see_writable(Path(draft.backup_folder))
            return create(draft)

        self._busy, self._draft = True, draft
        self._say("")
        self._name_next()
        self._jobs.run(work, then=self._made, failed=self._refused)

    def _made(self, key: str) -> None:
        self._busy, self._key = False, key
        for name in ("password", "again"):
            self.forms[CLERK].field(name).clear()
        self.key_page.show_key(key)
        self._go(KEY)

    def _refused(self, problem: Exception) -> None:
        self._busy = False
        self._name_next()
        backup = self.forms[BACKUP].field("backup_folder")
        if isinstance(problem, Refusal):
            for step, form in enumerate(self.forms):
                if {field.name for field in form.fields}.intersection(problem.fields):
                    self._go(step)
                    form.mark_refusal(problem)
                    return
        if isinstance(problem, FolderNotWritable) and problem.path == str(backup.value()):
            self.forms[BACKUP].mark({backup.name: sentence(problem)})
            return
        self._say(sentence(problem))
        self._focus()

    # -- the recovery key -----------------------------------------------------------------------------------------

    def print(self) -> None:
        """Print the key's page."""
        printing = self._printing or self._own_printing()
        self._draw(lambda pdf: printing.print(pdf, title=self.tr("恢复密钥"), kind="recovery_key"))

    def _own_printing(self) -> Printing:
        from hallclient.ui.printing import PrintDesk  # not needed before there is a key

        # Nobody has signed in and the key is no registered document: of the hall only the folder is asked for.
        hall = SimpleNamespace(data=Path(self._folder))
        nobody = Clerk(name="", display_name="", roles=frozenset())
        return PrintDesk(hall, nobody, self._jobs, say=lambda said: self._say(said, good=True), complain=self._say)

    def save(self) -> None:
        """Ask for a file and write the key's page to it."""
        if self.step != KEY or self._sheet is None:
            return
        dialog = QFileDialog(self, self.tr("存为 PDF"), self.tr("恢复密钥.pdf"), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the key's page to ``path``, readable by its owner only."""
        self._draw(
            lambda pdf: self._jobs.run(
                lambda: files.write(path, pdf, mode=0o600),
                then=lambda _none: self._say(self.tr("已存为 {0}").format(path.name), good=True),
                failed=lambda problem: self._say(sentence(problem)),
            )
        )

    def _draw(self, then: Callable[[bytes], None]) -> None:
        sheet, draft, key = self._sheet, self._draft, self._key
        if self.step == KEY and sheet is not None and draft is not None:
            self._jobs.run(lambda: sheet(key, draft), then=then, failed=lambda problem: self._say(sentence(problem)))

    def _finish(self) -> None:
        if not self.proof.right() or self._draft is None:
            return
        user = self._draft.normalised().user
        self._key, self._draft = "", None
        self.key_page.key.clear()
        self.done.emit(user)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.unproved:
            self._say(self.tr("请先核对恢复密钥：关闭后就不再显示"))
            event.ignore()
            return
        super().closeEvent(event)

    def _say(self, said: str, *, good: bool = False) -> None:
        self.says.setText(said if good or not said else f"⚠ {said}")
        self.says.setVisible(bool(said))


def _see_writable(folder: Path) -> None:
    """Make the folder and try it. Raises FolderNotWritable, DiskFull."""
    with files.world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-probe"
        probe.touch()
        probe.unlink()
