// Sends a form that carries files, and shows how far it is. The server may answer JSON: {"address": "…"} to go on, or {"problem": "…"} in words.
export function attach(form) {
  const box = form.querySelector("[data-progress]");
  const bar = box?.querySelector("progress");
  const said = box?.querySelector("[data-said]");
  if (!bar || !said) return;
  const words = box.dataset;

  function say(text) {
    said.textContent = text ?? "";
  }

  function end(text) {
    bar.hidden = true;
    say(text);
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
    delete form.dataset.sending;
  }

  function answered(request) {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      answer = null;
    }
    if (request.status < 400 && answer?.address) location.assign(answer.address);
    else if (request.status < 400 && !answer) location.assign(request.responseURL);
    else end(answer?.problem ?? words.problem);
  }

  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);
    if (!files) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    box.hidden = false;
    bar.hidden = false;
    bar.value = 0;
    say(words.sending);

    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (part) => {
      if (!part.lengthComputable) return;
      bar.value = part.loaded / part.total;
      if (part.loaded === part.total) say(words.keeping);
    });
    request.addEventListener("load", () => answered(request));
    request.addEventListener("error", () => end(words.problem));
    request.open("POST", form.action || location.href);
    request.setRequestHeader("Accept", "application/json");
    request.send(new FormData(form, event.submitter));
  });
}
