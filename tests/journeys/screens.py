"""Every screen that somebody can come to, and who sees it; `python -m tests.journeys.sight FOLDER` takes pictures.

Each is photographed at phone and desktop width, by light and by dark, so that people can look at everything at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page

from tests.journeys.screens_of_groups import screens_of_groups

KEEPER, HELPER, OTHER, MEMBER = "ines@example.org", "ruth@example.org", "lena@example.org", "ana@example.org"
SAFE = "noa@example.org"
FACILITATOR, IN_A_GROUP, LEAD, WAITS = "greta@example.org", "sol@example.org", "vera@example.org", "linde@example.org"
VISITOR = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, the address with parts in braces, who looks at it, and what is done before looking."""

    name: str
    path: str
    who: str = VISITOR
    then: Callable[[Page], None] | None = None


def _ask_for_code(page: Page) -> None:
    page.get_by_label("e-mail").fill("somebody@example.org")
    page.locator("main form button").first.click()
    page.locator("input[name=code]").wait_for()


def _send(words: str) -> Callable[[Page], None]:
    def send(page: Page) -> None:
        page.get_by_label("Your words").fill(words)
        page.locator("main form button.button").last.click()
        page.wait_for_load_state()

    return send


def _press_last(page: Page) -> None:
    page.locator("main form button.button").last.click()
    page.wait_for_load_state()


def _press_first(page: Page) -> None:
    page.locator("main form button.button").first.click()
    page.wait_for_load_state()


def _look_at_it(page: Page) -> None:
    page.get_by_role("button", name="Look at it").click()
    page.wait_for_load_state()


def _invite(page: Page) -> None:
    page.locator("input[name=to]").first.check()
    page.locator("input[name=way][value=by-hand]").check()
    _press_last(page)


def _look_for(words: str) -> Callable[[Page], None]:
    def look(page: Page) -> None:
        page.get_by_label("In your own words").first.fill(words)
        page.get_by_role("button", name="Look for stories").click()
        page.wait_for_url("**/stories/found/")

    return look


def _open_everything(page: Page) -> None:
    for veil in page.locator("main details").all():
        veil.locator("summary").click()
    page.wait_for_load_state("networkidle")


def _leave(page: Page) -> None:
    """As it is after somebody has left; the other site is not asked."""
    page.context.add_cookies([{"name": "left", "value": "1", "url": page.url}])
    page.reload()


