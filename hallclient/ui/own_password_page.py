"""How does a clerk change the own password? With the present one, and the new one twice."""

from hallclient.domain.register.setup import PasswordTooWeak, strong
from hallclient.foundation.trouble import Trouble
from hallclient.ui.context import Context
from hallclient.ui.forms import Form
from hallclient.ui.language import translate
from hallclient.ui.messages import sentence
from hallclient.ui.secret_field import SecretField
from hallclient.ui.settings_page import SettingsPage


class OwnPasswordPage(SettingsPage):
    """The present password first: an unlocked screen must not be enough to lock its clerk out."""

    def __init__(self, context: Context) -> None:
        self.present = SecretField("present", translate("settings", "现在的密码"), required=True)
        self.new = SecretField(
            "password",
            translate("settings", "新密码"),
            required=True,
            hint=translate("settings", "至少8个字符，不单调，不同于用户名"),
        )
        again = SecretField("again", translate("settings", "再输一遍新密码"), required=True, same_as=self.new)
        super().__init__(context, translate("settings", "我的密码"), Form([self.present, self.new, again], columns=1))
        self.save_title = translate("settings", "更改密码")
        self.stand(context.clerk.display_name)

    def start(self) -> None:
        self.present.setFocus()

    def save(self) -> None:
        if self.form is None:
            return
        problems = self.form.problems()
        name, present, password = self.context.clerk.name, self.present.value(), self.new.value()
        if "password" not in problems and not strong(password, name):
            problems["password"] = sentence(PasswordTooWeak())
        if problems:
            self.form.mark(problems)
            return
        clerks, by = self.context.hall.clerks, self.context.clerk

        def change() -> None:
            clerks.check_password(name, present)
            clerks.set_password(name, password, by=by)

        self.run(change, then=self._changed, failed=self._not_changed)

    def _changed(self, _none: object) -> None:
        if self.form is not None:
            self.form.clear()
        self.said.emit(translate("settings", "密码已更改，下次登录用新密码"))
        self.start()

    def _not_changed(self, problem: Exception) -> None:
        if isinstance(problem, Trouble | PasswordTooWeak) or self.form is None:
            self.refused(problem)
        else:
            self.form.mark({"present": sentence(problem)})
