"""What is asked while a wording is edited? Which slot, what a slot of one's own is called, from which day and why."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from hallclient.domain.register.wordings import OfferedSlot, OwnSlot
from hallclient.ui.ask_dialog import AskDialog
from hallclient.ui.choice_field import ChoiceField, Option
from hallclient.ui.date_field import DateField
from hallclient.ui.fields import TextField
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.wording_words import type_name

OWN_TYPES = ("text", "date", "number", "money", "list", "article")


def ask_slot(parent: QWidget, slots: Sequence[OfferedSlot], insert: Callable[[str], object]) -> None:
    """Ask which slot to insert: typed by a part of its name, or from the list."""
    needed = translate("wording", "{0} · 必备")
    options = [
        Option(slot.token, slot.label, (needed if slot.required else "{0}").format(type_name(slot.type)))
        for slot in slots
    ]
    field = ChoiceField("slot", translate("wording", "填写项"), options, numbered=False, required=True, wide=True)
    form = Form([field], columns=1)
    told = translate("wording", "键入名称的一部分来选取；签发时程序在这里填入内容。")
    dialog = _dialog(parent, translate("wording", "插入填写项"), translate("wording", "插入"), form, told)

    def send(asked: AskDialog) -> None:
        asked.accept()
        insert(str(form.values()["slot"]))

    form.focus_first()
    dialog.sends(send)


def ask_own_slot(parent: QWidget, add: Callable[[OwnSlot], object]) -> None:
    """Ask for the name and type of something the clerk is to fill in when the paper is issued."""
    kinds = [Option(kind, type_name(kind)) for kind in OWN_TYPES]
    form = Form(
        [
            TextField("label", translate("wording", "名称"), required=True, longest=30),
            ChoiceField("type", translate("wording", "填什么"), kinds, required=True),
        ],
        columns=2,
    )
    form.fill({"type": "text"})
    told = translate("wording", "登记簿里没有的内容，签发时由经办人填写。")
    dialog = _dialog(parent, translate("wording", "自设填写项"), translate("wording", "插入"), form, told)

    def send(asked: AskDialog) -> None:
        asked.accept()
        values = form.values()
        add(OwnSlot(label=str(values["label"]), type=str(values["type"])))

    form.focus_first()
    dialog.sends(send)


def ask_publication(
    parent: QWidget, today: Callable[[], date], publish: Callable[[AskDialog, date, str], object]
) -> None:
    """Ask from which day the new words are in force, and why they were changed."""
    form = Form(
        [
            DateField("effective_from", translate("wording", "生效日期"), today=today, required=True),
            TextField("reason", translate("wording", "修改原因"), required=True, wide=True, longest=200),
        ],
        columns=1,
    )
    form.fill({"effective_from": today()})
    told = translate("wording", "从生效之日起签发的文书用新的文字；已签发的文书不变。")
    dialog = _dialog(parent, translate("wording", "发布新版本"), translate("wording", "发布"), form, told)

    def send(asked: AskDialog) -> None:
        values = form.values()
        publish(asked, values["effective_from"], str(values["reason"]))

    dialog.sends(send)
    form.field("reason").setFocus()


def _dialog(parent: QWidget, title: str, does: str, form: Form, told: str) -> AskDialog:
    dialog = AskDialog(parent, title=title, does=does, body=form, forms=(form,), told=told)
    dialog.resize(480, 260)
    return dialog
