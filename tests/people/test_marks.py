"""Marks: every way to write one address or one name gives one mark, and no other address or name gives it too."""

from __future__ import annotations

import pytest

from snowdrop.people.marks import address_mark, is_same_mailbox, name_mark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "variants",
    [
        ("tom@example.org", "TOM@Example.ORG", " tom+news@example.org ", '"tom"@example.org', "tom@example.org."),
        ("tom.berg@gmail.com", "tomberg@gmail.com", "t.o.m.berg+x@googlemail.com", "TomBerg@GoogleMail.com"),
        ("tom@müller.example", "tom@xn--mller-kva.example", "tom@MÜLLER.example", "tom@mu\u0308ller.example"),
        ("tom@faß.example", "tom@xn--fa-hia.example", "tom@fass.example"),
        ("tom@例え.example", "tom@xn--r8jz45g.example", "tom@例え。example", "tom@例え．example"),
        ("ｔｏｍ@example.org", "𝐭𝐨𝐦@example.org", "tom＠example.org", "ⓣom@ｅxample.org"),
    ],
)
def test_all_variants_of_an_address_give_one_mark(variants: tuple[str, ...]) -> None:
    assert len({address_mark(one) for one in variants}) == 1


def test_what_is_before_the_first_plus_sign_may_be_nothing() -> None:
    assert address_mark("+tom@example.org") != address_mark("+tim@example.org")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tom@example.org", " TOM@Example.ORG", True),
        ("tom@müller.example", "tom@xn--mller-kva.example", True),
        ("tom@faß.example", "tom@xn--fa-hia.example", True),
        ("tom@faß.example", "tom@fass.example", False),
        ("tom+x@example.org", "tom@example.org", False),
        ("t.om@gmail.com", "tom@gmail.com", False),
        ("tom@gmail.com", "tom@googlemail.com", False),
        ("+a@example.org", "+b@example.org", False),
        ("", "tom@example.org", False),
    ],
)
def test_a_mailbox_is_the_same_only_where_mail_surely_arrives_in_one_place(one: str, other: str, same: bool) -> None:
    assert is_same_mailbox(one, other) is same


def test_addresses_of_different_people_give_different_marks() -> None:
    others = (
        "tom@example.org",
        "tim@example.org",
        "tom@example.com",
        "t.om@example.org",
        "tom@xn--müller.example",
        "tom",
    )

    assert len({address_mark(one) for one in others}) == len(others)


@pytest.mark.parametrize(
    "variants",
    [
        (
            "Anna Berg",
            "anna  BERG",
            "Berg, Anna",
            "Ánna Bérg",
            "An\u200bna Berg",
            "Anna\u00a0Berg",
            "Ａｎｎａ Ｂｅｒｇ",
        ),
        ("Jürgen Groß", "JÜRGEN GROSS", "Jurgen Gross", "Ju\u0308rgen Groß"),
        ("Søren Łukasz", "SOREN LUKASZ", "soren łukasz"),
        ("مُحَمَّد", "محمد"),
        ("がく", "か\u3099く"),
    ],
)
def test_all_ways_to_write_a_name_give_one_mark(variants: tuple[str, ...]) -> None:
    assert len({name_mark(one) for one in variants}) == 1


def test_names_of_different_people_give_different_marks() -> None:
    others = ("Anna Berg", "Anna", "Annaberg", "Anna Anna Berg", "がく", "かく", "कमला", "कमल")

    assert len({name_mark(one) for one in others}) == len(others)


def test_nothing_has_no_mark_and_an_address_is_no_name() -> None:
    assert (address_mark(" "), name_mark(""), name_mark(" … ")) == (b"", b"", b"")
    assert address_mark("tom") != name_mark("tom")
