"""How does a published item become the answer of the form that is filled in? Found with Ctrl+K, or handed over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from hallclient.domain.law.outcomes import OutcomeGroup
from hallclient.domain.register.issued import KindOffer
from hallclient.services.catalogue import Citation
from hallclient.ui import cited
from hallclient.ui.application_form import ApplicationForm
from hallclient.ui.catalogue_finder import CatalogueFinder
from hallclient.ui.language import translate
from hallclient.ui.screen import Screen

_Tree = tuple[Sequence[OutcomeGroup], dict[str, KindOffer]]


class Citing(QObject):
    """Stands beside the registration form; ``tree`` tells its answers where the form was never shown before."""

    def __init__(self, screen: Screen, form: ApplicationForm, tree: Callable[[], _Tree]) -> None:
        super().__init__(screen)
        self._screen, self._form, self._tree = screen, form, tree

    def find(self) -> None:
        """Ctrl+K: is what the citizen asks for published already? What is found becomes the answer."""
        if self._form.carried("amends"):
            self._screen.complained.emit(translate("cited", "正在更改已登记的申请，答复请在申请页进行"))
        else:
            CatalogueFinder(self._screen, self.cite).open()

    def take(self) -> None:
        """Take what was chosen in the catalogue for this form."""
        if (citation := cited.take(self._screen.context)) is not None:
            self.cite(citation)

    def cite(self, citation: Citation) -> None:
        """Fill in outcome, letter, place and day; what was typed already stays, subject and index number too."""
        form, answer = self._form, self._form.answer
        if not answer.offered:  # the screen was never shown: its answers come first

            def offer(found: _Tree) -> None:
                answer.offer(*found)
                self.cite(citation)

            self._screen.run(self._tree, then=offer)
            return
        answer.show_answer(citation.answer)
        answer.fold(False)
        known = {"index_number": citation.entry.index_number, "subject": citation.entry.title}
        for name, text in known.items():
            if form.field(name).empty():
                form.field(name).set_text(text)
        form.changed.emit()
        cited.say(citation, said=self._screen.said.emit, complained=self._screen.complained.emit)
        if form.field("name").empty():
            form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            answer.focus_first()
