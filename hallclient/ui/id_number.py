"""Is this number right so far? Identity numbers and other personal fields that are checked while they are typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hallclient.domain.law import identity_numbers
from hallclient.domain.law.identity_numbers import IdProblem
from hallclient.domain.register.kinds import IdKind
from hallclient.ui.fields import IdNumberField, PhoneField, TextField
from hallclient.ui.language import noop, translate

# The sentences of domain's IdProblem once more, because lupdate reads literals.
LISTED = (
    noop("id_number", "请填写证件号码"),
    noop("id_number", "号码尚未输完"),
    noop("id_number", "号码位数过多，请核对"),
    noop("id_number", "号码中有不应出现的字符，请核对"),
    noop("id_number", "号码格式与所选证件类型不符，请核对证件类型或号码"),
    noop("id_number", "15位一代证号码已停用，请出示18位居民身份证"),
    noop("id_number", "第7至14位不是有效的出生日期，请核对"),
    noop("id_number", "出生日期晚于今天，请核对"),
    noop("id_number", "港澳台居民居住证号码应以810000、820000或830000开头"),
    noop("id_number", "校验码不符，请逐位核对号码"),
)


def said(problem: IdProblem) -> str:
    """Return the sentence for what is wrong with a number, in the language in use."""
    return translate("id_number", problem.label)


class _Kept:
    """A field of a person opened masked: what nobody touched goes back as it came, and the desk keeps the true value.

    A masked text that was half overtyped is neither: it must be typed anew.
    """

    kept = ""

    def keep(self, shown: str) -> None:
        """``shown`` is the masked text this field was opened with."""
        self.kept = shown

    def _stands(self, text: str) -> bool:
        return bool(self.kept) and text == self.kept

    def _half(self, text: str) -> bool:
        return bool(self.kept) and "*" in text and text != self.kept

    def _half_sentence(self) -> str:
        return translate("id_number", "带“*”的内容请整栏重新填写，或者保持不动")


class PersonTextField(_Kept, TextField):
    """A name, an address, a mail address."""

    def complaint(self) -> str:
        return self._half_sentence() if self._half(self.edit.text()) else super().complaint()

    def clear(self) -> None:
        self.kept = ""
        super().clear()


class PersonPhoneField(_Kept, PhoneField):
    """A telephone or fax number."""

    def value(self) -> str:
        return self.kept if self._stands(self.edit.text()) else super().value()

    def complaint(self) -> str:
        if self._stands(self.edit.text()):
            return ""
        return self._half_sentence() if self._half(self.edit.text()) else super().complaint()

    def clear(self) -> None:
        self.kept = ""
        super().clear()


class IdNumberEntry(_Kept, IdNumberField):
    """A number under its kind: unfinished is a hint, wrong is a mark, right says so.

    ``kind`` answers which document was chosen; call ``recheck`` when it changes.
    """

    def __init__(
        self, name: str, title: str, *, kind: Callable[[], IdKind | None], today: Callable[[], date], **more: Any
    ) -> None:
        self._kind, self._today = kind, today
        super().__init__(name, title, check=self._wrong, longest=40, **more)

    def value(self) -> str:
        return self.kept if self._stands(self.edit.text()) else super().value()

    def complaint(self) -> str:
        return self._half_sentence() if self._half(self.edit.text()) else ""

    def clear(self) -> None:
        self.kept = ""
        super().clear()
        self.set_hint("")

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._hint_at(self._found())

    def settle(self) -> None:
        """Left unfinished, the number is wrong."""
        super().settle()
        found = self._found()
        if found is not None and found.what is not IdProblem.EMPTY:
            self.mark(said(found.what))

    def recheck(self) -> None:
        super().recheck()
        self._hint_at(self._found())

    def problem(self) -> str:
        found = self._found()
        if found is not None and found.incomplete and found.what is not IdProblem.EMPTY:
            return said(found.what)
        return super().problem()

    def _found(self) -> identity_numbers.Problem | None:
        kind = self._kind()
        if kind is None or self._stands(self.edit.text()) or self.empty():
            return None
        return identity_numbers.check(kind, self.edit.text(), self._today())

    def _wrong(self, _number: str) -> str:
        found = self._found()
        self._hint_at(found)
        return said(found.what) if found is not None and not found.incomplete else ""

    def _hint_at(self, found: identity_numbers.Problem | None) -> None:
        if self.empty() or self._kind() is None or self._stands(self.edit.text()):
            self.set_hint("")
        elif found is None:
            self.set_hint(self.tr("✓ 号码校验无误"))
        elif found.incomplete and found.what is IdProblem.INCOMPLETE:
            typed = len(identity_numbers.normalise(self.edit.text()))
            self.set_hint(self.tr("号码尚未输完，已输 {0} 位").format(typed))
        elif found.incomplete:
            self.set_hint(said(found.what))
