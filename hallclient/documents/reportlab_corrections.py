"""What does ReportLab 5.1 do wrong with Chinese, and how is it put right?

Applied once, explicitly, by whoever opens a canvas (``fonts.new_canvas``): importing this package changes nothing.
Chinese punctuation at the edges of a line is not patched here: our pages are broken into lines by ``lines.py``,
which knows the rules for both edges and does not use ReportLab's breaker at all.
"""

from collections.abc import Sequence


def unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode CMap of a font subset: code i of the font stands for the character ``subset[i]``.

    ReportLab writes ``<%04X>`` of the code point; above U+FFFF that is not UTF-16, so a rare name such as 赵𬱖 copies
    and searches as garbage. It also writes one bfchar block of any length where the format allows 100 lines.
    """
    lines = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)]
    blocks: list[str] = []
    for first in range(0, len(lines), 100):
        part = lines[first : first + 100]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({font_name})",
            f"/Ordering ({font_name})",
            "/Supplement 0",
            ">> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def apply() -> None:
    """Put the corrections in place; calling it again changes nothing."""
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts

    ttfonts.makeToUnicodeCMap = unicode_map
    # Streams as plain bytes: ASCII-85 makes a page a quarter larger and a tenth slower, for mail gateways of 1995.
    rl_config.useA85 = 0
