// Does a thing at once and offers to undo it, instead of asking first. The form's answer is JSON {"undo": address}; the element that
// data-takes-away names is hidden, and the <template> inside the form takes its place until it is undone.
async function post(address, form) {
  return fetch(address, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
}

export function attach(form) {
  const thing = form.closest(form.dataset.takesAway);
  const template = form.querySelector("template");
  if (!thing || !template) return;

  function offer(address) {
    const bar = template.content.firstElementChild.cloneNode(true);
    bar.querySelector("button").addEventListener("click", async (event) => {
      event.preventDefault();
      const answer = await post(address, form);
      if (!answer.ok) return form.submit();
      bar.remove();
      thing.hidden = false;
      form.querySelector("button").focus();
    });
    thing.after(bar);
    thing.hidden = true;
    bar.querySelector("button").focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await post(form.action, form);
      const { undo } = answer.ok ? await answer.json() : {};
      if (undo) offer(undo);
      else location.reload();
    } catch {
      form.submit();
    }
  });
}
