// Keeps a form as it is written: posts it after a pause, to where it would be sent, and says so quietly in [data-kept]. The answer is
// JSON: {"address"} names the page of what is kept now, or {"problem"} says in words why it is not kept.
const PAUSE = 1500;
const AGAIN = 15000;
const MOST_AT_THE_END = 60000; // bytes that a browser goes on sending when its page is closed

export function attach(form) {
  const said = form.querySelector("[data-kept]");
  let timer = 0;
  let running = false;
  let waiting = false;

  async function post() {
    const body = new URLSearchParams(new FormData(form));
    const keepalive = body.toString().length < MOST_AT_THE_END;
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, keepalive });
      const { address, problem } = await answer.json();
      if (address) history.replaceState(null, "", address);
      said.textContent = problem ?? (address ? said.dataset.kept : "");
    } catch {
      said.textContent = said.dataset.notKept;
      timer ||= setTimeout(keep, AGAIN);
    }
  }

  // One at a time, so that older words never arrive after newer ones.
  async function keep() {
    stop();
    waiting = true;
    if (running) return;
    running = true;
    while (waiting) {
      waiting = false;
      await post();
    }
    running = false;
  }

  function stop() {
    clearTimeout(timer);
    timer = 0;
    waiting = false;
  }

  form.addEventListener("input", () => {
    said.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", stop);
  function keepTheLast() {
    if (timer || waiting) post();
  }

  document.addEventListener("leaving", keepTheLast);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keepTheLast();
  });
}
