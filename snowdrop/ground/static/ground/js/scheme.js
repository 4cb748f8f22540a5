// Changes between morning, night and the device's own scheme at once; without a script the form asks the server.
const YEAR = 60 * 60 * 24 * 365;

export function attach(form) {
  const root = document.documentElement;

  function show(scheme) {
    if (scheme === "device") delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    for (const button of form.querySelectorAll("button[name=scheme]")) {
      button.setAttribute("aria-pressed", String(button.value === scheme));
    }
  }

  function keep(scheme) {
    const age = scheme === "device" ? 0 : YEAR;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `scheme=${scheme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  }

  form.addEventListener("submit", (event) => {
    const scheme = event.submitter?.value;
    if (!scheme) return;
    event.preventDefault();
    show(scheme);
    keep(scheme);
  });

  show(root.dataset.scheme ?? "device");
}
