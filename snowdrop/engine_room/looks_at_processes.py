"""Looks at the processes: whether they live, how quick they are, what they refuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from snowdrop.engine_room import lines
from snowdrop.engine_room import vocabulary as words
from snowdrop.engine_room.lines import Figure, Line
from snowdrop.engine_room.vocabulary import State
from snowdrop.ground.running import Report, Serving


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen of this machine's processes: what `serve` noted (None: it does not run), and what each tells."""

    serving: Serving | None
    reports: Mapping[str, Report]
    memory: Mapping[str, int]


def look_at_processes(seen: Seen, now: datetime) -> Iterator[Line]:
    """Since when this runs, whether each process is heard of, and how much memory it has for itself."""
    if seen.serving is None:
        return
    running = (now - seen.serving.since).total_seconds()
    since = _("for %(time)s, edition %(edition)s") % {
        "time": lines.time_of(running),
        "edition": seen.serving.edition[:8],
    }
    yield Line(_("running"), State.FINE, since, (Figure("running_seconds", running),))
    for name, about in words.PROCESSES.items():
        yield _process(name, str(about), seen, now)


def _process(name: str, about: str, seen: Seen, now: datetime) -> Line:
    assert seen.serving is not None
    report, size = seen.reports.get(name), seen.memory.get(name)
    unheard = max(0.0, (now - (report.written if report else seen.serving.since)).total_seconds())
    limits = words.UNHEARD if report else words.BEGINNING
    state, figures = limits.state_of(unheard), [Figure("process_unheard_seconds", unheard, {"process": name})]
    said = _("not heard of for %(time)s") % {"time": lines.time_of(unheard)}
    if report is None and state is State.FINE:
        said = _("begins")
    elif state is State.FINE:
        said = _("well")
    if size is not None:
        said = _("%(said)s, %(size)s of memory") % {"said": said, "size": lines.size_of(size)}
        figures.append(Figure("process_memory_bytes", size, {"process": name}))
    return Line(about, state, said, tuple(figures))


def look_at_front(seen: Seen, _now: datetime) -> Iterator[Line]:
    """What visitors meet: how many are answered, how soon, what is kept of what they send, who is sent away."""
    front = seen.reports.get("front")
    if seen.serving is None or front is None:
        return
    yield _rate(_("answers from memory"), "front_answers", front, "answer", words.ANSWER)
    late = front.highest.get("late", 0.0)
    yield Line(
        _("delay at the front door"),
        words.LATE.state_of(late),
        _("%(time)s at most") % {"time": lines.time_of(late)},
        (Figure("front_late_seconds", late),),
    )
    yield _kept(front)
    yield _batches(front)
    yield _refused(front)
    yield _sieges(front)


def _rate(about: str, figure: str, report: Report, name: str, limits: words.Limits) -> Line:
    took = report.took(name)
    rate, most = lines.rate_of(sum(took), report.seconds), lines.most_within(took)
    figures = [Figure(f"{figure}_per_second", rate)]
    if most is None:
        return Line(about, State.FINE, _("none in the last minute"), tuple(figures))
    said = _("%(rate)s a second, %(most)s") % {"rate": f"{rate:.3g}", "most": lines.most_in_words(took)}
    figures.append(Figure(f"{figure}_p99_seconds", most))
    return Line(about, limits.state_of(most), said, tuple(figures))


def _kept(front: Report) -> Line:
    line = _rate(_("what guests send"), "front_kept", front, "keeping", words.KEEPING)
    waiting = front.highest.get("waiting", 0.0)
    said = line.words
    if waiting > words.WAITING.slow:
        said = _("%(said)s; up to %(waiting)d waited at once") % {"said": said, "waiting": waiting}
    figures = (*line.figures, Figure("front_waiting", waiting))
    return Line(line.about, max(line.state, words.WAITING.state_of(waiting)), said, figures)


def _batches(front: Report) -> Line:
    took, pieces = front.took("commit"), front.since("sent")
    if not sum(took):
        return Line(_("written to disk"), State.FINE, _("none in the last minute"))
    each = pieces / sum(took)
    said = _("%(each)s at a time, %(most)s") % {"each": f"{each:.3g}", "most": lines.most_in_words(took)}
    most = lines.most_within(took) or 0.0
    figures = (Figure("front_batch_size", each), Figure("front_commit_p99_seconds", most))
    return Line(_("written to disk"), words.KEEPING.state_of(most), said, figures)


def _refused(front: Report) -> Line:
    why = {
        "refused.408": _("too slow"),
        "refused.413": _("too large"),
        "refused.403": _("sent from elsewhere"),
        "refused.429": _("too many from one place"),
        "refused.503": _("no place"),
    }
    counted = {name: front.since(name) for name in why}
    said = ", ".join(f"{count} {why[name]}" for name, count in counted.items() if count)
    figures = tuple(
        Figure("front_refused_per_second", lines.rate_of(count, front.seconds), {"status": name.partition(".")[2]})
        for name, count in counted.items()
    )
    state = State.SLOW if counted["refused.503"] else State.FINE
    return Line(_("turned away"), state, said or _("nobody in the last minute"), figures)


def _sieges(front: Report) -> Line:
    """How many pages, never which: what comes to one of them is nobody's business here."""
    pages, asked = int(front.highest.get("sieges", 0)), front.since("asked")
    said = _("none in the last minute")
    if pages or asked:
        said = _("up to %(pages)d; %(asked)d forms were asked for a moment, %(in)d were let in after it") % {
            "pages": pages,
            "asked": asked,
            "in": front.since("let_in.worked") + front.since("let_in.waited"),
        }
    figures = (
        Figure("front_sieges", pages),
        Figure("front_asked_per_second", lines.rate_of(asked, front.seconds)),
    )
    return Line(_("pages under siege"), State.SLOW if pages else State.FINE, said, figures)


def look_at_web(seen: Seen, _now: datetime) -> Iterator[Line]:
    """What Django answers: how often, how soon, by class, and what its limits have refused."""
    web = seen.reports.get("web")
    if seen.serving is None or web is None:
        return
    yield _rate(_("pages by Django"), "web_answers", web, "answer", words.PAGE)
    busy = web.highest.get("under_way", 0.0)
    yield Line(
        _("pages made at once"),
        words.UNDER_WAY.state_of(busy),
        _("up to %(n)d of %(most)d") % {"n": busy, "most": words.WEB_THREADS},
        (Figure("web_under_way", busy),),
    )
    failed, limited = web.since("answers.5xx"), web.since("limited")
    yield Line(
        _("pages that failed"),
        State.SLOW if failed else State.FINE,
        _("%(n)d in the last minute; see the log") % {"n": failed} if failed else _("none in the last minute"),
        (Figure("web_failed_per_second", lines.rate_of(failed, web.seconds)),),
    )
    yield Line(
        _("refused by limits"),
        State.FINE,
        _("%(n)d in the last minute") % {"n": limited} if limited else _("none in the last minute"),
        (Figure("web_limited_per_second", lines.rate_of(limited, web.seconds)),),
    )


def look_at_worker(seen: Seen, _now: datetime) -> Iterator[Line]:
    """Rounds of the worker that fail again and again; nothing where none does."""
    worker = seen.reports.get("worker")
    if seen.serving is None or worker is None:
        return
    for gauge, failures in worker.highest.items():
        name = gauge.removeprefix("failures.")
        if failures and name != gauge:
            said = _("has failed %(n)d times in a row; see the log") % {"n": failures}
            state = words.FAILURES.state_of(failures)
            yield Line(words.READERS.get(name, name), state, said, (Figure("failures", failures, {"round": name}),))
