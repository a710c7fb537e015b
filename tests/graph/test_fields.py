"""What a value may be, and the sentence for each that it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import fields

E_MAIL = "holds an e-mail address; the record keeps no contacts of persons"
TELEPHONE = "holds a telephone number; the record keeps no contacts of persons"
CONTROL = "holds a control character"
TURNS = "holds an invisible sign that reorders text"


@pytest.mark.parametrize(
    "text",
    [
        "Formed by office order of 3 August 2019",
        "1,000 kg",
        "12 000 000 m3 of timber in 2019-2021",
        "2019",
        "1994/2004",
        "Resolution 2004/27 of 21 July 2004",
        "ISO 3166-1:2020",
        "SRO 1125(I)/2011",
        "HS 2903.71-2903.79",
        "S.R.O. 569(1)/2014 (12 July 2014)",
        "UN 3077",
        "CAS 75-45-6",
        "+ 12 others",
        "found @ the border",
        "Telephone hotline of the ministry",
        "mobile customs unit 7",
        "Fax and post",
        "page 1 of 120",
        "پاکستان کسٹمز",
        "한국 관세청",
        "24.8607 N, 67.0011 E",
        "USD 1 200 000 000",
        "00 to 24 hours",
        "01/05/2011 to 02/06/2012",
        "0.0519205075 t",
        "02 2019 2020 2021",
        "meets (at) the border",
        "seen [at] 24.86 N",
        "می\u200cشود \u0915\u094d\u200d\u0937",
        "\u200fعربي\u200e 12",
    ],
)
def test_ordinary_text_passes(text: str) -> None:
    assert fields.text(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ask collector@customs.example", E_MAIL),
        ("a.b-c+d@x.org", E_MAIL),
        ("<mailto:nou@example.gov.pk>", E_MAIL),
        ("+92 51 9201234", TELEPHONE),
        ("call 0092-51-9201234", TELEPHONE),
        ("Tel: 051 9201234", TELEPHONE),
        ("phone 9201-234-5", TELEPHONE),
        ("Fax. (051) 920 1234", TELEPHONE),
        ("mobile: 0300 1234567", TELEPHONE),
        ("0519205075", TELEPHONE),
        ("03001234567 (night)", TELEPHONE),
        ("ask 051-9205075", TELEPHONE),
        ("0300 1234567", TELEPHONE),
        ("collector (at) customs.pk", E_MAIL),
        ("nou[AT]example[dot]pk", E_MAIL),
        ("x (at) y.pk", E_MAIL),
        *((f"Customs {sign}ytiruceS", TURNS) for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        ("a\x00b", CONTROL),
        ("two\nlines", CONTROL),
        ("a\ttab", CONTROL),
        ("\x1b[31mred", CONTROL),
        ("half a sign \ud800", CONTROL),
        ("x" * 2001, "is longer than 2000 characters"),
    ],
)
def test_text_that_is_refused_says_why(text: str, why: str) -> None:
    assert fields.text(text) == why


@given(st.text(max_size=30))
def test_accepted_text_can_be_written_as_utf8(text: str) -> None:
    if fields.text(text) is None:
        assert text.encode().decode() == text
        assert len(text.splitlines()) <= 1 or {"\u2028", "\u2029"} & set(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.unep.org/ozonaction/networks",
        "http://example.org",
        "https://example.org:8443/a?b=c&d=%20#e",
        "https://xn--80ak6aa92e.com/",
        "https://例え.jp/ページ",
        "https://8.8.8.8/",
        "https://[2001:4860:4860::8888]/",
        "https://localhost.example.org/",
        "https://10.example.org/",
        "https://web.archive.org/web/2019/http://example.org/a@b",
    ],
)
def test_a_public_address_passes(url: str) -> None:
    assert fields.url(url) is None


NO_ADDRESS = "is not a web address that begins with http:// or https://"
USER = "holds a user name or password"
PRIVATE = "is an address of a private network"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("javascript:alert(1)", NO_ADDRESS),
        ("JaVaScRiPt:alert(1)", NO_ADDRESS),
        ("data:text/html,<script>alert(1)</script>", NO_ADDRESS),
        ("ftp://example.org/a", NO_ADDRESS),
        ("file:///etc/hosts", NO_ADDRESS),
        ("//example.org/a", NO_ADDRESS),
        ("example.org", NO_ADDRESS),
        ("https://", NO_ADDRESS),
        ("https://exa mple.org/", NO_ADDRESS),
        ("https://example.org/\n", NO_ADDRESS),
        ("https://example.org\\@evil.example", NO_ADDRESS),
        ("https://example.org/\ud800", NO_ADDRESS),
        ("https://example.org/\x7f", NO_ADDRESS),
        ("https://user:secret@example.org/", USER),
        ("https://user@example.org/", USER),
        ("https://@example.org/", USER),
        ("http://127.0.0.1:8501/", PRIVATE),
        ("http://localhost/", PRIVATE),
        ("http://localhost.:8501/", PRIVATE),
        ("http://intranet/", PRIVATE),
        ("http://db.internal/", PRIVATE),
        ("http://printer.local/", PRIVATE),
        ("http://10.1.2.3/", PRIVATE),
        ("http://192.168.0.1/", PRIVATE),
        ("http://172.20.0.1/", PRIVATE),
        ("http://169.254.169.254/latest/meta-data", PRIVATE),
        ("http://100.64.0.1/", PRIVATE),
        ("http://0.0.0.0/", PRIVATE),
        ("http://[::1]/", PRIVATE),
        ("http://[fd00::1]/", PRIVATE),
        ("http://[::ffff:127.0.0.1]/", PRIVATE),
        ("http://１２７.0.0.1/", PRIVATE),
        ("http://127。0。0。1/", PRIVATE),
        ("http://127.1/", "is not a web address"),
        ("http://2130706433/", "is not a web address"),
        ("http://0x7f.0.0.1/", "is not a web address"),
        ("http://0177.0.0.1/", "is not a web address"),
        ("http://[::1/", "is not a web address"),
        ("https://example.org/" + "a" * 2000, "is longer than 2000 characters"),
    ],
)
def test_an_address_that_is_refused_says_why(url: str, why: str) -> None:
    assert fields.url(url) == why


@given(st.tuples(st.sampled_from(["", "https://", "http://["]), st.text(max_size=30)).map("".join))
def test_no_address_breaks_the_check(url: str) -> None:
    why = fields.url(url)
    assert why is None or why.startswith(("is ", "holds "))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (fields.slug, ["pk-customs", "4d", "a"], ["", "PK", "-a", "a_b", "a b", "é", "a\n", "a/../b", "x'--"]),
        (fields.country, ["PK", "NA", "INT"], ["", "pk", "PAK", "XINT", "P1", "ＰＫ"]),
        (fields.iso2, ["PK", "NA"], ["", "INT", "pk"]),
        (fields.iso3, ["PAK"], ["", "PK", "pak"]),
        (fields.area, ["PK-SD", "CN-11", "JP-1"], ["", "PK", "PK-", "pk-sd", "PK-ABCD"]),
        (fields.year, ["2019"], ["", "19", "2019-05", "٢٠١٩", "2019\n"]),
        (fields.date, ["2019", "2019-05", "2020-02-29"], ["", "٢٠١٩", "2019-2", "2019-02-30", "19", "2019-13", "0000"]),
        (
            fields.address,
            ["organization:pk-customs", "country:NA", "theme:e-waste", "agreement:cites"],
            ["", "organization", "organization:", ":a", "person:a", "organization:PK", "country:pk", "country:\ud800"],
        ),
        (fields.one_of(("a", "b")), ["a", "b"], ["", "A", "ab"]),
    ],
)
def test_codes(check: fields.Check, good: list[str], bad: list[str]) -> None:
    assert [value for value in good if check(value) is not None] == []
    assert [value for value in bad if check(value) is None] == []


def test_each_of_several_is_checked() -> None:
    assert fields.each(fields.iso2)(("PK", "IN")) is None
    assert fields.each(fields.iso2)(("PK", "in")) == "is not a country code of two capital letters"


@pytest.mark.parametrize("values", [("",), ("one|two",), ("fine", "a|b")])
def test_a_value_of_several_is_refused_where_a_table_could_not_hold_it(values: tuple[str, ...]) -> None:
    assert fields.each(fields.text)(values) == "holds an empty value or the sign |"
