"""Where does the program start? Without a command the window opens; with one the command line answers."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = sys.argv[1:] if argv is None else argv
    if not given:  # the icon on the desktop: nothing to read, so the command line is not even loaded
        from hallclient import app

        return app.run()

    from hallclient.cli import program

    args = program.parse(given)
    if isinstance(args, int):
        return args
    if args.smoke:
        from hallclient import app

        return app.smoke(args.smoke)
    if args.command is None or args.demo:
        from hallclient import app  # Qt is loaded only for the window

        return app.run(data=args.data, user=args.user, lang=args.lang, demo=args.demo)
    return program.run(args)


if __name__ == "__main__":
    sys.exit(main())
