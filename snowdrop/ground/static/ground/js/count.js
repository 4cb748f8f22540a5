// Says how much room is left in a text, only when it begins to matter. Words come from data-left-words, with %s for the number.
const NEAR = 200;

export function attach(field) {
  const most = Number(field.getAttribute("maxlength") ?? field.dataset.most);
  if (!most) return;
  const said = document.createElement("p");
  said.className = "count";
  said.setAttribute("aria-live", "polite");
  field.after(said);

  function show() {
    const left = most - field.value.length;
    said.textContent = left > NEAR ? "" : (field.dataset.leftWords ?? "%s").replace("%s", String(left));
  }

  field.addEventListener("input", show);
  show();
}
