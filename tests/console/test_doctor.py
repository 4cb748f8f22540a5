"""The doctor: what is wrong is named, with how to mend it; what is well is said to be (trust.md T07, T29)."""

from __future__ import annotations

import json
import smtplib
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from snowdrop.console.doctor import LOOKS, examine, folders, keeping, mail, outside
from snowdrop.console.doctor import keys as looking_at_keys
from snowdrop.console.doctor import settings as looking
from snowdrop.ground import clock, instance_keys, keys, rotation
from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.models import Outgoing
from snowdrop.settings.environment import Environment
from tests.console.examining import PUBLIC, wrong
from tests.figures import Figures
from tests.world.backing_up import Operator
from tests.world.cast import a_family
from tests.world.instance import ROOT, Instance, an_instance, free_port
from tests.world.storage import Storage

# The settings


def test_mails_shown_at_a_public_address_are_named(here: Callable[..., Environment]) -> None:
    here(developing=True)

    assert f"Whoever reaches {PUBLIC} can read every mail that is sent, with the codes to sign in." in wrong(
        looking.look
    )


def test_a_public_address_without_encryption_or_servers_in_front_is_named(
    here: Callable[..., Environment], settings: Any
) -> None:
    here(address="http://memorials.example.org")
    assert "People reach http://memorials.example.org without encryption." in wrong(looking.look)

    here(proxies=0)
    settings.DEBUG, settings.ALLOWED_HOSTS = True, ["*"]
    found = wrong(looking.look)
    assert any("count as one network" in one for one in found)
    assert any("what the program was doing" in one for one in found)
    assert any("names that strangers choose" in one for one in found)


# Files


def test_folders_in_order_are_well(here: Callable[..., Environment]) -> None:
    here()
    instance_keys.make_first()

    assert wrong(folders.look) == []


def test_keys_within_the_data_are_named_except_while_developing(here: Callable[..., Environment]) -> None:
    data = here().data

    here(keys=data / "keys")
    assert any("lies inside the folder of data" in one for one in wrong(folders.look))

    here(keys=data / "keys", developing=True)
    assert wrong(folders.look) == []


def test_keys_within_a_checkout_are_named(here: Callable[..., Environment]) -> None:
    folder = here().keys
    (folder.parent / ".git").mkdir()

    assert any("inside a checkout" in one for one in wrong(folders.look))


@pytest.mark.parametrize("which", ["data", "keys", "keys/instance.key", "data/snowdrop.sqlite3"])
def test_what_others_may_open_is_named(here: Callable[..., Environment], which: str) -> None:
    folder = here().data.parent
    instance_keys.make_first()
    (folder / "data/snowdrop.sqlite3").touch(0o600)
    assert wrong(folders.look) == []

    (folder / which).chmod(0o755 if (folder / which).is_dir() else 0o644)

    assert wrong(folders.look) == [f"Other users of this computer may open {folder / which}."]


# Mail


@pytest.fixture
def mail_server() -> Iterator[int]:
    server = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    server.start()
    yield server.port
    server.stop()


def test_mail_that_cannot_be_sent_is_named(here: Callable[..., Environment], settings: Any, mail_server: int) -> None:
    here(mail="")
    assert wrong(mail.look) == ["No mail can be sent, so nobody can sign in."]

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", mail_server, False
    here(mail=f"smtp://127.0.0.1:{mail_server}")
    assert wrong(mail.look) == []

    settings.EMAIL_PORT = free_port()
    assert wrong(mail.look)[0].startswith("The mail server at 127.0.0.1 does not let us in")
    assert issubclass(smtplib.SMTPException, OSError)  # refusals of the server are caught too


def a_mail_on_its_way(*, waits: timedelta, tries: int = 0, due: timedelta = timedelta()) -> None:
    now = clock.now()
    given = {"what": "thanks", "subject_id": uuid4(), "recipient_id": uuid4(), "tries": tries}
    Outgoing.objects.create(**given, made_at=now - waits, due_at=now + due)


@pytest.mark.django_db
def test_mails_that_nobody_takes_up_are_named_with_how_long_they_wait(here: Callable[..., Environment]) -> None:
    here()
    a_mail_on_its_way(waits=timedelta(hours=9), due=timedelta(hours=6))
    a_mail_on_its_way(waits=timedelta(minutes=1), due=timedelta(minutes=-1))
    assert wrong(mail.look_at_outbox) == []

    a_mail_on_its_way(waits=timedelta(hours=3), due=timedelta(hours=-3))
    assert wrong(mail.look_at_outbox) == ["Mails wait in the outbox that nobody takes up, the oldest for 3 hours."]


