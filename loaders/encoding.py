"""Bytes as text: UTF-8, with or without a byte order mark, and nothing else."""

import codecs

HEAD = 16
ELSE = "save it as “CSV UTF-8”"
OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
    b"PK\x03\x04": "a spreadsheet or zip archive",
}


class Undecodable(ValueError):
    """Bytes that are no UTF-8: the row where they stand, what they may have meant, and why not."""

    def __init__(self, row: int, value: str, reason: str) -> None:
        super().__init__(reason)
        self.row, self.value, self.reason = row, value, reason


def text_of(content: bytes) -> str:
    """Return the text of a file."""
    for mark, name in OTHER_MARKS.items():
        if content.startswith(mark):
            raise _another(name)
    # The names of columns are ASCII, of which every sign fills up its two or four bytes with NULs.
    begin = content[:HEAD]
    for width, name in ((4, "UTF-32"), (2, "UTF-16")):
        if len(begin) >= 2 * width and width - 1 <= width * begin.count(0) / len(begin):
            raise _another(name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What stands before the mark is cut off before decoding, so places are counted without it.
        body = content.removeprefix(codecs.BOM_UTF8)
        raise _undecodable(body, error.start) from error


def _another(name: str) -> Undecodable:
    return Undecodable(1, "", f"is written as {name}, not UTF-8; {ELSE}")


def _undecodable(content: bytes, place: int) -> Undecodable:
    begin = max(content.rfind(b"\n", 0, place), content.rfind(b",", 0, place), place - 40) + 1
    word = content[begin : place + 20].split(b"\n")[0].split(b",")[0]
    row = content.count(b"\n", 0, place) + 1
    reason = f"is not UTF-8 (byte 0x{content[place]:02X}), perhaps Windows-1252; {ELSE}"
    return Undecodable(row, word.decode("cp1252", "replace"), reason)
