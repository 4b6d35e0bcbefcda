"""Web pages and plain texts made to break a reader."""

from collections.abc import Callable

from tests.fuzz.hostile.targets import ADDRESS, FILE

_ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))

_FETCHED = b'<link rel="stylesheet" href="%s"><img src="%s"><iframe src="%s"></iframe>' % ((ADDRESS,) * 3)

PAGES: dict[str, bytes] = {
    "entity bomb": f'<!DOCTYPE html [<!ENTITY e0 "ha">{_ENTITIES}]><p>We agree &e9;</p>'.encode(),
    "external entity": b'<!DOCTYPE html [<!ENTITY e SYSTEM "%s">]><p>We agree &e;</p>' % FILE,
    "things to fetch": _FETCHED + b"<p>We agree.",
    "an encoding that lies": b'<meta charset="utf-16"><p>We agr\xe9e.',
    "an encoding that is none": b'<meta charset="%s"><p>We agree.' % (b"x" * 5000),
    "an encoding that is a codec of Python's": b'<meta charset="unicode_escape"><p>We agree \\x00 \\ud800.',
    "zero bytes": b"<p>We\0agree.</p>",
    "a wrong number of a sign": b"<p>We agree &#xD800; &#0; &#x110000; &#99999999999;</p>",
    "an unclosed comment": b"<p>We agree.<!-- and",
    "frames only": b"<frameset><frame src='a'></frameset>",
}

TEXTS: dict[str, bytes] = {
    "brackets": b"1. " + b"(" * 20_000 + b" We agree " + b"[" * 20_000,
    "lone surrogates": "1. We agree \ud800.".encode("utf-8", "surrogatepass"),
    "UTF-32": "1. We agree on it.\n".encode("utf-32"),
    "marks without end": b"{++" * 20_000 + b"1. We agree.",
    "comments without end": b"{>>hands: a = b<<}\n" + b"{>>" * 20_000,
    "form feeds": b"1. We agree.\x0c\x0c\x0b\x1c\x1d\x85\xc2\x85\xe2\x80\xa8 2. We act.",
    "only signs": "﹏﹏﹏ \u202e\u2066 … ".encode() * 1000,
}

BOMBS: dict[str, Callable[[], bytes]] = {
    "deep elements": lambda: b"<p>We agree." + b"<div>" * 100_000 + b"deep",
    "deep insertions": lambda: b"<p>We agree." + b"<ins>" * 50_000 + b"deep",
    "a huge attribute": lambda: b"<p class='%s'>We agree." % (b"x" * 5_000_000),
}

LONG_TEXTS: dict[str, Callable[[], bytes]] = {
    "one long line": lambda: b"word " * 400_000,
    "many short lines": lambda: b"1. a\n" * 50_000,
}
