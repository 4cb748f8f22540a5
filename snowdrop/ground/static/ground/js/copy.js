// Copies the address in the field beside the button; where the browser does not allow it, the field stays selected to be copied by hand.
export function attach(box) {
  const field = box.querySelector("input");
  const said = box.querySelector("[role=status]");

  field.addEventListener("focus", () => field.select());

  box.querySelector("button").addEventListener("click", async () => {
    field.focus();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = box.dataset.copied;
    } catch {
      said.textContent = box.dataset.notCopied;
    }
  });
}
