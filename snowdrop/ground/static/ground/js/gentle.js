// Asks for gentle notes on a text after a pause (POST text=… to data-address; answer {"notes": ["…"]}) and shows them in the
// region that data-shows names. A note never holds anything back.
const PAUSE = 1200;
const SHORTEST = 12;

export function attach(field) {
  const region = document.getElementById(field.dataset.shows);
  if (!region || !field.dataset.address) return;
  let timer = 0;
  let asked = "";

  function show(notes) {
    region.replaceChildren(
      ...notes.map((note) => {
        const line = document.createElement("p");
        line.textContent = note;
        return line;
      }),
    );
  }

  async function ask() {
    const text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (text.length < SHORTEST) return show([]);
    const body = new FormData();
    body.set("text", text);
    const token = field.form?.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (token) body.set("csrfmiddlewaretoken", token);
    try {
      const answer = await fetch(field.dataset.address, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.ok && text === asked) show((await answer.json()).notes ?? []);
    } catch {
      asked = "";
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
