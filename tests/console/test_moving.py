"""A whole instance moves to PostgreSQL and back, and everything in it is there, once (docs/decisions/0024)."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from snowdrop.console.moving.comparing import differences
from snowdrop.console.moving.sides import MARK, side
from snowdrop.console.moving.tables import all_tables
from tests.world.instance import ROOT, Instance, a_form, an_instance
from tests.world.postbox import Postbox, a_postbox
from tests.world.postgresql import Server, a_postgresql, asked

pytestmark = pytest.mark.slow
WRITERS = 40


class Nothing:
    """Takes the settings of the server for mail, which here are those of other processes."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with a_postgresql() as server:
        yield server


@dataclass(slots=True)
class World:
    """An instance with families in it, whose mails have all been brought, and what is known of it."""

    embedded: Instance
    box: Postbox
    slug: str
    cookie: str
    private: str
    opens: dict[str, list[str]]
    far: dict[str, int]
    held: str
    moved: Instance = field(init=False)
    """The same families, served from PostgreSQL."""

    @property
    def file(self) -> Path:
        return self.embedded.data / "snowdrop.sqlite3"


@pytest.fixture(scope="module")
def world(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("moving")
    with (
        a_postbox(Nothing()) as box,
        an_instance(folder, SNOWDROP_MAIL=f"smtp://127.0.0.1:{box.port}", SNOWDROP_DEVELOPING="no") as embedded,
    ):
        world = a_world(embedded, box)
        embedded.end()
        before = said_by(world.file)
        url = server.new_database()
        embedded.command("move-to", url)
        assert said_by(world.file) == before, "the old database is never changed"
        world.moved = replace(embedded, settings={**embedded.settings, "SNOWDROP_DATABASE": url}, port=0, _people=None)
        yield world
        world.moved.end()


def a_world(embedded: Instance, box: Postbox) -> World:
    """A page that everybody may see, a memorial full of things, and a thanks to many that has reached everybody."""
    slug = embedded.act("open_memorial", "For Wren", "everybody")["slug"]
    private = embedded.act("fill_with_canaries", "Noor")["id"]
    thanked = embedded.act("many_have_written", WRITERS)["slug"]
    embedded.act("thank_everybody", thanked)
    embedded.start(wait_for=f"/m/{slug}/")
    form = a_form(words="Thinking of you, ü ß 花.")
    assert embedded.post(f"/m/{slug}/send/", form).status == 303
    embedded.wait_for(lambda: embedded.act("how_far")["finished"] and not embedded.act("how_far")["left"])
    embedded.stop()
    while embedded.act("catch_up")["anything"]:
        pass
    cookie, opens = embedded.act("sign_in", slug)["cookie"], embedded.act("what_opens", private)
    far = embedded.act("how_far")
    assert len(opens["opened"]) > 10 and not opens["closed"]
    return World(embedded, box, slug, cookie, private, opens, far, form["once"])


def said_by(file: Path) -> list[str]:
    """All that an embedded database says."""
    with closing(sqlite3.connect(file)) as at:
        return list(at.iterdump())


def refused(instance: Instance, *words: str) -> str:
    """Runs a command that must not succeed; returns what it said."""
    command = [sys.executable, "-m", "snowdrop", *words]
    done = subprocess.run(command, cwd=ROOT, env=instance.environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def different(one: str, other: str, data: Path) -> list[str]:
    here, there = side(one, data), side(other, data)
    try:
        return [str(found) for table in all_tables() for found in differences(here, there, table, lambda _: None)]
    finally:
        here.close()
        there.close()


def test_nothing_is_new_to_a_reader_of_the_journal_and_nothing_is_sent_again(world: World) -> None:
    mails = len(world.box.mails)
    assert mails >= WRITERS

    assert world.moved.act("catch_up") == {"anything": False}
    assert world.moved.act("how_far") == world.far
    assert len(world.box.mails) == mails


def test_everything_opens_that_opened_before(world: World) -> None:
    assert world.moved.act("what_opens", world.private) == world.opens
    assert world.moved.act("kept", world.held)["words"] == {world.held: "Thinking of you, ü ß 花."}


def test_a_row_that_was_changed_in_the_copy_is_named_and_what_it_says_is_not(world: World) -> None:
    url = world.moved.settings["SNOWDROP_DATABASE"]
    world.embedded.command("move-to", url, "--compare", "--quiet")
    asked(url, "UPDATE people_person SET name = 'Somebody else' WHERE name = 'Mira'")
    asked(url, "UPDATE ground_entry SET at = at + interval '1 microsecond' WHERE id = 1")
    asked(url, "INSERT INTO ground_timedwork VALUES ('something more', now())")
    try:
        told = refused(world.embedded, "move-to", url, "--compare")
    finally:
        asked(url, "UPDATE people_person SET name = 'Mira' WHERE name = 'Somebody else'")
        asked(url, "UPDATE ground_entry SET at = at - interval '1 microsecond' WHERE id = 1")
        asked(url, "DELETE FROM ground_timedwork WHERE name = 'something more'")

    assert "ground_entry, 1: differs in at" in told
    assert "people_person, " in told and "differs in name" in told
    assert "ground_timedwork, something more: is in the copy alone" in told
    assert "Mira" not in told and "Somebody else" not in told


def test_it_comes_back_as_it_was(world: World, tmp_path: Path) -> None:
    back = f"sqlite://{tmp_path / 'back.sqlite3'}"
    note = (world.moved.data / "moved.json").read_text()
    world.moved.end()
    world.moved.command("move-to", back)
    (world.moved.data / "moved.json").write_text(note)  # the tests after this one go on with PostgreSQL

    assert different(f"sqlite://{world.file}", back, tmp_path) == []
    with closing(sqlite3.connect(tmp_path / "back.sqlite3")) as at, closing(sqlite3.connect(world.file)) as old:
        numbers = "SELECT name, seq FROM sqlite_sequence WHERE seq > 0 ORDER BY name"
        assert at.execute(numbers).fetchall() == old.execute(numbers).fetchall()
        assert at.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_copy_is_not_put_over_anything(world: World, server: Server) -> None:
    url, other = world.moved.settings["SNOWDROP_DATABASE"], server.new_database()
    asked(other, "CREATE TABLE somebody_elses (id int)")

    assert "holds this instance already" in refused(world.embedded, "move-to", url)
    assert "is not empty" in refused(world.embedded, "move-to", other)
    assert asked(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(1,)]
    assert "serves already" in refused(world.embedded, "move-to", "sqlite:///")


def test_nothing_is_served_from_where_it_left(world: World) -> None:
    assert "was moved from" in refused(world.embedded, "serve", "--port", "1")


def test_what_this_version_does_not_know_is_not_left_out_in_silence(world: World, server: Server) -> None:
    url = server.new_database()
    with closing(sqlite3.connect(world.file)) as at:
        at.execute("CREATE TABLE from_another_program (id int)")
    try:
        assert "--without from_another_program" in refused(world.embedded, "move-to", url)
    finally:
        with closing(sqlite3.connect(world.file)) as at:
            at.execute("DROP TABLE from_another_program")


def test_another_version_is_refused(world: World, server: Server) -> None:
    with closing(sqlite3.connect(world.file)) as at:
        gone = at.execute("SELECT id, app, name, applied FROM django_migrations ORDER BY id DESC LIMIT 1").fetchone()
        at.execute("DELETE FROM django_migrations WHERE id = ?", gone[:1])
        at.commit()
        try:
            assert "not of this version" in refused(world.embedded, "move-to", server.new_database())
        finally:
            at.execute("INSERT INTO django_migrations VALUES (?, ?, ?, ?)", gone)
            at.commit()


def test_what_postgresql_cannot_keep_is_named_before_anything_is_served(world: World, server: Server) -> None:
    url = server.new_database()
    with closing(sqlite3.connect(world.file)) as at:
        at.execute("INSERT INTO ground_timedwork VALUES ('with' || char(0) || 'nul', '2026-01-01 00:00:00')")
        at.commit()
        try:
            told = refused(world.embedded, "move-to", url)
        finally:
            at.execute("DELETE FROM ground_timedwork WHERE name LIKE 'with%'")
            at.commit()

    assert "ground_timedwork, name" in told and "cannot keep" in told
    half = replace(world.embedded, settings={**world.embedded.settings, "SNOWDROP_DATABASE": url})
    assert "not finished" in refused(half, "serve", "--port", "1")
    world.embedded.command("move-to", url)  # goes on, once it is mended
    assert different(f"sqlite://{world.file}", url, world.embedded.data) == []


def test_the_families_go_on_where_they_were(world: World) -> None:
    moved, mails = world.moved, len(world.box.mails)
    moved.start(wait_for=f"/m/{world.slug}/")

    room = moved.get(f"/m/{world.slug}/waiting/", {"Cookie": world.cookie})
    form = a_form(words="From afterwards.")
    sent = moved.post(f"/m/{world.slug}/send/", form)
    again = moved.post(f"/m/{world.slug}/send/", a_form(once=world.held, words="Thinking of you, ü ß 花."))
    time.sleep(2)  # readers of the journal look four times a second
    moved.stop()

    assert room.status == 200
    assert (sent.status, again.status) == (303, 303)
    assert moved.act("kept", form["once"], world.held)["doubled"] == []
    assert len(world.box.mails) == mails
    assert moved.act("catch_up") == {"anything": False}


def test_while_it_is_served_nothing_moves(world: World, server: Server) -> None:
    world.moved.start()
    try:
        assert "is being served" in refused(world.moved, "move-to", f"sqlite://{world.moved.data}/no.sqlite3")
        elsewhere = replace(world.moved, data=world.moved.data.parent / "another-machine")
        told = refused(elsewhere, "move-to", f"sqlite://{world.moved.data}/no.sqlite3")
        assert "is in use" in told
    finally:
        world.moved.stop()
    assert not (world.moved.data / "no.sqlite3").exists()


def test_ended_half_way_it_goes_on_with_what_changed_meanwhile(server: Server, tmp_path: Path) -> None:
    with an_instance(tmp_path) as instance:
        slug = instance.act("many_have_written", 11_000)["slug"]
        instance.end()
        url = server.new_database()
        killed_half_way(instance, url)
        rows = asked(url, "SELECT count(*) FROM comfort_comfort")[0][0]
        assert 0 < rows < 11_000
        assert asked(url, f"SELECT count(*) FROM {MARK} WHERE identity IS NOT NULL") == [(1,)]
        half = replace(instance, settings={**instance.settings, "SNOWDROP_DATABASE": url})
        assert "not finished" in refused(half, "serve", "--port", "1")

        instance.start()  # the old one still serves
        assert instance.post(f"/m/{slug}/send/", a_form()).status in {303, 404}
        instance.stop()
        with closing(sqlite3.connect(tmp_path / "snowdrop.sqlite3")) as at:
            at.execute("UPDATE comfort_comfort SET lane = 'amber' WHERE id = 17")
            at.execute("PRAGMA foreign_keys = ON")
            for table in ("comfort_step", "comfort_sendersaddress"):
                at.execute(f"DELETE FROM {table} WHERE comfort_id IN (23, 10999)")
            at.execute("DELETE FROM comfort_comfort WHERE id IN (23, 10999)")
            at.commit()
        instance.command("move-to", url)

        assert different(f"sqlite://{tmp_path / 'snowdrop.sqlite3'}", url, tmp_path) == []
        assert asked(url, "SELECT count(*) FROM pg_constraint WHERE contype = 'f'")[0][0] > 100
        assert asked(url, "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated") == [(0,)]


def killed_half_way(instance: Instance, url: str) -> None:
    """Kills it as soon as the first part of the comfort is there."""
    command: Any = subprocess.Popen(
        [sys.executable, "-m", "snowdrop", "move-to", url],
        cwd=ROOT,
        env=instance.environment,
        stdout=subprocess.DEVNULL,
    )
    patience = time.monotonic() + 120
    while time.monotonic() < patience and command.poll() is None:
        there = asked(url, "SELECT count(*) FROM pg_tables WHERE tablename = 'comfort_comfort'")[0][0]
        if there and asked(url, "SELECT count(*) FROM comfort_comfort")[0][0]:
            break
        time.sleep(0.005)
    command.send_signal(signal.SIGKILL)
    assert command.wait() == -signal.SIGKILL
