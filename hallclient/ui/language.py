"""Which language does the window speak? Simplified Chinese is the source; zh_TW and en come from ``resources/i18n``."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hallclient.foundation.paths import RESOURCES

LANGUAGES = ("zh_CN", "zh_TW", "en")
OWN_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
_installed: list[tuple[QTranslator, bytes]] = []  # and what it reads from: Qt takes no copy


def noop(context: str, text: str) -> str:
    """Mark ``text`` for the translators and return it as it stands; whoever shows it translates in ``context``."""
    return text


def translate(context: str, text: str) -> str:
    """Return ``text`` in the language in use."""
    return QCoreApplication.translate(context, text)


def default_language() -> str:
    """Return the desktop's language when we speak it, else Simplified Chinese."""
    name = QLocale.system().name()
    if name in ("zh_TW", "zh_HK", "zh_MO"):
        return "zh_TW"
    return "en" if name.startswith("en") and name != "en_CN" else "zh_CN"


def use(app: QCoreApplication, language: str) -> None:
    """Speak ``language`` from now on: our own texts and Qt's buttons. Widgets that exist keep their texts."""
    if language not in LANGUAGES:
        raise ValueError(language)
    while _installed:
        app.removeTranslator(_installed.pop()[0])
    QLocale.setDefault(QLocale(language))
    for path in (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}.qm"),
        RESOURCES / "i18n" / f"hallclient_{language}.qm",
    ):
        # Read, not left to Qt: it would map the file, and a file that is written anew under a window, or on a share
        # that goes away, would end the program at the next text.
        words = path.read_bytes() if path.exists() else b""
        translator = QTranslator(app)
        if words and translator.load(words):
            app.installTranslator(translator)
            _installed.append((translator, words))


def use_without_window(language: str) -> None:
    """Speak ``language`` on the command line, where no window has made an application yet."""
    use(QCoreApplication.instance() or QCoreApplication(["hallclient"]), language)
