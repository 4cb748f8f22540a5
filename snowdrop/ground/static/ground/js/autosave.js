// Keeps a form as it is written: posts it to data-autosave-address after a pause, and says so quietly in [data-kept].
const PAUSE = 1500;

export function attach(form) {
  const said = form.querySelector("[data-kept]");
  let timer = 0;
  let running = null;

  function say(words) {
    if (said) said.textContent = words ?? "";
  }

  async function keep() {
    timer = 0;
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.autosaveAddress, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        signal: running.signal,
      });
      say(answer.ok ? said?.dataset.kept : said?.dataset.notKept);
    } catch (problem) {
      if (problem.name !== "AbortError") say(said?.dataset.notKept);
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    say("");
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });

  form.addEventListener("submit", () => {
    clearTimeout(timer);
    timer = 0;
    running?.abort();
  });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !timer) return;
    clearTimeout(timer);
    timer = 0;
    navigator.sendBeacon(form.dataset.autosaveAddress, new FormData(form));
  });
}
