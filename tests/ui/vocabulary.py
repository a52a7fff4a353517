"""Which words has the program? Its classes of "no", its terms, and the texts its source marks for the translators."""

import ast
import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hallclient
from hallclient.domain.refusal import Refusal
from hallclient.domain.terms import Term
from hallclient.foundation.paths import RESOURCES
from hallclient.foundation.trouble import Trouble

PACKAGE = Path(hallclient.__file__).parent


@cache
def load_everything() -> None:
    """Import every module, so that every class is known."""
    for found in pkgutil.walk_packages(hallclient.__path__, "hallclient."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def classes_of(base: type) -> list[type]:
    """Return the program's own subclasses of ``base``, by module and name; a test may have some of its own."""
    load_everything()
    found, open_ends = set(), [base]
    while open_ends:
        for kind in open_ends.pop().__subclasses__():
            found.add(kind)
            open_ends.append(kind)
    ours = [kind for kind in found if kind.__module__.partition(".")[0] == "hallclient"]
    return sorted(ours, key=lambda kind: (kind.__module__, kind.__name__))


def nos() -> list[type]:
    return classes_of(Refusal) + classes_of(Trouble)


def terms() -> list[Term]:
    return [member for kind in classes_of(Term) for member in kind]  # type: ignore[attr-defined]


def calls(*names: str, within: Path = PACKAGE) -> Iterator[tuple[Path, ast.Call]]:
    """Yield the calls of functions of these names with their files."""
    for path in sorted(within.rglob("*.py")) if within.is_dir() else [within]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield path, node


@cache
def texts(context: str) -> frozenset[str]:
    """Return what ``translate`` and ``noop`` mark as literals in ``context``: all that lupdate can find."""
    found = set()
    for _path, call in calls("translate", "noop"):
        values = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        if len(values) == 2 and values[0] == context:
            found.add(str(values[1]))
    return frozenset(found)


def english(context: str) -> dict[str, str]:
    """Return what a context's texts are called in English; words that read the same everywhere come from [shared]."""
    with (RESOURCES / "i18n" / "en.toml").open("rb") as file:
        tables = tomllib.load(file)
    marked = texts(context)
    return {text: told for text, told in tables["shared"].items() if text in marked} | tables[context]
