// Opens the browser's own window for printing.
export function attach(button) {
  button.addEventListener("click", () => window.print());
}
