// Leaves this page at once: a press on the link, or Shift three times within three seconds. The page is hidden before the other site
// answers. History is not erased, and nothing says so.
const PRESSES = 3;
const WITHIN = 3000;
const LEFT = /(?:^|; )left=1(?:;|$)/;
const NO_KEYS = /(?:^|; )keys=off(?:;|$)/;

export function attach(link) {
  let presses = [];
  let alone = false;
  let left = false;

  function hide() {
    document.title = link.dataset.plainName;
    document.body?.remove();
  }

  function leave() {
    if (left) return;
    left = true;
    document.dispatchEvent(new Event("leaving"));
    hide();
    try {
      sessionStorage.clear();
    } catch {
      // Nothing can be kept here.
    }
    location.replace(link.href);
  }

  // Shift counts when it is pressed alone: with another key it writes a capital, with the pointer it selects text, with an input method
  // it changes the script.
  function press(event) {
    alone = event.key === "Shift" && !event.isComposing;
    if (!alone) presses = [];
  }

  function release(event) {
    if (event.key !== "Shift" || !alone || NO_KEYS.test(document.cookie)) return;
    const now = Date.now();
    alone = false;
    presses = [...presses.filter((time) => now - time < WITHIN), now];
    if (presses.length >= PRESSES) leave();
  }

  function forget() {
    alone = false;
    presses = [];
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", press);
  document.addEventListener("keyup", release);
  document.addEventListener("pointerdown", forget);

  // A page that comes back from the browser's memory after somebody has left is asked for anew, and until then it is hidden.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || (document.body && !LEFT.test(document.cookie))) return;
    hide();
    location.reload();
  });
}