@pytest.mark.django_db
def test_mails_that_no_server_takes_are_named_and_whether_it_answers(
    here: Callable[..., Environment], settings: Any, mail_server: int
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", mail_server, False
    here(mail=f"smtp://127.0.0.1:{mail_server}")
    a_mail_on_its_way(waits=timedelta(days=2), tries=5, due=timedelta(minutes=30))

    answers = wrong(mail.look_at_outbox)
    settings.EMAIL_PORT = free_port()
    away = wrong(mail.look_at_outbox)

    said = "Mails could not be brought yet, the oldest for 2 days. The mail server"
    assert answers == [f"{said} answers, and does not take them for now."]
    assert away == [f"{said} does not answer."]


# Keys


@pytest.mark.django_db
def test_keys_that_are_missing_or_do_not_open_are_named(here: Callable[..., Environment]) -> None:
    folder = here().keys
    assert wrong(looking_at_keys.look)[0].startswith("There is no instance key in")

    instance_keys.make_first()
    family = a_family()
    assert wrong(looking_at_keys.look) == []

    rotation.begin()
    assert wrong(looking_at_keys.look) == [
        "A new instance key was made, and not every data key is wrapped by it yet. Both are needed."
    ]
    rotation.end()
    (folder / "instance.key").rename(folder / "away")
    instance_keys.make_first()
    keys.forget_cached()
    assert "data keys cannot be opened" in wrong(looking_at_keys.look)[0]
    (folder / "away").rename(folder / "instance.key")
    keys.destroy_data_key(family.memorial.id)
    assert wrong(looking_at_keys.look)[0].startswith("1 memorials have no data key")


@pytest.mark.django_db
def test_a_look_that_fails_is_a_finding_and_stops_no_other(
    here: Callable[..., Environment], monkeypatch: pytest.MonkeyPatch
) -> None:
    here()

    def fails() -> Iterator[object]:
        raise RuntimeError("torn")
        yield

    monkeypatch.setattr("snowdrop.console.doctor.examining.LOOKS", (("one", fails), ("room", folders.look_for_room)))
    one, room = examine("")

    assert one.findings[0].wrong == "This could not be looked at (RuntimeError: torn)."
    assert room.findings == ()


# Buckets


def test_a_bucket_in_order_is_well_and_an_open_one_is_named(
    here: Callable[..., Environment], object_storage: Storage
) -> None:
    here(media_bucket=object_storage.media, keys_bucket=object_storage.keys)
    there = list(BucketObjects(object_storage.media).names())
    assert wrong(keeping.look_at_store) == []
    assert list(BucketObjects(object_storage.media).names()) == there  # the doctor leaves nothing behind

    here(media_bucket=object_storage.open)
    found = wrong(keeping.look_at_store)
    assert len([one for one in found if one.startswith("Strangers may open")]) == 3

    here(media_bucket=object_storage.with_wrong_secret(object_storage.media))
    found = wrong(keeping.look_at_store)
    assert found[0].startswith("Nothing can be kept. The bucket media could not be used:")
    assert found[1].startswith("The storage cannot be reached. The bucket media could not be used:")

    here(media_bucket=object_storage.media, keys_bucket=replace(object_storage.keys, access_key="media"))
    assert wrong(looking_at_keys._look_at_buckets) == [
        "The same credentials open the bucket of photographs and the bucket of keys."
    ]


# A running instance


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """As an operator runs it: keys apart, mail set up, nothing for developers; with a photograph in it."""
    folder, port = tmp_path_factory.mktemp("doctor"), free_port()
    server = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    server.start()
    settings = {
        "SNOWDROP_KEYS": str(folder / "keys"),
        "SNOWDROP_ADDRESS": f"http://127.0.0.1:{port}",
        "SNOWDROP_MAIL": f"smtp://127.0.0.1:{server.port}",
    }
    with an_instance(folder / "data", **settings) as instance:
        instance.port = port
        instance.act("fill_with_canaries", "Mira")
        instance.start()
        (instance.data / "serve.log").chmod(0o600)  # a log of the tests' own making
        yield instance
    server.stop()


def doctor(instance: Instance, *words: str) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "snowdrop", "doctor", "--json", *words]
    done = subprocess.run(command, cwd=ROOT, env=instance.environment, capture_output=True, text=True, timeout=120)
    return done.returncode, json.loads(done.stdout)


