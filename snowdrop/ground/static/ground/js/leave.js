// Leaves this page at once: a press on the link, or Shift three times within three seconds. History is not erased, and nothing says so.
const PRESSES = 3;
const WITHIN = 3000;

export function attach(link) {
  let presses = [];

  function leave() {
    document.documentElement.replaceChildren();
    location.replace(link.href);
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    presses = event.key === "Shift" ? [...presses.filter((time) => now - time < WITHIN), now] : [];
    if (presses.length >= PRESSES) leave();
  });

  // Shift with a press of the pointer selects text; it is no wish to leave.
  document.addEventListener("pointerdown", () => {
    presses = [];
  });

  // A page that comes back from the browser's memory would be empty; ask for it anew.
  addEventListener("pageshow", (event) => {
    if (event.persisted && !document.body) location.reload();
  });
}
