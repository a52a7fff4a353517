"""In which language does the command line speak? Simplified Chinese is the source and needs no Qt to be said."""

_language = "zh_CN"
_ready = False


def speak(language: str) -> None:
    """Speak ``language`` from now on."""
    global _language, _ready
    _language, _ready = language, False


def language() -> str:
    """Return the language in use."""
    return _language


def prepare() -> None:
    """Load the translations, also for the sentences shared with the window; a source-language run needs none."""
    global _ready
    if _ready or _language == "zh_CN":
        return
    from hallclient.ui.language import use_without_window

    use_without_window(_language)
    _ready = True


def translate(context: str, text: str) -> str:
    """Return ``text`` in the language in use; the same call the window's texts make, so that one tool finds both."""
    if _language == "zh_CN":
        return text
    prepare()
    from hallclient.ui.language import translate as by_qt

    return by_qt(context, text)


def term(label: str) -> str:
    """Return a term's label, or a reason made of one, in the language in use; a text of somebody's own as it is."""
    return translate("terms", label)
