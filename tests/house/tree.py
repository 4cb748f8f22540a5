"""What the house tests look at: the files of the project, its rooms and their floors, templates in pieces, words."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split

ROOT: Final = Path(__file__).parents[2]
HOUSE: Final = ROOT / "snowdrop"
_NOT_OURS: Final = {"__pycache__", "data", "screens", "node_modules"}
_HIDDEN_BUT_OURS: Final = {".ci", ".gitignore"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is its source: no environments, caches, data or pictures of screens."""
    return tuple(_walk(ROOT))


def sources(*folders: str, ending: str = ".py") -> list[Path]:
    """The files with this ending below these folders of the project."""
    below = [ROOT / folder for folder in folders]
    return [path for path in files() if path.suffix == ending and any(path.is_relative_to(one) for one in below)]


def named(path: Path) -> str:
    """How a failure calls a file."""
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    """The text of a file, or nothing if it holds no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree_of(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(text_of(path), named(path))


@cache
def floors() -> dict[str, int]:
    """Each room with the number of its floor, as pyproject.toml tells import-linter; higher stands on lower."""
    contracts = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["snowdrop"])
    return {room.strip(): floor for floor, layer in enumerate(reversed(layers)) for room in layer.split("|")}


def rooms() -> list[str]:
    """The folders of the package, without what configures it."""
    return sorted(path.parent.name for path in HOUSE.glob("*/__init__.py") if path.parent.name != "settings")


def room_of(path: Path) -> str:
    """The room that a file of the package lies in."""
    return path.relative_to(HOUSE).parts[0]


def may_use(room: str, used: str) -> bool:
    """Whether a room may lean on another: itself, or one on a floor below."""
    return room == used or floors()[used] < floors()[room]


@dataclass(frozen=True, slots=True)
class Tag:
    """One template tag: its name, its words after the name, and where it stands."""

    name: str
    words: tuple[str, ...]
    path: Path
    line: int

    @property
    def where(self) -> str:
        """File and line."""
        return f"{named(self.path)}:{self.line}"


def templates() -> list[Path]:
    """Every template of the house."""
    return [path for path in files() if "templates" in path.parts and path.suffix in {".html", ".txt"}]


def tags_of(path: Path) -> Iterator[Tag]:
    """The tags of a template, comments left out."""
    for token in _tokens(path):
        if token.token_type == TokenType.BLOCK:
            name, *words = smart_split(token.contents)
            yield Tag(name, tuple(words), path, token.lineno or 0)


def markup_of(path: Path) -> str:
    """What a template says by itself, without comments and tags; a tag or a variable becomes a space."""
    return "".join(token.contents if token.token_type == TokenType.TEXT else " " for token in _tokens(path))


def words_of(path: Path) -> str:
    """What people read or hear of a template: its text, the attributes that are read out, and quoted words in tags."""
    reader = _ReadAloud()
    reader.feed(markup_of(path) if path.suffix == ".html" else "")
    text = reader.heard if path.suffix == ".html" else [markup_of(path)]
    quoted = [
        word for tag in tags_of(path) for word in tag.words for word in re.findall(r'"([^"]*)"|\'([^\']*)\'', word)
    ]
    return "\n".join([*text, *("".join(pair) for pair in quoted), *_translated_blocks(path)])


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a Python file that are not docstrings, with their lines."""
    tree = tree_of(path)
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and (body := node.body) and isinstance(body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _NOT_OURS or (path.name.startswith(".") and path.name not in _HIDDEN_BUT_OURS):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file() and path.suffix not in {".pyc", ".sqlite3"}:
            yield path


def _tokens(path: Path) -> Iterator[Token]:
    commented = False
    for token in Lexer(text_of(path)).tokenize():
        if token.token_type == TokenType.BLOCK and token.contents.split()[0] in {"comment", "endcomment"}:
            commented = token.contents.startswith("comment")
        elif token.token_type != TokenType.COMMENT and not commented:
            yield token


def _translated_blocks(path: Path) -> Iterator[str]:
    inside = False
    for token in _tokens(path):
        if token.token_type == TokenType.BLOCK and token.contents.split()[0] in {"blocktranslate", "endblocktranslate"}:
            inside = token.contents.startswith("blocktranslate")
        elif inside and token.token_type == TokenType.TEXT:
            yield token.contents


class _ReadAloud(HTMLParser):
    """Gathers text and the attributes that a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def handle_data(self, data: str) -> None:
        self.heard.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spoken = {"alt", "title", "aria-label", "placeholder", "content", "aria-description", "value"}
        self.heard += [value for name, value in attrs if name in spoken and value]
