// Sends the files of a form one after another, each in parts (sending.js), to data-arrivals; data-purpose says what they are for. How far
// they are is said in words and by a bar; it can be held, gone on with and cancelled. What did not arrive stays chosen.
import { Sending } from "./sending.js";

export function attach(form) {
  const box = form.querySelector("[data-progress]");
  const chooser = form.querySelector("input[type=file]");
  const refused = form.querySelector("[data-refused]");
  const onward = form.querySelector("[data-onward]");
  const bar = box.querySelector("progress");
  const [said, hold, cancel] = ["said", "hold", "cancel"].map((name) => box.querySelector(`[data-${name}]`));
  const words = box.dataset;
  const shares = words.shares.split("|");
  let current = null;
  let waiting = false;

  function show(is) {
    for (const button of form.querySelectorAll(".actions button")) button.ariaDisabled = is ? "true" : null;
    box.hidden = !is;
    if (is) box.scrollIntoView({ block: "nearest" });
  }

  function say(text) {
    if (said.textContent !== text) said.textContent = text;
  }

  // In words, which change only now and then: a screen reader says each of them.
  function tell() {
    if (current?.held) say(words.held);
    else if (waiting) say(words.waiting);
    else say(bar.value < 1 ? shares[Math.floor(bar.value * shares.length)] : words.keeping);
  }

  function refuse(name, problem) {
    const line = document.createElement("li");
    const label = document.createElement("bdi");
    label.textContent = name;
    line.append(label, ` ${problem}`);
    refused.append(line);
  }

  function choose(files) {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    chooser.files = chosen.files;
  }

  function told() {
    const answers = new FormData(form);
    const token = answers.get("csrfmiddlewaretoken");
    answers.delete("csrfmiddlewaretoken");
    answers.delete(chooser.name);
    return { token, told: { purpose: form.dataset.purpose, form: new URLSearchParams(answers).toString() } };
  }

  async function sendAll() {
    const files = [...chooser.files];
    const all = files.reduce((sum, file) => sum + file.size, 0) || 1;
    const left = new Set(files);
    let before = 0;
    let address = "";
    document.querySelector(".summary")?.remove();
    refused.replaceChildren();
    onward.hidden = true;
    show(true);
    for (const file of files) {
      current = new Sending(file, {
        address: form.dataset.arrivals,
        ...told(),
        progress(bytes) {
          bar.value = (before + bytes) / all;
          tell();
        },
        waits(is) {
          waiting = is;
          tell();
        },
      });
      const end = await current.run();
      before += file.size;
      address = end.address ?? address;
      if (current.cancelled) break;
      if (!end.address) refuse(file.name, end.problem ?? (end.signedOut ? words.signedOut : words.problem));
      if (end.address || (end.problem && !end.kept)) left.delete(file);
    }
    const { cancelled } = current;
    current = null;
    show(false);
    choose(left);
    onward.hidden = !address;
    if (!cancelled && !refused.children.length) location.assign(files.length > 1 ? onward.querySelector("a").href : address);
  }

  const unfinished = form.querySelector("[data-unfinished]");
  unfinished.hidden = !Object.values(sessionStorage).some((where) => where.startsWith(form.dataset.arrivals));
  hold.addEventListener("click", () => {
    if (current.held) current.goOn();
    else current.hold();
    hold.textContent = current.held ? words.goOn : words.hold;
    tell();
  });
  cancel.addEventListener("click", () => current.cancel());
  form.addEventListener("submit", (event) => {
    if (!chooser.files.length) return;
    event.preventDefault();
    if (!current) sendAll();
  });
}
