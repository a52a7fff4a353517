"""How does a command line become an answer? Parse, run the command, print, exit code; never a traceback for a "no"."""

import io
import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence

from hallclient.cli import words
from hallclient.cli.parser import LANGUAGES, build
from hallclient.cli.reply import Reply, Usage, misused, refused, show
from hallclient.domain.refusal import Refusal
from hallclient.foundation import logs
from hallclient.foundation.paths import data_folder
from hallclient.foundation.trouble import Trouble

NO_STORE = ("due", "fee", "check-id", "check-report")
BUG = 70  # EX_SOFTWARE of sysexits: not one of our own answers
log = logging.getLogger(__name__)


def parse(argv: Sequence[str]) -> Namespace | int:
    """Return what was asked, with every common option given or None; an exit code when the line is wrong."""
    _speak_utf8()
    words.speak(_language(argv))
    try:
        args = build().parse_args(list(argv))
    except Usage as usage:
        return show(misused(str(usage)), as_json="--json" in argv)
    except SystemExit as shown:  # --help and --version
        return int(shown.code or 0)
    for name in ("data", "user", "lang", "today"):
        setattr(args, name, getattr(args, name, None))
    args.json = getattr(args, "json", False)
    return args


def run(args: Namespace) -> int:
    """Run the command of ``args`` and return the exit code."""
    data = data_folder(args.data)
    handler = logs.start(data) if args.command not in NO_STORE and data.is_dir() else None
    try:
        return _answered(args)
    finally:
        logs.stop(handler)


def _answered(args: Namespace) -> int:
    try:
        return show(_command(args.command)(args), as_json=args.json)
    except Usage as usage:
        return show(misused(str(usage)), as_json=args.json)
    except (Refusal, Trouble) as problem:
        return show(refused(problem), as_json=args.json)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; what Python still holds of it must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        # Names and lines of our code, never the error's own text: that can be personal data.
        frames = "".join(traceback.format_tb(problem.__traceback__))
        log.error("command %s failed: %s\n%s", args.command, type(problem).__name__, frames)
        said = words.translate("cli", "程序出错，命令没有完成，数据未改动。请把运行日志交给维护人员。")
        return show(
            Reply({"error": {"code": "bug", "message": said, "rows": []}}, note=said, code=BUG), as_json=args.json
        )


def _command(name: str) -> Callable[[Namespace], Reply]:
    # Each family is imported when asked for: due, fee and check-id answer without store, Qt or reportlab.
    if name in NO_STORE:
        from hallclient.cli import law

        return law.COMMANDS[name]
    if name in ("close", "sheet", "tally", "annual"):
        from hallclient.cli import figures

        return figures.COMMANDS[name]
    if name in ("backup", "restore", "verify", "export", "selfcheck"):
        from hallclient.cli import keeping

        return keeping.COMMANDS[name]
    if name == "sync":
        from hallclient.cli import sync

        return sync.COMMANDS[name]
    if name == "hub":
        from hallclient.cli import hub

        return hub.COMMANDS[name]
    from hallclient.cli import registers

    return registers.COMMANDS[name]


def _speak_utf8() -> None:
    # The contract's answers are UTF-8 whatever the desktop's own encoding (GB18030 on many).
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _language(argv: Sequence[str]) -> str:
    # Asked before the parser is built, because its help texts speak the language too.
    for place, word in enumerate(argv):
        said = word.removeprefix("--lang=") if word.startswith("--lang=") else argv[place + 1 : place + 2]
        if word == "--lang" and said and said[0] in LANGUAGES:
            return said[0]
        if word.startswith("--lang=") and said in LANGUAGES:
            return str(said)
    return "zh_CN"
