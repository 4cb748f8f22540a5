// Small help for a file on its way: a request that says how far it is, and texts as headers carry them.
const STALLED = 30000; // without a byte more, a request is given up

// `answered` gives the request itself, whatever became of it; one that never arrived has the status 0.
export function ask(method, address, headers, body, progress) {
  const request = new XMLHttpRequest();
  let stalled = 0;

  function patience() {
    clearTimeout(stalled);
    stalled = setTimeout(() => request.abort(), STALLED);
  }

  const answered = new Promise((resolve) => {
    request.onloadend = () => {
      clearTimeout(stalled);
      resolve(request);
    };
  });
  if (body) {
    request.upload.onprogress = ({ loaded }) => {
      patience();
      progress(loaded);
    };
  }
  request.open(method, address);
  for (const [name, value] of Object.entries({ "Tus-Resumable": "1.0.0", ...headers })) request.setRequestHeader(name, value);
  patience();
  request.send(body);
  return { answered, abort: () => request.abort() };
}

// A rest that ends earlier when the network is back, or when it is woken.
export function rest(milliseconds, wakeable) {
  return new Promise((resolve) => {
    const wake = () => resolve();
    setTimeout(wake, milliseconds);
    addEventListener("online", wake, { once: true });
    wakeable(wake);
  });
}

// What an answer says in JSON, or nothing.
export function said({ response }) {
  try {
    return JSON.parse(response);
  } catch {
    return {};
  }
}

export function metadata(about) {
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return Object.entries(about)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join();
}

// A number that stands for a text and says nothing of it.
export function fingerprint(text) {
  let number = 7;
  for (const sign of text) number = (number * 31 + sign.codePointAt(0)) % 9007199254740;
  return number.toString(36);
}
