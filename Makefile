.POSIX:
PY = .venv/bin/python
# What works with real encoders and whole instances: seconds each, so not before every commit.
UNHURRIED = --ignore=tests/media --ignore=tests/front --ignore=tests/console --ignore=tests/faults

run: .venv/.run.stamp
	$(PY) -m snowdrop run $(RUN)

test: .venv/.test.stamp
	sh scripts/test.sh

fast: .venv/.test.stamp
	.venv/bin/ruff check -q . && $(PY) -m pytest -n 2 --dist worksteal -m 'not slow' -x $(UNHURRIED)

trust: .venv/.test.stamp
	@$(PY) -m tests.trust $(TRUST)

screens: .venv/.test.stamp
	@$(PY) -m tests.screens $(SCREENS)

matching: .venv/.test.stamp
	@$(PY) -m tests.matching $(MATCHING)

bench: .venv/.test.stamp
	$(PY) -m bench $(BENCH)

faults-long: .venv/.test.stamp
	@$(PY) -m tests.faults $(FAULTS)

.venv/.run.stamp: requirements/run.txt requirements/boot.txt
	sh scripts/bootstrap.sh run
.venv/.test.stamp: requirements/test.txt requirements/boot.txt
	sh scripts/bootstrap.sh test

lock:
	for set in boot run s3 test bench; do .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header requirements/$$set.in -o requirements/$$set.txt; done

.PHONY: run test fast trust screens matching bench faults-long lock