SCREENS_OF_GROUPS: Final = tuple(
    Screen(name, path, who, _press_last if presses else None) for name, path, who, presses in screens_of_groups()
)
SCREENS: Final = (
    Screen("home", "/"),
    Screen("about", "/about/"),
    Screen("help", "/help/"),
    Screen("help-country", "/help/?country=GB"),
    Screen("discreet-look", "/look/"),
    Screen("discreet-look-keeper", "/look/", KEEPER),
    Screen("closed-after-leaving", "/help/", then=_leave),
    Screen("patterns", "/_patterns/"),
    Screen("mailbox", "/_mail/"),
    Screen("nothing-here", "/m/nowhere/"),
    Screen("sign-in", "/sign-in/"),
    Screen("sign-in-code", "/sign-in/", then=_ask_for_code),
    Screen("invitation", "/invitation/{secret}/"),
    Screen("invitation-signed-in", "/invitation/{secret}/", OTHER),
    Screen("invitation-circle", "/invitation/{circle_secret}/", OTHER),
    Screen("invitation-for-another", "/invitation/{mailed_secret}/", OTHER),
    Screen("invitation-waiting", "/invitation/{waiting_secret}/", OTHER),
    Screen("invitation-over", "/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAA/"),
    Screen("memorial", "/m/{slug}/"),
    Screen("memorial-opened", "/m/{slug}/", then=_open_everything),
    Screen("memorial-by-link", "{link}"),
    Screen("older-comfort", "/m/{slug}/more/"),
    Screen("send", "/m/{slug}/send/"),
    Screen("send-problem", "/m/{slug}/send/", then=_send("")),
    Screen("send-notes", "/m/{slug}/send/", then=_send("Everything happens for a reason. We are so sorry.")),
    Screen("received", "/sent/{once}/"),
    Screen("correct", "/sent/{once}/correction/"),
    Screen("take-back", "/sent/{once}/withdrawal/"),
    Screen("you", "/you/", KEEPER),
    Screen("say-name", "/you/name/?next=/help/", KEEPER),
    Screen("my-memorials", "/mine/", KEEPER),
    Screen("my-memorials-helper", "/mine/", HELPER),
    Screen("my-memorials-member", "/mine/", MEMBER),
    Screen("open-memorial", "/mine/new/", KEEPER),
    Screen("memorial-keeper", "/m/{slug}/", KEEPER),
    Screen("memorial-helper", "/m/{slug}/", HELPER),
    Screen("words", "/m/{slug}/words/", KEEPER),
    Screen("remembereds", "/m/{slug}/names/", KEEPER),
    Screen("remember", "/m/{slug}/names/new/", KEEPER),
    Screen("change-remembered", "/m/{slug}/names/{remembered_id}/", KEEPER),
    Screen("take-away-remembered", "/m/{slug}/names/{remembered_id}/removal/", KEEPER),
    Screen("who-sees", "/m/{slug}/who-sees/", KEEPER),
    Screen("who-sees-wider", "/m/{slug}/who-sees/?to=circles&circles={circle_id}", KEEPER),
    Screen("page-day", "/m/{other_slug}/who-sees/day/", OTHER),
    Screen("who-sees-planned", "/m/{other_slug}/who-sees/", OTHER),
    Screen("see-as", "/m/{slug}/who-sees/as/", KEEPER),
    Screen("see-as-beforehand", "/m/{slug}/who-sees/as/?to=helpers", KEEPER),
    Screen("seen-as-stranger", "/m/{slug}/who-sees/as/stranger/", KEEPER),
    Screen("seen-as-person", "/m/{slug}/who-sees/as/person/{person_id}/", KEEPER),
    Screen("seen-as-closed", "/m/{slug}/who-sees/as/stranger/?to=helpers", KEEPER),
    Screen("be-found", "/m/{slug}/who-sees/search/", KEEPER),
    Screen("links", "/m/{slug}/links/", KEEPER),
    Screen("take-back-link", "/m/{slug}/links/{link_id}/removal/", KEEPER),
    Screen("cards", "/m/{slug}/links/{link_id}/cards/", KEEPER),
    Screen("people", "/m/{slug}/people/", KEEPER),
    Screen("kept-out", "/m/{slug}/people/kept-out/", KEEPER),
    Screen("take-back-block", "/m/{slug}/people/kept-out/{block_id}/removal/", KEEPER),
    Screen("keep-person-out", "/m/{slug}/people/{person_id}/kept-out/", KEEPER),
    Screen("ask-to-see", "/m/nowhere/ask/"),
    Screen("requests", "/m/{slug}/requests/", HELPER),
    Screen("requests-set-aside", "/m/{slug}/requests/not-now/", HELPER),
    Screen("request", "/m/{slug}/requests/{request_id}/", KEEPER),
    Screen("keep-asker-out", "/m/{slug}/requests/{request_id}/kept-out/", KEEPER),
    Screen("keepers", "/m/{slug}/keepers/", KEEPER),
    Screen("resign-keeping", "/m/{slug}/keepers/resignation/", KEEPER),
    Screen("hand-over", "/m/{slug}/keepers/hand-over/", KEEPER),
    Screen("successor", "/m/{slug}/keepers/successor/", KEEPER),
    Screen("name-nobody", "/m/{slug}/keepers/successor/removal/", KEEPER),
    Screen("deletion", "/m/{slug}/deletion/", KEEPER),
    Screen("quiet", "/m/{slug}/quiet-time/", KEEPER),
    Screen("quiet-standing", "/m/{quiet_slug}/quiet-time/", OTHER),
    Screen("quieted", "/m/{quiet_slug}/waiting/", OTHER),
    Screen("memorial-quiet", "/m/{quiet_slug}/", OTHER),
    Screen("send-quiet", "/m/{quiet_slug}/send/", OTHER),
    Screen("received-quiet", "/sent/{quiet_once}/", OTHER),
    Screen("succeed-by-address", "/successor/", KEEPER),
    Screen("succeed", "/successor/{succession_secret}/"),
    Screen("take-with-you", "/m/{slug}/take-with-you/", KEEPER),
    Screen("person", "/m/{slug}/people/{person_id}/", KEEPER),
    Screen("shut-the-door", "/m/{slug}/people/{person_id}/removal/", KEEPER),
    Screen("circles", "/m/{slug}/circles/", KEEPER),
    Screen("circle", "/m/{slug}/circles/{circle_id}/", KEEPER),
    Screen("circle-empty", "/m/{slug}/circles/{other_circle_id}/", KEEPER),
    Screen("delete-circle", "/m/{slug}/circles/{circle_id}/removal/", KEEPER),
    Screen("take-out", "/m/{slug}/circles/{circle_id}/people/{member_id}/removal/", KEEPER),
    Screen("invite", "/m/{slug}/people/invitation/", KEEPER),
    Screen("invite-problem", "/m/{slug}/people/invitation/", KEEPER, then=_press_last),
    Screen("invited", "/m/{slug}/people/invitation/", KEEPER, then=_invite),
    Screen("invitations", "/m/{slug}/invitations/", KEEPER),
    Screen("invite-again", "/m/{slug}/invitations/{invitation_id}/again/", KEEPER),
    Screen("do-not-let-in", "/m/{slug}/invitations/{waiting_id}/removal/", KEEPER),
    Screen("leave-circles", "/m/{slug}/your-place/removal/", MEMBER),
    Screen("helpers", "/m/{slug}/helpers/", KEEPER),
    Screen("helper", "/m/{slug}/helpers/{helper_id}/", KEEPER),
    Screen("helping", "/m/{slug}/helping/", HELPER),
    Screen("helper-voice", "/m/{slug}/helpers/{helper_id}/voice/", KEEPER),
    Screen("speaking", "/m/{slug}/speaking/", HELPER),
    Screen("speak", "/m/{slug}/speaking/new/", HELPER),
    Screen("speak-problem", "/m/{slug}/speaking/new/", HELPER, then=_press_last),
    Screen("spoken", "/m/{slug}/speaking/{asked_id}/", HELPER),
    Screen("let-go-of-writing", "/m/{slug}/speaking/{begun_id}/removal/", HELPER),
    Screen("said-for-us", "/m/{slug}/for-us/", KEEPER),
    Screen("said", "/m/{slug}/for-us/{said_id}/", KEEPER),
    Screen("said-asked", "/m/{slug}/for-us/{asked_id}/", KEEPER),
    Screen("take-over", "/m/{slug}/for-us/{said_id}/taking-over/", KEEPER),
    Screen("our-days", "/m/{slug}/days/", KEEPER, then=_open_everything),
    Screen("our-days-helper", "/m/{slug}/days/", HELPER),
    Screen("put-in-day", "/m/{slug}/days/new/", KEEPER),
    Screen("put-in-day-problem", "/m/{slug}/days/new/", KEEPER, then=_press_last),
    Screen("change-day", "/m/{slug}/days/{day_id}/", HELPER),
    Screen("let-go-of-day", "/m/{slug}/days/{gone_day_id}/letting-go/", KEEPER),
    Screen("people-helper", "/m/{slug}/people/", HELPER),
    Screen("invite-helper", "/m/{slug}/people/invitation/?to={circle_id}", HELPER),
    Screen("invite-to-help", "/m/{slug}/people/invitation/?to=helper", KEEPER),
    Screen("end-helping", "/m/{slug}/helpers/{helper_id}/removal/", KEEPER),
    Screen("resign", "/m/{slug}/helpers/{helper_id}/removal/", HELPER),
    Screen("take-back-invitation", "/m/{slug}/invitations/{invitation_id}/removal/", KEEPER),
    Screen("welcome", "/m/{slug}/welcome/", KEEPER),
    Screen("share", "/m/{slug}/share/", KEEPER),
    Screen("tribute-day", "/m/{slug}/share/{planned_id}/day/", KEEPER),
    Screen("tribute-day-asked", "/m/{slug}/share/{planned_id}/day/", KEEPER, then=_press_last),
    Screen("letter-planned", "/m/{slug}/letters/{planned_id}/", KEEPER),
    Screen("letter-missed", "/m/{slug}/letters/{missed_id}/", KEEPER),
    Screen("write-letter", "/m/{slug}/letters/new/", KEEPER),
    Screen("letter", "/m/{slug}/letters/{letter_id}/", KEEPER),
    Screen("another-letter", "/m/{slug}/letters/new/?after={planned_id}", KEEPER, then=_open_everything),
    Screen("versions", "/m/{slug}/letters/{planned_id}/earlier/", KEEPER),
    Screen("version", "/m/{slug}/letters/{planned_id}/earlier/{version_id}/", KEEPER),
    Screen("let-go-of-version", "/m/{slug}/letters/{planned_id}/earlier/{version_id}/removal/", KEEPER),
    Screen("let-go-of-versions", "/m/{slug}/letters/{planned_id}/earlier/removal/", KEEPER),
    Screen("take-away-letter", "/m/{slug}/letters/{letter_id}/removal/", KEEPER),
    Screen("let-go-of-unfinished", "/m/{slug}/letters/{letter_id}/unfinished/removal/", KEEPER),
    Screen("add-photos", "/m/{slug}/photos/new/", KEEPER),
    Screen("photo", "/m/{slug}/photos/{photo_id}/", KEEPER),
    Screen("add-clip", "/m/{slug}/clips/new/", KEEPER),
    Screen("clip", "/m/{slug}/clips/{clip_id}/", KEEPER),
    Screen("clip-preparing", "/m/{slug}/clips/{other_clip_id}/", KEEPER),
    Screen("captions", "/m/{slug}/clips/{clip_id}/captions/", KEEPER),
    Screen("take-away-clip", "/m/{slug}/clips/{clip_id}/removal/", KEEPER),
    Screen("take-away-photo", "/m/{slug}/photos/{photo_id}/removal/", KEEPER),
    Screen("cover", "/m/{slug}/cover/", KEEPER),
    Screen("reading", "/m/{slug}/reading/", HELPER),
    Screen("reading-opened", "/m/{slug}/reading/{held}/", HELPER, then=_open_everything),
    Screen("ask-sender", "/m/{slug}/reading/{held}/asking/", HELPER),
    Screen("reading-kept-away", "/m/{slug}/reading/{sealed}/", KEEPER),
    Screen("reading-resting", "/m/{desk_slug}/reading/", MEMBER),
    Screen("reading-passed-on", "/m/{desk_slug}/reading/", HELPER),
    Screen("reading-with-another", "/m/{desk_slug}/reading/{read_by_another}/", HELPER),
    Screen("evidence", "/m/{slug}/reading/evidence/", KEEPER),
    Screen("received-asked", "/sent/{once_asked}/"),
    Screen("notes-at-desk", "/m/{slug}/reading/notes/", HELPER),
    Screen("moderating", "/moderating/", SAFE, then=_open_everything),
    Screen("keep-sealed", "/moderating/{guarded}/away/", SAFE),
    Screen("first-reading", "/m/{slug}/first-reading/", KEEPER),
    Screen("first-reading-flagged", "/m/{quiet_slug}/first-reading/", OTHER),
    Screen("set-aside", "/m/{slug}/reading/set-aside/", HELPER),
    Screen("waiting-room", "/m/{slug}/waiting/", KEEPER),
    Screen("waiting-room-asked", "/m/{slug}/waiting/?say=yes", KEEPER),
    Screen("make-box", "/m/{slug}/boxes/new/", KEEPER),
    Screen("box", "/m/{slug}/boxes/{box_id}/", KEEPER),
    Screen("let-box-go", "/m/{slug}/boxes/{box_id}/removal/", KEEPER),
    Screen("opened", "/m/{slug}/opened/", KEEPER),
    Screen("opened-one", "/m/{slug}/opened/{handle}/", KEEPER),
    Screen("set-apart", "/m/{slug}/opened/?apart=yes", KEEPER),
    Screen("quiet-page", "/m/{slug}/quiet/", KEEPER),
    Screen("quiet-question", "/m/{slug}/quiet/?ask=yes", KEEPER),
    Screen("thanks", "/m/{slug}/thanks/", KEEPER),
    Screen("write-thanks", "/m/{slug}/thanks/new/?to={handle}", KEEPER),
    Screen("write-thanks-problem", "/m/{slug}/thanks/new/", KEEPER, then=_look_at_it),
    Screen("send-thanks", "/m/{slug}/thanks/{thanks_id}/sending/", KEEPER),
    Screen("change-thanks", "/m/{slug}/thanks/{sent_thanks_id}/", KEEPER),
    Screen("add-picture-to-thanks", "/m/{slug}/thanks/{thanks_id}/picture/", KEEPER),
    Screen("add-voice-to-thanks", "/m/{slug}/thanks/{thanks_id}/voice/", KEEPER),
    Screen("describe-given", "/m/{slug}/thanks/{thanks_id}/given/", KEEPER),
    Screen("describe-given-voice", "/m/{slug}/thanks/{sent_thanks_id}/given/", KEEPER),
    Screen("take-away-thanks", "/m/{slug}/thanks/{thanks_id}/removal/", KEEPER),
    Screen("opened-thanks-offered", "/m/{slug}/opened/{handle}/?thanks=offered", KEEPER),
    Screen("for-you", "/for-you/{thanks_secret}/"),
    Screen("received-answered", "/sent/{answered}/"),
    Screen("stories", "/stories/"),
    Screen("stories-everything-open", "/stories/", then=_open_everything),
    Screen("found-leafing", "/stories/found/"),
    Screen("found", "/stories/", then=_look_for("twins, one of them lives")),
    Screen("found-not-near", "/stories/", then=_look_for("zeppelin")),
    Screen("story", "/stories/{story_id}/"),
    Screen("story-notes", "/stories/{own_story_id}/"),
    Screen("story-notes-opened", "/stories/{own_story_id}/", then=_open_everything),
    Screen("words-to-author", "/stories/{own_story_id}/words/"),
    Screen("words-to-author-problem", "/stories/{own_story_id}/words/", then=_press_last),
    Screen("own-stories", "/stories/yours/", KEEPER),
    Screen("own-stories-none", "/stories/yours/", OTHER),
    Screen("new-story", "/stories/yours/new/", OTHER),
    Screen("new-story-everything-open", "/stories/yours/new/", OTHER, then=_open_everything),
    Screen("new-story-problem", "/stories/yours/new/", OTHER, then=_press_last),
    Screen("write-story", "/stories/yours/{own_story_id}/words/", KEEPER),
    Screen("own-story", "/stories/yours/{own_story_id}/", KEEPER),
    Screen("own-story-trusting", "/stories/yours/{trusting_id}/", KEEPER),
    Screen("own-story-waiting", "/stories/yours/{waiting_story_id}/", KEEPER),
    Screen("delete-story", "/stories/yours/{own_story_id}/removal/", KEEPER),
    Screen("answers-to-story", "/stories/yours/{own_story_id}/answers/", KEEPER),
    Screen("answers-to-story-none", "/stories/yours/{trusting_id}/answers/", KEEPER),
    Screen("leave-stories", "/stories/yours/leaving/", KEEPER),
    Screen("read-stories", "/stories/reading/", SAFE, then=_open_everything),
    Screen("words-by-secret", "/stories/reading/{reader_secret}/"),
    Screen("notices", "/you/notices/", KEEPER),
    Screen("notices-nothing", "/you/notices/", OTHER),
    Screen("follow", "/m/{slug}/follow/"),
    Screen("follow-signed-in", "/m/{slug}/follow/", MEMBER),
    Screen("confirm-follow", "/follow/{follow_token}/"),
    Screen("stop-mails", "/stop/{stop_token}/"),
    Screen("stop-mails-stopped", "/stop/{stop_token}/", then=_press_first),
    Screen("memorials-other", "/mine/", OTHER),
    Screen("report", "/report/{thing}/"),
    Screen("report-in-words", "/report/"),
    Screen("report-problem", "/report/{thing}/", then=_press_last),
    Screen("reported", "/reported/{receipt}/"),
    Screen("reported-decided", "/reported/{receipt_decided}/"),
    Screen("decision", "/decided/{notice}/"),
    Screen("decision-objected", "/decided/{notice_objected}/"),
    Screen("year", "/decided/in/{year}/"),
    Screen("received-worrying", "/sent/{once_worrying}/"),
    Screen("safety-desk", "/safety/", SAFE, then=_open_everything),
    Screen("safety-rest", "/safety/rest/", SAFE),
    Screen("safety-topics", "/safety/topics/", SAFE),
    Screen("safety-appeal", "/safety/appeals/{appeal_id}/", SAFE, then=_open_everything),
    Screen("safety-audit", "/safety/audit/", SAFE),
    Screen("safety-cases", "/safety/cases/", SAFE),
    Screen("engine-room", "/engine-room/", SAFE),
    Screen("safety-case", "/safety/cases/{case_id}/", SAFE, then=_open_everything),
    Screen("safety-names", "/safety/names/", SAFE),
    Screen("ask-who-wrote", "/safety/names/of/{thing_told}/", SAFE, then=_open_everything),
    Screen("ask-who-wrote-problem", "/safety/names/of/{thing_told}/", SAFE, then=_press_last),
    Screen("safety-name-asked", "/safety/names/{name_asked_id}/", SAFE),
    Screen("safety-name-to-answer", "/safety/names/{name_to_answer_id}/", SAFE, then=_open_everything),
    Screen("safety-name-agreed", "/safety/names/{name_agreed_id}/", SAFE),
    Screen("safety-name-shown", "/safety/names/{name_agreed_id}/", SAFE, then=_press_last),
    Screen("name-looked-up", "/looked-up/{notice_of_name}/"),
    *SCREENS_OF_GROUPS,
)
"""In the order of the addresses: everybody, guests, the family's rooms, reading first, the waiting room."""
