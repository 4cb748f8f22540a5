// Keeps the words of a form in this tab while they are written, so that neither a crash nor a session that ended takes them. They leave
// the device only when they are sent; they end with the tab, and with whoever leaves in haste. start.js lets go of what was sent.
const PAUSE = 400;
const WORDS = "textarea, input[type=text]";

export function attach(form) {
  const key = `draft ${form.dataset.of} ${location.pathname} ${form.id}`;
  const note = form.querySelector("[data-draft]");
  const fields = [...form.querySelectorAll(WORDS)];
  let timer = 0;
  let over = false;

  const isWritten = (field) => field.value !== field.defaultValue;

  function keep() {
    clearTimeout(timer);
    const written = fields.filter(isWritten);
    if (over) return;
    if (written.length) sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(written.map((field) => [field.name, field.value]))));
    else sessionStorage.removeItem(key);
  }

  function put(field, words) {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // What somebody wrote before this script had come stays, behind what was kept: neither is lost.
  function together(kept, field) {
    if (!isWritten(field) || kept.includes(field.value)) return kept;
    if (field.value.includes(kept)) return field.value;
    return field.matches("textarea") ? `${kept}\n\n${field.value}` : field.value;
  }

  function restore(kept) {
    const lost = fields.filter((field) => kept[field.name] !== undefined && together(kept[field.name], field) !== field.value);
    for (const field of lost) put(field, together(kept[field.name], field));
    note.hidden = !lost.length;
  }

  note.querySelector("button").addEventListener("click", () => {
    for (const field of fields) put(field, field.defaultValue);
    note.hidden = true;
    keep();
    fields[0].focus();
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    keep();
    over = true;
    sessionStorage.setItem("sent", key);
  });
  document.addEventListener("visibilitychange", keep);
  document.addEventListener("leaving", () => (over = true));
  addEventListener("pagehide", keep);
  addEventListener("pageshow", () => (over = false));
  restore(JSON.parse(sessionStorage.getItem(key) ?? "{}"));
  if (fields.some(isWritten)) keep(); // by whoever was quicker than this script
}
