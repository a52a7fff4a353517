"""How is HallFangSong.ttf made from Fandol's FangSong?

``python build_fangsong.py FandolFang-Regular.otf HallFangSong.ttf``, with fontTools (a development package). Kept
beside the font because its licence asks for the way it is built; the program never runs it.
"""

import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Hall FangSong"
# Fandol draws U+FFE5 as a dollar sign, and traditional characters beyond GB2312 as simplified ones: both stay out,
# so that the program falls back to Noto Serif SC for them.
WRONG = {"￥"}
BESIDE = "·—–…‘’“”¥"
UNUSED = [
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
]


def gb2312() -> set[str]:
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {text for cell in cells if (text := cell.decode("gb2312", "ignore"))}


def cut(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["vert", "vrt2"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.desubroutinize = True
    options.drop_tables += ["VORG", "BASE"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes={ord(c) for c in gb2312() - WRONG | set(map(chr, range(0x20, 0x7F))) | set(BESIDE)})
    cutter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Replace the PostScript outlines, which ReportLab cannot embed, by TrueType ones."""
    order, drawn, glyphs = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    table = font["glyf"] = newTable("glyf")
    font["loca"] = newTable("loca")
    table.glyphOrder, table.glyphs = order, glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    profile = font["maxp"]
    profile.tableVersion, profile.maxZones = 0x00010000, 1
    for field in UNUSED:
        setattr(profile, field, 0)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    for table_name in ("CFF ", "VORG"):
        if table_name in font:
            del font[table_name]
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "")


def main(source: str, target: str) -> None:
    font = TTFont(source, lazy=True)
    cut(font)
    to_truetype(font)
    rename(font)
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
