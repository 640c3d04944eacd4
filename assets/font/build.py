"""Builds the product's font, Slicewise Sans, from Pretendard 1.3.9 (OFL-1.1, npm package "pretendard").

Pretendard's figures are proportional (a 1 is 898 units wide, a 4 is 1278) and its tabular ones are behind the
OpenType feature "tnum", which neither JavaFX nor PDFBox can switch on: a figure that changes while a slider is
dragged would jitter, and columns of numbers would not line up. Here the tabular figures become the default ones.
Glyph shapes are untouched. The licence reserves the name Pretendard, so the result carries another one.

    pip install fonttools && npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    python3 assets/font/build.py package/dist/public/static/alternative src/main/resources/io/slicewise/font
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Slicewise Sans"
VERSION = "Version 1.000; from Pretendard 1.3.9"
# Weight of the source file → style that JavaFX, AWT and PDF readers link it as: SemiBold serves as the bold.
STYLES = {"Regular": "Regular", "SemiBold": "Bold"}


def tabular(font: TTFont) -> dict[str, str]:
    """Glyph → its tabular form, as the feature "tnum" says."""
    table = font["GSUB"].table
    record = next(r for r in table.FeatureList.FeatureRecord if r.FeatureTag == "tnum")
    mapping: dict[str, str] = {}
    for index in record.Feature.LookupListIndex:
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping |= getattr(subtable, "ExtSubTable", subtable).mapping
    return mapping


def rename(font: TTFont, style: str) -> None:
    names = font["name"]
    copyright_notice = names.getDebugName(0)
    licence, licence_url = names.getDebugName(13), names.getDebugName(14)
    names.names = []
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    said = {
        0: copyright_notice,
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}; {VERSION}",
        4: full,
        5: VERSION,
        6: f"{FAMILY.replace(' ', '')}-{style}",
        10: "Modified from Pretendard 1.3.9: tabular figures by default, layout features removed.",
        13: licence or "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: licence_url or "https://scripts.sil.org/OFL",
    }
    for name_id, text in said.items():
        if text:
            names.setName(text, name_id, 3, 1, 0x409)


def link(font: TTFont, style: str) -> None:
    """Marks the heavier file as the family's bold, so that asking for bold finds it everywhere."""
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def build(source: Path, style: str, target: Path) -> None:
    font = TTFont(source)
    forms = tabular(font)
    width = font["hmtx"][forms[font.getBestCmap()[ord("0")]]][0]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {code: forms.get(name, name) for code, name in table.cmap.items() if 0x30 <= code <= 0x39}
    options = Options()
    options.layout_features = []
    options.drop_tables += ["DSIG", "GSUB", "GPOS", "GDEF"]
    options.glyph_names = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if not 0xE000 <= code <= 0xF8FF])
    subsetter.subset(font)
    if 0x2007 in font.getBestCmap():
        font["hmtx"][font.getBestCmap()[0x2007]] = (width, 0)
    rename(font, style)
    link(font, style)
    font.save(target)
    print(f"{target}: {target.stat().st_size:,} bytes, figures {width} of {font['head'].unitsPerEm} units wide")


if __name__ == "__main__":
    sources, targets = Path(sys.argv[1]), Path(sys.argv[2])
    for weight, style in STYLES.items():
        build(sources / f"Pretendard-{weight}.ttf", style, targets / f"SlicewiseSans-{style}.ttf")
