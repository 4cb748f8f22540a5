// A button that makes a passkey (data-passkey="create") or signs with one ("get"). It shows itself only where the browser can; it asks its
// own address what to do, puts the device's answer into the form's field "credential", and sends the form there. If nothing came of
// it, the element that data-says names says data-not-done.
function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function known(list) {
  return (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
}

async function make({ publicKey }) {
  const { challenge, user, excludeCredentials, ...rest } = publicKey;
  const made = await navigator.credentials.create({
    publicKey: {
      ...rest,
      challenge: bytes(challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: known(excludeCredentials),
    },
  });
  const { attestationObject, clientDataJSON } = made.response;
  return answer(made, { attestationObject, clientDataJSON });
}

async function sign({ publicKey }) {
  const { challenge, allowCredentials, ...rest } = publicKey;
  const signed = await navigator.credentials.get({
    publicKey: { ...rest, challenge: bytes(challenge), allowCredentials: known(allowCredentials) },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = signed.response;
  return answer(signed, { authenticatorData, clientDataJSON, signature, ...(userHandle && { userHandle }) });
}

function answer(credential, response) {
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(Object.entries(response).map(([name, buffer]) => [name, text(buffer)])),
  });
}

export function attach(button) {
  const byNumber = /^[\d.]+$|:/.test(location.hostname);
  if (!window.PublicKeyCredential || byNumber) return;
  const said = document.getElementById(button.dataset.says);
  const act = button.dataset.passkey === "create" ? make : sign;
  const address = button.getAttribute("formaction") ?? button.form.action;
  button.hidden = false;

  button.addEventListener("click", async (event) => {
    event.preventDefault();
    said.textContent = "";
    try {
      const asked = await fetch(address, { headers: { Accept: "application/json" } });
      button.form.elements.credential.value = await act(await asked.json());
      button.form.requestSubmit(button);
    } catch {
      said.textContent = button.dataset.notDone;
    }
  });
}
