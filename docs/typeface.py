"""Makes the faces in layout/browser/fonts: `python docs/typeface.py`, on Debian with fonts-noto-core, once in a while.

Latin and Greek are Source Sans as Streamlit carries it, which lacks letters of Mongolian: Cyrillic and other scripts
are Noto. Each face is cut down to its script. Source Sans has a reserved name, so that what is cut out of it has
another: Who Else Sans.
"""

import sys
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from layout.faces import FACES, FAMILY, FONTS, Face  # noqa: E402 (the path is only known now)

NOTO = Path("/usr/share/fonts/truetype/noto")
NOTO_OF = {
    "arabic": "NotoSansArabic",
    "bengali": "NotoSansBengali",
    "cyrillic": "NotoSans",
    "devanagari": "NotoSansDevanagari",
    "khmer": "NotoSansKhmer",
    "lao": "NotoSansLao",
    "myanmar": "NotoSansMyanmar",
    "sinhala": "NotoSansSinhala",
    "tamil": "NotoSansTamil",
    "thaana": "NotoSansThaana",
    "thai": "NotoSansThai",
    "tibetan": "NotoSerifTibetan",
}
LATIN_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
JOINERS = {0x20, 0xA0, 0x200C, 0x200D, 0x25CC}
NAMES = (1, 3, 4, 6, 16)


def source_sans() -> TTFont:
    """Return Source Sans from 400 to 700 and nothing lighter or heavier."""
    files = distribution("streamlit").files or []
    (path,) = (file for file in files if file.name.startswith("SourceSansVF-Upright"))
    font = TTFont(str(path.locate()))
    instantiateVariableFont(font, {"wght": (400, 400, 700)}, inplace=True)
    for name in NAMES:
        font["name"].setName(FAMILY.replace(" ", "") if name == 6 else FAMILY, name, 3, 1, 0x409)
    font["name"].names = [each for each in font["name"].names if each.nameID not in (17, 25)]
    kept = BytesIO()  # a face that was just narrowed is not whole until it has been written and read again
    font.save(kept)
    return TTFont(kept)


def noto(face: Face) -> TTFont:
    """Return the Noto face of a script."""
    return TTFont(str(NOTO / f"{NOTO_OF[face.script]}-{'Bold' if face.bold else 'Regular'}.ttf"))


def cut(font: TTFont, face: Face, features: list[str]) -> None:
    """Leave the characters of one face, and write it."""
    options = Options(flavor="woff2", hinting=False, layout_features=features, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={code for block in face.blocks for code in block} | JOINERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(FONTS / face.file)
    print(f"{face.file}: {(FONTS / face.file).stat().st_size // 1000} kB")


def main() -> None:
    """Make all faces."""
    for face in FACES:
        if face.script == "latin":
            cut(source_sans(), face, LATIN_FEATURES)
        else:
            cut(noto(face), face, LATIN_FEATURES if face.script == "cyrillic" else ["*"])


if __name__ == "__main__":
    main()
