// A form that was asked for a moment sends itself, once the number is found whose SHA-256 with its ticket is the one asked for. Where a
// browser cannot do that, or is slow, the page says what to do, and time does the same (front/tickets.py).
const AT_ONCE = 500; // numbers, between two of which the page can answer

export async function attach(form) {
  const { ticket, challenge, most } = form.dataset;
  form.addEventListener("submit", noteSent);
  if (!globalThis.crypto?.subtle) return;
  show(form, true);
  try {
    form.elements.found.value = await find(ticket, challenge, Number(most));
    noteSent();
    form.submit();
  } catch {
    show(form, false);
  }
}

function show(form, byItself) {
  for (const part of form.querySelectorAll("[data-by-hand]")) part.hidden = byItself;
  form.querySelector("[data-by-itself]").hidden = !byItself;
}

async function find(ticket, challenge, most) {
  const letters = new TextEncoder();
  const wanted = Number.parseInt(challenge.slice(0, 8), 16);
  for (let first = 0; first < most; first += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, place) => first + place);
    const digests = await Promise.all(numbers.map((number) => crypto.subtle.digest("SHA-256", letters.encode(`${ticket}:${number}`))));
    const found = digests.findIndex((digest) => new DataView(digest).getUint32(0) === wanted && hex(digest) === challenge);
    if (found >= 0) return first + found;
  }
  throw new RangeError("There is no such number.");
}

function hex(digest) {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What draft.js kept of the form that this page answers is let go of when it has arrived (start.js).
function noteSent() {
  const kept = Object.keys(sessionStorage).find((key) => key.startsWith("draft ") && key.includes(` ${location.pathname} `));
  if (kept) sessionStorage.setItem("sent", kept);
}
