// Shows gentle notes on a text after a pause (POST text=… to data-address; answer {"notes": [{phrase, reason, kinder}]}) in the region
// that data-shows names. A note never holds anything back: what was shown here is not asked about again when the form is sent.
const PAUSE = 1200;
const SHORTEST = 8;

function paragraph(...content) {
  const line = document.createElement("p");
  line.append(...content);
  return line;
}

function drawn({ phrase, reason, kinder }) {
  const words = document.createElement("q");
  words.dir = "auto";
  words.append(phrase);
  const note = document.createElement("div");
  note.className = "gentle-note";
  note.append(paragraph(words), paragraph(reason), paragraph(kinder));
  return note;
}

export function attach(field) {
  const region = document.getElementById(field.dataset.shows);
  const form = field.form;
  // A page that came back with its notes already on it shows those until it is sent.
  if (!region || !form || !field.dataset.address || region.childElementCount) return;
  let timer = 0;
  let asked = "";

  function remember() {
    if (form.elements.read_notes) return;
    const read = document.createElement("input");
    Object.assign(read, { type: "hidden", name: "read_notes", value: "yes" });
    form.append(read);
  }

  function show(notes) {
    region.replaceChildren(...notes.map(drawn));
    if (notes.length) remember();
  }

  async function ask() {
    const text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (text.length < SHORTEST) return show([]);
    const body = new URLSearchParams({ text, language: form.elements.language?.value ?? document.documentElement.lang });
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