def findings_of(said: dict[str, Any]) -> list[str]:
    return [one["wrong"] for look in said["looked_at"] for one in look["findings"]]


def _trust_somebody(instance: Instance) -> None:
    """Somebody has signed in once, and leads from then on."""
    signed_in = "from snowdrop.people.models import Person; Person.objects.create_user('lead@example.org')"
    for words in (["shell", "-c", signed_in], ["staff", "add", "lead@example.org", "lead"]):
        subprocess.run([sys.executable, "-m", "snowdrop", *words], cwd=ROOT, env=instance.environment, check=True)


@pytest.mark.slow
def test_an_instance_in_order_is_said_to_be_well(running: Instance) -> None:
    _trust_somebody(running)
    operator = Operator(running.data.parent, running)
    operator.make_key()
    assert (operator.back_up().status, operator.verify().status) == (0, 0)
    status, said = doctor(running, "--address", f"http://127.0.0.1:{running.port}")

    assert findings_of(said) == []
    assert (status, said["well"]) == (0, True)
    assert {one["about"] for one in said["looked_at"]} == {about for about, _look in LOOKS} | {
        f"what strangers find at http://127.0.0.1:{running.port}"
    }
    assert str(running.data / "media") in {place["where"] for place in said["places"]}


@pytest.mark.slow
def test_nothing_lies_open_beside_the_door(running: Instance, figures: Figures) -> None:
    """Every file that the instance keeps, asked for in every way to reach it by where it lies."""
    files = {
        path for folder in ("data", "keys") for path in (running.data.parent / folder).rglob("*") if path.is_file()
    }
    ours = {path for path in files if not path.is_relative_to(running.data / "static")}
    assert running.data / "snowdrop.sqlite3" in ours and any("media" in path.parts for path in ours)
    below = [path.relative_to(running.data.parent).as_posix() for path in ours]
    paths = [*outside.BESIDE, *outside.UPWARDS, "/.git/", "/manage.py", "/snowdrop/settings/__init__.py"]
    for file in below:
        inside = file.partition("/")[2]
        paths += [f"/{file}", f"/{inside}", f"/static/../{inside}", f"/static/..%2f{quote(inside, safe='')}"]
        paths += [f"/static//{inside}", f"/media/{inside.removeprefix('media/')}", f"/%2e%2e/{file}"]
    contents = {path.read_bytes() for path in ours if path.stat().st_size}

    answers = {path: running.get(path) for path in paths}
    opened = [path for path, answer in answers.items() if answer.status < 300 or answer.body in contents]
    strangers = running.get("/", {"Host": "stranger.example"})
    told = [path for path in ("/m/%00/", "/%ff/", "/sign-in/?next=%00") if b"Traceback" in running.get(path).body]
    figures("T07", checks=len(paths) + 4, wrong=len(opened) + len(told) + (strangers.status != 400))

    assert opened == []
    assert strangers.status == 400
    assert told == []


@pytest.mark.slow
def test_a_server_that_lays_everything_open_is_named(running: Instance) -> None:
    """So that the doctor is seen to find: a server beside it that serves the folder of data as files."""
    serve = partial(_Quiet, directory=str(running.data))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as careless:
        Thread(target=careless.serve_forever, daemon=True).start()
        status, said = doctor(running, "--address", f"http://127.0.0.1:{careless.server_port}")
        careless.shutdown()

    found = findings_of(said)
    assert status == 1
    for path in ("/snowdrop.sqlite3", "/media/", "/static/", "/serve.log", "/static/../snowdrop.sqlite3"):
        assert f"Strangers can open http://127.0.0.1:{careless.server_port}{path}." in found
    assert len([one for one in found if "/media/" in one and one.count("/") > 5]) >= 1  # the canary, where it lies
    assert any("Content-Security-Policy" in one for one in found)
    assert "The server answers under a name that a stranger chose." in found


@pytest.mark.slow
def test_an_instance_out_of_order_ends_with_one_and_says_so_in_words(running: Instance) -> None:
    settings = {**running.settings, "SNOWDROP_MAIL": "", "SNOWDROP_DEVELOPING": "no"}
    command = [sys.executable, "-m", "snowdrop", "doctor"]
    environment = Instance(running.data, settings=settings).environment

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)

    assert done.returncode == 1
    assert "mend  mail" in done.stdout
    assert "No mail can be sent, so nobody can sign in.\n          → Set SNOWDROP_MAIL" in done.stdout
    assert "Where something of people is kept:" in done.stdout
    assert "Traceback" not in done.stderr


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
