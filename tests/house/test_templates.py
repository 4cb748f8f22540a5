"""Law: no inline style, script or handler, no asset of another server, and nothing unescaped."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser

from tests.house import tree
from tests.house.laws import obeyed

ASSETS = {
    **dict.fromkeys(("img", "audio", "video", "source", "track", "iframe", "embed", "script"), ("src", "srcset")),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "object": ("data",),
    "form": ("action",),
    "button": ("formaction",),
}

SAFE_FILTER = re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape\s+off")
BUILDS_MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://|importScripts"
)


class Markup(HTMLParser):
    """Finds what the content policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style":
            self.found.append("has a <style>: put it into a sheet in ground/static/ground/css.")
        self._script = tag == "script"
        for name, value in given.items():
            if name == "style":
                self.found.append(f'has style="{value}" on <{tag}>: give it a class.')
            if re.fullmatch(r"on[a-z]+", name):
                self.found.append(f"has {name} on <{tag}>: bind it by data-behaviour in ground/static/ground/js.")
            if (value or "").strip().lower().startswith(("javascript:", "data:text")):
                self.found.append(f"has a script in {name} of <{tag}>: make it a behaviour.")
            if name in ASSETS.get(tag, ()) and re.match(r"\s*(?:https?:)?//", value or ""):
                self.found.append(f"asks another server: {name}={value!r} of <{tag}>. Keep a copy in static.")

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.found.append("has an inline script: make it a module in ground/static/ground/js.")


def test_templates_hold_no_inline_style_script_or_handler_and_ask_no_other_server() -> None:
    broken = []
    for path in tree.templates():
        reader = Markup()
        reader.feed(tree.markup_of(path))
        broken += [f"{tree.named(path)} {sentence}" for sentence in reader.found]

    obeyed("no inline style, script or handler, and no asset from anybody else's server.", broken)


def test_templates_switch_no_escaping_off() -> None:
    broken = []
    for path in tree.templates():
        for number, line in enumerate(tree.text_of(path).splitlines(), 1):
            if SAFE_FILTER.search(line) and path.suffix == ".html":
                broken.append(f"{tree.named(path)}:{number} switches escaping off: let the page object bring markup.")

    obeyed("whatever people wrote is escaped.", broken)


def test_only_what_we_draw_ourselves_is_marked_safe() -> None:
    """The argument has to be a drawing at first sight: `mark_safe(draw_…(…))`, `drawing`, or the svg of one."""
    broken = []
    for path in tree.sources("snowdrop"):
        for node in ast.walk(tree.tree_of(path)):
            if not isinstance(node, ast.Call) or called(node) not in {"mark_safe", "SafeString", "SafeText"}:
                continue
            drawn = node.args[0] if node.args else None
            is_drawing = isinstance(drawn, ast.Call) and called(drawn).lstrip("_").startswith("draw")
            is_drawn_before = isinstance(drawn, ast.Name) and drawn.id == "drawing"
            is_svg = isinstance(drawn, ast.Attribute) and drawn.attr == "svg"
            is_nothing = isinstance(drawn, ast.Constant) and drawn.value == ""
            if not (is_drawing or is_drawn_before or is_svg or is_nothing):
                broken.append(f"{tree.named(path)}:{node.lineno} marks something safe: use format_html.")

    obeyed("only our own drawings are marked safe; whatever people wrote is escaped.", broken)


def called(node: ast.Call) -> str:
    """The name of what is called, without its module."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_scripts_build_no_markup_and_sheets_ask_no_other_server() -> None:
    broken = []
    for path in tree.sources("snowdrop", ending=".js"):
        code = re.sub(r"/\*.*?\*/|//.*?$", "", tree.text_of(path), flags=re.DOTALL | re.MULTILINE)
        for word in BUILDS_MARKUP.findall(code):
            broken.append(f"{tree.named(path)} uses {word}: build elements, and ask our own server only.")
    for path in tree.sources("snowdrop", ending=".css"):
        if re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", tree.text_of(path)):
            broken.append(f"{tree.named(path)} asks for another sheet or server: link plain sheets from base.html.")

    obeyed("scripts build no markup from text; sheets are linked plainly.", broken)
