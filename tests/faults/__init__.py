"""Whatever breaks, what people were told is kept stands, once, and nothing is half-done (trust.md T20, T21, T23, T26).

`people` are at work and write down what they are told; a scenario (`killing`, `power`, `disks`, `storages`, `restarts`)
breaks something under them; `outcomes` compares their ledger with what stands (tests/world/auditing.py). The tests here
are the short form of each. The long form is a command, `python -m tests.faults` (`make faults-long`), which prints one
JSON object a line, in the shape of the lines of `bench`: `value` is how much was wrong, `not_measured` says why a fault
could not be made on this machine.
"""
