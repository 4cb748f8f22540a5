"""The front door as visitors meet it: a real server, real connections."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time

import brotli
import pytest

from snowdrop.comfort.intake import new_once
from snowdrop.comfort.vocabulary import MOST_BYTES
from snowdrop.front.app import MOST_LARGE, MOST_OF_ONE, READ_WHOLE
from snowdrop.front.handing_on import MOST_STREAMS_OF_ONE
from tests.front.conftest import wait_for_document
from tests.world.instance import Instance, a_form
from tests.world.photographs import a_photograph

_TOKEN = re.compile(rb'name="once" value="([0-9a-f]{44})"')


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None), ("br;q=0, gzip;q=0.5", "gzip"), ("identity", None)],
)
def test_a_page_comes_in_the_coding_that_the_visitor_reads(
    served: Instance, public: str, accepted: str, coding: str | None
) -> None:
    plain = served.get(f"/m/{public}/").body

    answer = served.get(f"/m/{public}/", {"Accept-Encoding": accepted})

    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == coding
    assert decode(answer.body) == plain
    assert "Accept-Encoding" in answer.headers["vary"]


def test_what_a_browser_holds_already_is_not_sent_again(served: Instance, public: str) -> None:
    held = served.get(f"/m/{public}/", {"Accept-Encoding": "br"})

    same = served.get(f"/m/{public}/", {"Accept-Encoding": "br", "If-None-Match": f'"other", W/{held.headers["etag"]}'})
    other = served.get(f"/m/{public}/", {"Accept-Encoding": "br", "If-None-Match": '"other"'})

    assert (same.status, same.body, same.headers["etag"]) == (304, b"", held.headers["etag"])
    assert "content-encoding" not in same.headers
    assert (other.status, other.body) == (200, held.body)


def test_a_head_says_what_a_get_would(served: Instance, public: str) -> None:
    got = served.get(f"/m/{public}/", {"Accept-Encoding": "br"})

    head = served.get(f"/m/{public}/", {"Accept-Encoding": "br"}, method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_the_page_stays_as_the_visitor_lit_it(served: Instance, public: str) -> None:
    plain = served.get(f"/m/{public}/")
    night = served.get(f"/m/{public}/", {"Cookie": "scheme=night"})

    assert b"data-scheme" not in plain.body
    assert b'data-scheme="night"' in night.body
    assert night.headers["etag"] != plain.headers["etag"]


def test_every_visitor_gets_a_form_with_a_token_of_their_own(served: Instance, public: str) -> None:
    forms = [served.get(f"/m/{public}/send/") for _ in range(3)]
    squeezed = served.get(f"/m/{public}/send/", {"Accept-Encoding": "gzip"})

    tokens = {_TOKEN.findall(form.body)[0] for form in forms} | set(_TOKEN.findall(gzip.decompress(squeezed.body)))

    assert {form.status for form in forms} == {200}
    assert len(tokens) == 4
    assert b"0" * 44 not in tokens
    assert all("etag" not in form.headers and "set-cookie" not in form.headers for form in forms)


def test_a_form_that_is_in_order_is_kept_before_its_sender_is_led_on(served: Instance, public: str) -> None:
    form = a_form(words="We think of you. \u2014 \U0001f54a")

    answer = served.post(f"/m/{public}/send/", form)

    assert (answer.status, answer.headers["location"]) == (303, f"/sent/{form['once']}/")
    assert served.act("kept", form["once"])["words"] == {form["once"]: form["words"]}


def test_what_is_sent_again_is_kept_once_and_answered_alike(served: Instance, public: str) -> None:
    form = a_form()

    answers = [served.post(f"/m/{public}/send/", form) for _ in range(5)]

    assert {(answer.status, answer.headers["location"]) for answer in answers} == {(303, f"/sent/{form['once']}/")}
    assert served.act("kept", form["once"])["doubled"] == []


def test_other_words_under_the_same_token_are_not_kept(served: Instance, public: str) -> None:
    form = a_form(words="First words.")
    served.post(f"/m/{public}/send/", form)

    answer = served.post(f"/m/{public}/send/", {**form, "words": "Second words."})

    assert answer.status != 303
    assert served.act("kept", form["once"])["words"] == {form["once"]: "First words."}


def test_a_mistake_in_the_form_is_shown_by_the_same_page(served: Instance, public: str) -> None:
    form = a_form(kind="words", words="", name="Somebody who forgot")

    answer = served.post(f"/m/{public}/send/", form)

    assert answer.status in (200, 422)
    assert b"Somebody who forgot" in answer.body
    assert served.act("kept", form["once"])["words"] == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_that_another_site_sends_is_refused(served: Instance, public: str, headers: dict[str, str]) -> None:
    form = a_form()
    own = {"Sec-Fetch-Site": "same-origin", "Origin": f"http://127.0.0.1:{served.port}"}
    assert served.post(f"/m/{public}/send/", a_form(), own).status == 303

    answer = served.post(f"/m/{public}/send/", form, headers)

    assert answer.status == 403
    assert served.act("kept", form["once"])["words"] == {}


def test_a_form_that_is_too_large_is_refused_before_it_is_read(served: Instance, public: str) -> None:
    answer = served.post(f"/m/{public}/send/", a_form(words="x" * MOST_BYTES))

    assert answer.status == 413
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_private_memorial_never_comes_from_memory(served: Instance) -> None:
    private = served.act("open_memorial", "Kept to ourselves")["slug"]
    linked = served.act("open_memorial", "For those with a link", "link")["slug"]
    keeper = {"Cookie": served.act("sign_in", private)["cookie"]}
    assert served.get(f"/m/{private}/", keeper).status == 200

    answers = [served.get(f"/m/{slug}/{page}") for slug in (private, linked, "nothing") for page in ("", "send/")]

    assert {answer.status for answer in answers} == {404}
    assert all("etag" not in answer.headers for answer in answers)
    assert "etag" not in served.get(f"/m/{private}/", keeper).headers


def test_somebody_who_is_known_is_answered_by_django(served: Instance, public: str) -> None:
    keeper = {"Cookie": served.act("sign_in", public)["cookie"]}

    answer = served.get(f"/m/{public}/", keeper)

    assert (answer.status, answer.headers["cache-control"]) == (200, "private, no-store")
    assert "etag" not in answer.headers


def test_what_is_let_through_is_on_the_page_within_a_moment(served: Instance, public: str) -> None:
    form = a_form(words="The lamp in the window is for her.")
    served.post(f"/m/{public}/send/", form)
    assert b"The lamp in the window" not in served.get(f"/m/{public}/").body

    served.act("let_through", public, form["once"])

    served.wait_for(lambda: b"The lamp in the window" in served.get(f"/m/{public}/").body)
    assert "etag" in served.get(f"/m/{public}/").headers


def test_a_page_that_is_taken_back_is_gone_at_the_next_request(served: Instance) -> None:
    slug = served.act("open_memorial", "For a while", "everybody")["slug"]
    wait_for_document(served, slug)
    seen: list[tuple[float, int]] = []
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            began = time.time()
            seen.append((began, served.get(f"/m/{slug}/").status))

    readers = [threading.Thread(target=look) for _ in range(6)]
    for reader in readers:
        reader.start()
    returned = float(served.act("take_back", slug)["at"])
    time.sleep(1.5)  # a document that was being made would be put in place by now
    over.set()
    for reader in readers:
        reader.join()

    assert any(status == 200 for began, status in seen if began < returned)
    after = {status for began, status in seen if began > returned}
    assert after == {404}


def test_static_files_come_compressed_and_are_kept_for_good(served: Instance, public: str) -> None:
    page = served.get(f"/m/{public}/").body.decode()
    sheet = re.search(r'href="(/static/[^"]+tokens\.[0-9a-f]{12}\.css)"', page)
    assert sheet

    answer = served.get(sheet[1], {"Accept-Encoding": "gzip, br"})
    again = served.get(sheet[1], {"Accept-Encoding": "gzip, br", "If-None-Match": answer.headers["etag"]})

    assert (answer.status, answer.headers["content-encoding"]) == (200, "br")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert b"{" in brotli.decompress(answer.body)
    assert (again.status, again.body) == (304, b"")
    assert served.get("/static/../snowdrop.sqlite3").status == 404


def test_scripts_find_the_scripts_that_they_load(served: Instance, public: str) -> None:
    page = served.get(f"/m/{public}/").body.decode()
    start = re.search(r'src="(/static/ground/js/start\.[0-9a-f]{12}\.js)"', page)
    assert start

    script = served.get(start[1]).body.decode()
    loaded = re.findall(r'import\("\./([^"]+)"\)', script)

    assert loaded
    assert {served.get(f"/static/ground/js/{name}").status for name in loaded} == {200}
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in loaded)


def test_a_wrong_host_is_refused(served: Instance, public: str) -> None:
    assert served.get(f"/m/{public}/", {"Host": f"localhost:{served.port}"}).status == 200

    assert served.get(f"/m/{public}/", {"Host": "elsewhere.example"}).status == 400
    assert "elsewhere.example" not in served.log()


def test_a_head_without_end_is_not_taken(served: Instance, public: str) -> None:
    answer = served.get(f"/m/{public}/", {"Accept-Encoding": "br" + "," * 300_000})

    assert answer.status == 431


def test_a_visitor_cannot_say_how_they_came(served: Instance) -> None:
    """Were it believed, the answer would carry HSTS, as over https."""
    answer = served.get("/", {"X-Forwarded-Proto": "https", "X_Forwarded_Proto": "https", "Forwarded": "proto=https"})

    assert answer.status == 200
    assert "strict-transport-security" not in answer.headers


def test_a_form_in_chunks_is_kept_too(served: Instance, public: str) -> None:
    once = new_once()
    body = f"once={once}&kind=presence".encode()
    sent = (
        f"POST /m/{public}/send/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        f"{len(body):x}\r\n{body.decode()}\r\n0\r\n\r\n"
    )
    with served.connect() as connection:
        connection.sendall(sent.encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 303")
    assert list(served.act("kept", once)["words"]) == [once]


def test_what_is_still_being_sent_when_a_page_is_taken_back_finds_nothing_there(served: Instance) -> None:
    slug = served.act("open_memorial", "Taken back meanwhile", "everybody")["slug"]
    wait_for_document(served, slug)
    once = new_once()
    body = f"once={once}&kind=presence".encode()
    head = f"POST /m/{slug}/send/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"

    with served.connect() as connection:
        connection.sendall(head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n" + body[:9])
        time.sleep(0.2)
        served.act("take_back", slug)
        connection.sendall(body[9:])
        answer = connection.recv(65536)

    assert answer.startswith(b"HTTP/1.1 404")
    assert served.act("kept", once)["words"] == {}


def test_a_large_photo_goes_in_and_comes_out_whole(served: Instance) -> None:
    """Through the streams both ways; meanwhile others who take nothing of what they asked for hold up nobody."""
    slug = served.act("open_memorial", "With a photo")["slug"]
    photo = a_photograph(size=(4000, 3000))
    assert len(photo) > READ_WHOLE

    address = add_photo(served, slug, cookie := served.act("sign_in", slug)["cookie"], photo)
    lazy = [served.connect() for _ in range(MOST_STREAMS_OF_ONE - 2)]
    for connection in lazy:
        connection.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n".encode())
    began = time.monotonic()
    whole = served.get(address, {"Cookie": cookie})
    part = served.get(address, {"Cookie": cookie, "Range": "bytes=1000-1500999"})
    seconds = time.monotonic() - began
    for connection in lazy:
        connection.close()

    assert (whole.status, whole.body == photo) == (200, True)
    assert (part.status, part.body == photo[1000:1501000]) == (206, True)
    assert seconds < 5


def test_nothing_large_is_taken_from_somebody_who_is_not_signed_in(served: Instance) -> None:
    slug = served.act("open_memorial", "Without a photo")["slug"]

    answer = served.post(f"/m/{slug}/photos/new/", b"x" * (READ_WHOLE + 1))

    assert answer.status == 413


def test_whoever_sends_slowly_from_one_place_leaves_room_for_others(served: Instance) -> None:
    """Django waits for the body of a form that carries a token; so these two go on for as long as they like."""
    page = served.get("/sign-in/").headers["set-cookie"]
    token = re.search(r"csrf=[^;]+", page)
    assert token
    head = (
        f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session=x; {token[0]}\r\n"
        f"Content-Type: multipart/form-data; boundary=part\r\nContent-Length: {READ_WHOLE + 1}\r\n\r\n"
    )
    slow = [served.connect() for _ in range(MOST_OF_ONE)]
    for connection in slow:
        connection.sendall(head.encode() + b"--part\r\n")

    served.wait_for(lambda: status_of(served, head, "127.0.0.1") == 503)
    # What other tests have sent may still be let go of. 400: nothing that is sent here could be read as a form.
    served.wait_for(lambda: status_of(served, head, "127.0.0.2") == 400)
    here = status_of(served, head, "127.0.0.1")
    for connection in slow:
        connection.close()

    assert here == 503


def test_large_forms_cannot_fill_the_memory(served: Instance) -> None:
    large = f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {READ_WHOLE}\r\n\r\n"
    unfinished = [served.connect() for _ in range(MOST_LARGE)]
    for connection in unfinished:
        connection.sendall(large.encode() + b"x")

    served.wait_for(lambda: status_of(served, large, "127.0.0.1") == 503)
    small = served.post("/sign-in/", b"x" * MOST_BYTES)
    for connection in unfinished:
        connection.close()

    assert small.status == 403
    served.wait_for(lambda: status_of(served, large, "127.0.0.1") == 403)


def status_of(instance: Instance, head: str, address: str) -> int:
    """What is answered to this head and a body of READ_WHOLE bytes and one, sent from this address."""
    with socket.create_connection(("127.0.0.1", instance.port), 30, (address, 0)) as connection:
        connection.sendall(head.encode() + b"x" * (READ_WHOLE + 1))
        return int(connection.recv(65536).split()[1])


def add_photo(instance: Instance, slug: str, cookie: str, photo: bytes) -> str:
    """Adds a photo as the keeper's browser does; returns where its original is."""
    page = instance.get(f"/m/{slug}/photos/new/", {"Cookie": cookie})
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
    csrf = re.search(r"(csrf=[^;]+)", page.headers["set-cookie"])
    assert token and csrf
    mark = b"----a-part"
    head = mark + b'\r\nContent-Disposition: form-data; name="'
    body = head + b'csrfmiddlewaretoken"\r\n\r\n' + token[1] + b"\r\n" + head + b'audience"\r\n\r\nkeepers\r\n'
    body += head + b'photos"; filename="IMG_7.jpg"\r\nContent-Type: image/jpeg\r\n\r\n' + photo
    body += b"\r\n" + mark + b"--\r\n"
    kind = {"Content-Type": f"multipart/form-data; boundary={mark[2:].decode()}"}
    answer = instance.post(f"/m/{slug}/photos/new/", body, {**kind, "Cookie": f"{cookie}; {csrf[1]}"})
    assert answer.status == 302, answer
    return f"{answer.headers['location']}original/"
