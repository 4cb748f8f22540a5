"""Law: files and functions stay small enough to read, and say what they are for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree
from tests.house.laws import obeyed

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_VIEW = 15

LONGER: dict[str, str] = {}
"""Files that hold data and may be longer, each with its reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(path: Path) -> Iterator[Function]:
    """Every function of a file."""
    return (node for node in ast.walk(tree.tree_of(path)) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """The lines of a function's body: not its signature, not what it says about itself."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_file_is_longer_than_somebody_reads_in_one_go() -> None:
    broken = [
        f"{tree.named(path)} has {lines} lines (most: {MOST_LINES_OF_A_FILE}): make a folder, one module for each noun."
        for path in tree.sources("snowdrop", "tests", "bench", "scripts")
        if "migrations" not in path.parts and tree.named(path) not in LONGER
        if (lines := tree.text_of(path).count("\n")) > MOST_LINES_OF_A_FILE
    ]

    obeyed("a file fits into one sitting.", broken)


def test_no_function_is_longer_than_a_screen() -> None:
    broken = [
        f"{tree.named(path)}:{function.lineno} {function.name} has {lines_of(function)} lines "
        f"(most: {MOST_LINES_OF_A_FUNCTION}): give its parts names."
        for path in tree.sources("snowdrop", "tests", "bench", "scripts")
        if "migrations" not in path.parts
        for function in functions_of(path)
        if lines_of(function) > MOST_LINES_OF_A_FUNCTION
    ]

    obeyed("a function fits on one screen.", broken)


def test_a_view_gathers_calls_once_and_answers() -> None:
    broken = [
        f"{tree.named(path)}:{function.lineno} {function.name} has {lines_of(function)} lines "
        f"(most: {MOST_LINES_OF_A_VIEW}): what it decides belongs into the form, the action or the query."
        for path in tree.sources("snowdrop")
        if path.stem.startswith("views")
        for function in functions_of(path)
        if lines_of(function) > MOST_LINES_OF_A_VIEW
    ]

    obeyed("a view gathers, calls once and answers.", broken)


def test_every_module_says_what_it_is_for() -> None:
    broken = [
        f"{tree.named(path)} opens without a sentence: say what it is for and, where useful, what it is not."
        for path in tree.sources("snowdrop", "tests", "bench", "scripts")
        if "migrations" not in path.parts and tree.text_of(path).strip()
        if not ast.get_docstring(tree.tree_of(path))
    ]

    obeyed("every module opens with one sentence.", broken)


def test_every_act_question_and_rule_says_what_it_does() -> None:
    broken = [
        f"{tree.named(path)}:{node.lineno} {node.name} says nothing of itself: what it does, its units, its refusals."
        for path in tree.sources("snowdrop")
        if path.stem in {"actions", "queries", "rules", "jobs", "readers", "models"}
        for node in tree.tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]

    obeyed("every public act, question, rule and model says what it does.", broken)


def test_nothing_happens_by_signals_or_in_save() -> None:
    broken = []
    for path in tree.sources("snowdrop"):
        for node in ast.walk(tree.tree_of(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.db.models.signals"):
                broken.append(f"{tree.named(path)}:{node.lineno} listens to a signal: let the journal tell it.")
            if isinstance(node, ast.ClassDef) and any(
                isinstance(one, Function) and one.name in {"save", "delete"} for one in node.body
            ):
                broken.append(f"{tree.named(path)}:{node.lineno} {node.name} overrides save or delete: make it an act.")

    obeyed("news travels by the journal; there are no signals and no save() overrides.", broken)


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = {"now", "utcnow", "today", "localtime", "localdate"}
    broken = [
        f"{tree.named(path)}:{node.lineno} asks for the time: take it as an argument; doors ask snowdrop.ground.clock."
        for path in tree.sources("snowdrop")
        if path.stem in {"actions", "queries", "rules", "models", "forms"}
        for node in ast.walk(tree.tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asking
    ]

    obeyed("below the doors, time is an argument.", broken)
