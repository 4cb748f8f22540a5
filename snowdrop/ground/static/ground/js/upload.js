// Sends the files of a form one after another, so that one that is refused does not take the others along. Each is answered with
// JSON: {"address"} to go on, or {"problem"} in words. What did not arrive stays chosen and can be sent again.
export function attach(form) {
  const box = form.querySelector("[data-progress]");
  const chooser = form.querySelector("input[type=file]");
  const refused = form.querySelector("[data-refused]");
  const onward = form.querySelector("[data-onward]");
  const bar = box.querySelector("progress");
  const said = box.querySelector("[data-said]");
  const words = box.dataset;
  let busy = false;

  function begin(is) {
    busy = is;
    for (const button of form.querySelectorAll("button")) button.ariaDisabled = is ? "true" : null;
    box.hidden = !is;
  }

  function tell(name, problem) {
    const line = document.createElement("li");
    const label = document.createElement("bdi");
    label.textContent = name;
    line.append(label, ` ${problem}`);
    refused.append(line);
  }

  // {address}, {problem}, or nothing when it did not arrive at all.
  function send(file, body, progress) {
    body.set(chooser.name, file);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.responseType = "json";
      request.upload.onprogress = (part) => progress(part.loaded / part.total);
      request.onload = () => resolve(request.response ?? {});
      request.onerror = () => resolve({});
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.send(body);
    });
  }

  async function sendAll(submitter) {
    const files = [...chooser.files];
    const lost = new DataTransfer();
    let address = "";
    document.querySelector(".summary")?.remove();
    refused.replaceChildren();
    onward.hidden = true;
    begin(true);
    for (const [number, file] of files.entries()) {
      said.textContent = words.sending;
      const answer = await send(file, new FormData(form, submitter), (share) => {
        bar.value = (number + share) / files.length;
        if (share === 1) said.textContent = words.keeping;
      });
      address = answer.address ?? address;
      if (!answer.address) tell(file.name, answer.problem ?? words.problem);
      if (!answer.address && !answer.problem) lost.items.add(file);
    }
    begin(false);
    chooser.files = lost.files;
    if (!refused.children.length) location.assign(files.length > 1 ? onward.querySelector("a").href : address);
    onward.hidden = !address;
  }

  form.addEventListener("submit", (event) => {
    if (!chooser.files.length) return;
    event.preventDefault();
    if (!busy) sendAll(event.submitter);
  });
}
