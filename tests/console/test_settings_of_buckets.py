"""Where buckets are: read from the environment once, and what cannot be used is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from snowdrop.settings.environment import Bucket, WrongSetting, read_environment

URL = "https://snowdrop-media@s3.example.org/photographs?region=eu-central-1"


@pytest.fixture
def given(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "secret").write_text("the secret\n")
    return {"SNOWDROP_DATA": str(tmp_path / "data"), "SNOWDROP_S3_SECRET": str(tmp_path / "secret")}


def test_without_buckets_everything_lies_in_folders(given: dict[str, str]) -> None:
    here = read_environment(given, [])

    assert (here.media_bucket, here.keys_bucket) == (None, None)


def test_a_bucket_is_read_from_its_address_and_the_file_of_its_secret(given: dict[str, str], tmp_path: Path) -> None:
    bucket = read_environment({**given, "SNOWDROP_S3": URL}, []).media_bucket

    assert bucket == Bucket(
        endpoint="https://s3.example.org",
        name="photographs",
        region="eu-central-1",
        access_key="snowdrop-media",
        secret_file=tmp_path / "secret",
        secret="the secret",
    )
    assert "the secret" not in repr(bucket)


@pytest.mark.parametrize(
    "url",
    [
        "photographs",
        "https://s3.example.org/photographs",
        "https://key@s3.example.org/",
        "https://key@s3.example.org/photographs/more",
        URL.replace("@", ":secret@"),
        "https://key@s3.example.org/photographs?regoin=eu",
        "ftp://key@s3.example.org/photographs",
    ],
)
def test_an_address_that_cannot_be_used_is_refused(given: dict[str, str], url: str) -> None:
    with pytest.raises(WrongSetting, match="SNOWDROP_S3 must look like https://"):
        read_environment({**given, "SNOWDROP_S3": url}, [])


@pytest.mark.parametrize("file", ["", "/there/is/no/such/file"])
def test_a_bucket_without_the_file_of_its_secret_is_refused(given: dict[str, str], file: str) -> None:
    with pytest.raises(WrongSetting, match="SNOWDROP_S3_SECRET must name the file"):
        read_environment({**given, "SNOWDROP_S3": URL, "SNOWDROP_S3_SECRET": file}, [])


def test_keys_in_the_bucket_of_the_photographs_are_refused(given: dict[str, str]) -> None:
    both = {**given, "SNOWDROP_S3": URL, "SNOWDROP_KEYS_S3": URL.replace("snowdrop-media", "snowdrop-keys")}
    both["SNOWDROP_KEYS_S3_SECRET"] = given["SNOWDROP_S3_SECRET"]

    with pytest.raises(WrongSetting, match="must be a bucket of its own"):
        read_environment(both, [])
