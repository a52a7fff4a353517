"""What does this machine remember? Its look, its language, a printer for each kind of paper."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from hallclient.foundation import settings
from hallclient.foundation.machine import this_machine
from hallclient.foundation.settings import Settings
from hallclient.ui import theme
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.context import Context
from hallclient.ui.forms import Form
from hallclient.ui.jobs import Topic
from hallclient.ui.language import LANGUAGES, OWN_NAMES, translate
from hallclient.ui.print_drawing import desktop_printers
from hallclient.ui.settings_page import SettingsPage

SCALES = (100, 125, 150, 175, 200)
ASK = ""  # no printer remembered: the desktop's own is offered
DARK = {"system": None, "light": False, "dark": True}


class LookPage(SettingsPage):
    """Theme at once; size and language when the program starts again."""

    def __init__(self, context: Context) -> None:
        self.theme = ChoiceField(
            "theme",
            translate("settings", "外观"),
            (
                Option("system", translate("settings", "跟随系统")),
                Option("light", translate("settings", "浅色")),
                Option("dark", translate("settings", "深色")),
            ),
            required=True,
        )
        scales = tuple(Option(scale, f"{scale} %") for scale in SCALES)
        self.scale = ChoiceField("scale", translate("settings", "界面大小"), scales, required=True)
        self.language = ChoiceField(
            "language",
            translate("settings", "界面语言"),
            (
                Option("", translate("settings", "跟随系统")),
                *(Option(language, OWN_NAMES[language]) for language in LANGUAGES),
            ),
            required=True,
        )
        super().__init__(
            context,
            translate("settings", "外观与语言"),
            Form([self.theme, self.scale, self.language], columns=1),
        )
        self.save_title = translate("settings", "保存")

    def ask(self) -> None:
        if self.form is not None and not self.form.dirty:
            data = self.context.hall.data
            self.run(lambda: settings.load(data), then=self._show)

    def _show(self, kept: Settings) -> None:
        if self.form is not None and not self.form.dirty:
            self.form.fill({"theme": kept.theme, "scale": kept.scale, "language": kept.language})

    def save(self) -> None:
        if self.form is None:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        data, wanted = self.context.hall.data, self.form.values()

        def keep() -> tuple[Settings, Settings]:
            before = settings.load(data)
            after = replace(before, **wanted)
            settings.save(data, after)
            return before, after

        self.run(keep, then=self._kept, failed=self.refused, touches=[Topic.SETTINGS])

    def _kept(self, found: tuple[Settings, Settings]) -> None:
        before, after = found
        if self.form is not None:
            self.form.fill({})
        app = QApplication.instance()
        if isinstance(app, QApplication) and before.theme != after.theme:
            theme.apply(app, DARK[after.theme], base_pt=app.font().pointSizeF())
        if (before.scale, before.language) != (after.scale, after.language):
            self.said.emit(translate("settings", "已保存，界面大小和语言在下次启动时生效"))
        else:
            self.said.emit(translate("settings", "已保存"))


class PrintersPage(SettingsPage):
    """A printer for each document kind and sheet."""

    lane = "machine"  # a print server that does not answer must not delay the counter

    def __init__(self, context: Context) -> None:
        self._names = {
            **{kind.code: f"{kind.code} {kind.title}" for kind in context.hall.documents.kinds()},
            "day_sheet": translate("settings", "窗口日报表"),
            "clock_trace": translate("settings", "期限计算过程"),
            "hand_over": translate("settings", "交接单"),
            "key_card": translate("settings", "快捷键一览"),
        }
        fields = [ChoiceField(code, name) for code, name in self._names.items()]
        super().__init__(context, translate("settings", "打印机"), Form(fields, columns=2, least=44))  # long names
        self.save_title = translate("settings", "保存")

    def ask(self) -> None:
        if self.form is not None and not self.form.dirty:
            data = self.context.hall.data
            self.run(lambda: (settings.load(data), this_machine().printers()), then=lambda found: self._show(*found))

    def _show(self, kept: Settings, printers: tuple[str, ...] | None) -> None:
        if self.form is None or self.form.dirty:
            return
        known = desktop_printers() if printers is None else printers
        for field in self.form.fields:
            chosen = kept.printers.get(field.name, ASK)
            options = [
                Option(ASK, translate("settings", "系统默认打印机")),
                *(Option(printer, printer) for printer in known),
            ]
            if chosen and chosen not in known:
                options.append(Option(chosen, translate("settings", "{0}（现在找不到）").format(chosen)))
            if isinstance(field, ChoiceField):
                field.set_options(options)
        self.form.fill({name: kept.printers.get(name, ASK) for name in self._names})
        if known:
            self.stand(translate("settings", "{0} 台").format(len(known)))
        else:
            self.stand(translate("settings", "没有打印机"), warns=True)

    def save(self) -> None:
        if self.form is None:
            return
        if problems := self.form.problems():
            self.form.mark(problems)
            return
        data, wanted = self.context.hall.data, self.form.values()
        chosen = {name: str(printer or ASK) for name, printer in wanted.items()}
        self.run(
            lambda: settings.remember_printers(data, chosen),
            then=self._kept,
            failed=self.refused,
            touches=[Topic.SETTINGS],
        )

    def _kept(self, _none: object) -> None:
        if self.form is not None:
            self.form.fill({})
        self.said.emit(translate("settings", "已保存，打印时按文书种类使用所选打印机"))
