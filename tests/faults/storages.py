"""The storage of photographs and keys, a real one that speaks S3, goes and comes back while people are at work."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.parse import urlsplit

from snowdrop.settings.environment import Bucket
from tests.faults.outcomes import Outcome, audited, timed
from tests.faults.people import a_household
from tests.world.instance import an_instance
from tests.world.storage import Storage, an_object_storage


def storage_away(folder: Path, *, times: int, seconds: float, seed: int) -> Outcome:
    """It is ended as by a power cut, so many times for so many seconds, and started again."""
    (folder / "storage").mkdir()
    with an_object_storage(folder / "storage") as storage:
        return gone_and_back(storage, folder, times=times, seconds=seconds, seed=seed)


def gone_and_back(storage: Storage, folder: Path, *, times: int, seconds: float, seed: int) -> Outcome:
    """As `storage_away`, with a storage that runs already."""
    outcome, refused = Outcome("object storage away"), 0
    with timed(outcome), an_instance(folder / "data", **_settings(storage)) as instance:
        household = a_household(instance, seed=seed)
        instance.start(wait_for=household.page)
        ledger = household.ledger
        with household.at_work(guests=2, family=0.5):
            for _ in range(times):
                household.wait_for_each_act()
                before = ledger.answers[503] + ledger.answers[507]
                storage.stop()
                time.sleep(seconds)
                storage.start()
                refused += ledger.answers[503] + ledger.answers[507] - before
            household.wait_for_each_act()
        assert instance.process and instance.process.poll() is None, instance.log()
        instance.stop()
        outcome.more |= {"times": times, "refused_meanwhile": refused}
        outcome.unclear += [] if refused else ["nobody noticed"]
        return audited(instance, ledger, outcome)


def _settings(storage: Storage) -> dict[str, str]:
    return {
        name: value
        for setting, bucket in (("SNOWDROP_S3", storage.media), ("SNOWDROP_KEYS_S3", storage.keys))
        for name, value in ((setting, _url(bucket)), (f"{setting}_SECRET", str(bucket.secret_file)))
    }


def _url(bucket: Bucket) -> str:
    endpoint = urlsplit(bucket.endpoint)
    return f"{endpoint.scheme}://{bucket.access_key}@{endpoint.netloc}/{bucket.name}"
