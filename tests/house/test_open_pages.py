"""Law: only the doors say that a page is open to somebody, for what stands on it does not ask again."""

from __future__ import annotations

import ast

from tests.house import tree
from tests.house.laws import obeyed

DOORS = "snowdrop/memorials/doors.py"


def test_only_the_doors_make_an_open_page() -> None:
    makers = [
        f"{tree.named(path)}:{node.lineno} makes an OpenPage: ask doors.open_page or doors.page_open_to for it."
        for path in tree.sources("snowdrop", "tests")
        if tree.named(path) != DOORS
        for node in ast.walk(tree.tree_of(path))
        if isinstance(node, ast.Call) and "OpenPage" in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
    ]

    obeyed("a page is open because visible_to said so, in one place.", makers)


def test_the_doors_ask_before_they_make_one() -> None:
    functions = [node for node in tree.tree_of(tree.ROOT / DOORS).body if isinstance(node, ast.FunctionDef)]
    makers = {one.name: ast.unparse(one) for one in functions if "OpenPage(" in ast.unparse(one)}

    assert set(makers) == {"open_page", "page_open_to", "open_page_and_standing"}
    obeyed(
        "whoever makes an open page asks visible_to, or the door that does.",
        [name for name, text in makers.items() if "visible_to(" not in text and "visible_memorial(" not in text],
    )
