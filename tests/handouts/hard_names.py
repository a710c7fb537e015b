"""Names that are hard to print, and what a PDF is read back as."""

import re
from collections.abc import Callable

MARKUP = "<img src=x onerror=alert(1)> & <b>Bureau</b> </style> ]]> {{x}}"
URDU = "پاکستان کسٹمز (ANF) اینٹی نارکوٹکس فورس"
THAI, BENGALI, KHMER = "กรมศุลกากร", "বাংলাদেশ কাস্টমস", "អគ្គនាយកដ្ឋានគយ"
CHINESE, JAPANESE, KOREAN = "中华人民共和国海关总署", "環境省 廃棄物規制課", "관세청 환경부"
LONG = " ".join(["Directorate-General of Intelligence and Investigation"] * 4)[:200]
UNBROKEN = "Umweltkriminalitätsbekämpfung" * 7
HARD = (MARKUP, URDU, THAI, BENGALI, KHMER, CHINESE, JAPANESE, KOREAN, LONG, UNBROKEN)

Read = Callable[[bytes], list[str]]


def without_blanks(text: str) -> str:
    """Where a PDF keeps glyphs, a reader guesses the blanks between them."""
    return re.sub(r"[\s\u2066-\u2069]", "", text)
