"""Law: documents cannot lie. What they name is there, and what is there they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from snowdrop.__main__ import COMMANDS
from tests.house import tree
from tests.house.laws import obeyed

SETTING = re.compile(r"\bSNOWDROP_[A-Z][A-Z_]*\b")


def first_cells(document: str, header: str) -> list[str]:
    """The first cell of each row of the table whose header begins so."""
    lines = tree.text_of(tree.ROOT / document).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {header}"))
    cells = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cells.append(line.split("|")[1].strip())
    return cells


def second_cells(document: str, header: str) -> list[str]:
    """The second cell of each row of the table whose header begins so."""
    lines = tree.text_of(tree.ROOT / document).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {header}"))
    return [line.split("|")[2].strip() for line in lines[start + 2 :] if line.startswith("|")]


def said_in_the_house() -> Iterator[str]:
    """The text of all code and templates."""
    for path in tree.files():
        if path.is_relative_to(tree.HOUSE) and path.suffix in {".py", ".html", ".css", ".js"}:
            yield tree.text_of(path)


def test_the_commands_are_described_and_no_others() -> None:
    text = tree.text_of(tree.ROOT / "docs/running.md") + tree.text_of(tree.ROOT / "README.md")
    told = set(re.findall(r"-m snowdrop ([a-z][a-z-]+)", text))
    named = {name for name in COMMANDS if re.search(rf"`[^`\n]*\b{name}\b", text)} | told

    broken = [f"the command {name} is not in docs/running.md: say what it does." for name in COMMANDS.keys() - named]
    broken += [f"a document tells of the command {name}, which is not there." for name in told - COMMANDS.keys()]

    obeyed("docs/running.md describes every command and no other.", broken)


def test_the_architecture_names_every_room_and_no_other() -> None:
    told = {room for cell in second_cells("ARCHITECTURE.md", "Floor") for room in re.findall(r"`(\w+)`", cell)}
    there = {room for room in tree.rooms() if list((tree.HOUSE / room).rglob("*.py"))}

    broken = [f"ARCHITECTURE.md tells of {room}, which is not there: take its row away." for room in told - there]
    broken += [f"snowdrop/{room} is not in the table of ARCHITECTURE.md: give it a row." for room in there - told]

    obeyed("the table of ARCHITECTURE.md is the house.", broken)


def test_every_room_stands_on_a_floor_and_is_installed_where_it_has_models() -> None:
    from django.conf import settings

    broken = [f"snowdrop/{room} has no floor in pyproject.toml." for room in tree.rooms() if room not in tree.floors()]
    broken += [
        f"snowdrop/{room} has models and is not in INSTALLED_APPS."
        for room in tree.rooms()
        if (tree.HOUSE / room / "models.py").exists() and f"snowdrop.{room}" not in settings.INSTALLED_APPS
    ]

    obeyed("every room stands on a floor.", broken)


def test_every_word_of_the_glossary_is_used() -> None:
    text = "\n".join(said_in_the_house()).lower()
    words = [word.strip() for cell in first_cells("GLOSSARY.md", "Word") for word in cell.split(",")]
    broken = [
        f"GLOSSARY.md explains “{word}”, which nothing says: use it, or take it away."
        for word in words
        if not re.search(r"\b" + "[ _-]".join(map(re.escape, word.lower().split())), text)
    ]

    obeyed("one word for each concept, and each word is used.", broken)


def test_the_settings_are_described_and_no_others() -> None:
    reading = tree.sources("snowdrop/settings")
    read = {name for path in reading for _, text in tree.strings_of(path) for name in SETTING.findall(text)}
    told = set(SETTING.findall(tree.text_of(tree.ROOT / "docs/settings.md")))
    listed = {name.strip("`") for name in first_cells("docs/settings.md", "Setting")}

    broken = [f"{name} is read and not in the table of docs/settings.md: describe it." for name in read - listed]
    broken += [f"docs/settings.md tells of {name}, which nothing reads: take it away." for name in told - read]

    obeyed("docs/settings.md describes every setting and nothing else.", broken)


def test_settings_are_read_in_one_place() -> None:
    broken = [
        f"{tree.named(path)} reads {name} from the environment: let snowdrop/settings/environment.py read it."
        for path in tree.sources("snowdrop")
        if not path.is_relative_to(tree.HOUSE / "settings") and "os.environ" in tree.text_of(path)
        if path != tree.HOUSE / "__main__.py"  # gives a default before anything is read
        for _, text in tree.strings_of(path)
        for name in SETTING.findall(text)
    ]

    obeyed("the environment is read once, in snowdrop/settings/environment.py.", broken)


def test_a_path_that_a_document_names_is_there() -> None:
    broken = []
    for path in tree.files():
        if path.suffix != ".md" or path.name == "CHANGELOG.md":
            continue
        for link in re.findall(r"\]\(([^)#\s]+)", tree.text_of(path)):
            if "://" not in link and not link.startswith("mailto:") and not (path.parent / link).exists():
                broken.append(f"{tree.named(path)} leads to {link}, which is not there.")

    obeyed("what a document leads to is there.", broken)
