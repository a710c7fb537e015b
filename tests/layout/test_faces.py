"""The typeface is one family with letters for the languages of the region, in pages and in take-home files."""

import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from layout.faces import FACES, FAMILY, FONTS, faces_for, inlined

ROOT = Path(__file__).resolve().parents[2]

# "Customs" or the like, as the language writes it.
WORDS = {
    "English": "Who Else? “10–12” % & @ × → ● ○",
    "Vietnamese": "Tổng cục Hải quan, Bộ Tài nguyên và Môi trường",
    "Mongolian": "Гаалийн ерөнхий газар",
    "Urdu": "پاکستان کسٹمز، وزارتِ موسمیاتی تبدیلی",
    "Persian": "گمرک جمهوری اسلامی ایران",
    "Thai": "กรมศุลกากร",
    "Bengali": "বাংলাদেশ কাস্টমস",
    "Hindi and Nepali": "सीमा शुल्क, भन्सार विभाग",
    "Sinhala": "ශ්‍රී ලංකා රේගුව",
    "Tamil": "இலங்கை சுங்கம்",
    "Khmer": "អគ្គនាយកដ្ឋានគយ",
    "Lao": "ກົມພາສີ",
    "Burmese": "အကောက်ခွန်",
    "Dhivehi": "މޯލްޑިވްސް ކަސްޓަމްސް",
    "Dzongkha": "དངུལ་རྩིས་ལྷན་ཁག",
}


def characters(file: str) -> set[int]:
    with TTFont(FONTS / file) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("language", WORDS)
def test_every_letter_of_a_language_has_a_face(language: str) -> None:
    word = WORDS[language]
    regular = [face for face in faces_for([word]) if not face.bold]
    found = set[int]().union(*(characters(face.file) for face in regular))
    assert {letter for letter in word if ord(letter) not in found} == set()


def test_every_file_has_a_face_and_the_licence_lies_beside() -> None:
    assert {path.name for path in FONTS.iterdir()} == {face.file for face in FACES} | {"OFL.txt"}


def test_pages_declare_the_same_faces() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["font"].startswith(f"{FAMILY},")
    declared = [(face["url"], face["weight"], face["unicodeRange"]) for face in theme["fontFaces"]]
    served = "/_stcore/bidi-components/whoelse.map/fonts"
    assert declared == [(f"{served}/{face.file}", face.weight, face.unicode_range) for face in FACES]


def test_a_file_carries_only_the_faces_that_it_needs() -> None:
    assert [face.file for face in faces_for(["Customs"])] == ["latin.woff2"]
    rules = list(inlined(["Customs", WORDS["Thai"]]))
    assert [("U+0E00-0E7F" in rule) for rule in rules] == [False, True, True]
    assert all('url("data:font/woff2;base64,' in rule for rule in rules)


def test_what_is_cut_out_of_source_sans_does_not_bear_its_reserved_name() -> None:
    with TTFont(FONTS / "latin.woff2") as font:
        names = {str(record) for record in font["name"].names if record.nameID in (1, 3, 4, 6, 16)}
        assert names <= {FAMILY, FAMILY.replace(" ", "")}
