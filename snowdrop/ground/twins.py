"""The plain twin of a mail, made of the very HTML that is sent beside it, so that the two cannot differ."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_UNREAD: Final = frozenset({"head", "title", "style"})
_BLOCKS: Final = frozenset({"p", "h1", "h2", "ul", "li", "blockquote", "div", "body"})
_INDENTED: Final = frozenset({"h1", "blockquote"})
_INDENT: Final = "    "
_RULE: Final = "* * *"


def text_of(html: str) -> str:
    """What a mail says, as plain text: a paragraph for each block, quotes and codes indented, addresses on lines alone.

    Knows the few elements of which our mails are made (ground/templates/mail/base.html), no others.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._lines: list[list[str]] = [[]]
        self._unread = self._depth = 0
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "hr":
            self._end_block()
            self._blocks.append(_RULE)
        elif tag == "br":
            self._lines.append([])
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
        elif tag in _BLOCKS:
            self._end_block()
            self._depth += tag in _INDENTED

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread -= 1
        elif tag == "a":
            self._lines += [[self._address], []]
            self._address = ""
        elif tag in _BLOCKS:
            self._end_block()
            self._depth -= tag in _INDENTED

    def handle_data(self, data: str) -> None:
        if not self._unread and not (self._address and data.strip() == self._address):
            self._lines[-1].append(data)

    def text(self) -> str:
        """All blocks, with an empty line between two."""
        self._end_block()
        return "\n\n".join(self._blocks)

    def _end_block(self) -> None:
        lines = [" ".join("".join(words).split()) for words in self._lines]
        if any(lines):
            self._blocks.append("\n".join(f"{_INDENT * self._depth}{line}" for line in lines if line))
        self._lines = [[]]
