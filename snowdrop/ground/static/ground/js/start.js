// Finds every element with data-behaviour and attaches what it names; a page loads only the behaviours that it uses. Leaving is on every
// page and there from the first moment: it does not wait for one more answer.
import * as leave from "./leave.js";

const behaviours = {
  leave: async () => leave,
  scheme: () => import("./scheme.js"),
  autosave: () => import("./autosave.js"),
  count: () => import("./count.js"),
  gentle: () => import("./gentle.js"),
  upload: () => import("./upload.js"),
  voice: () => import("./voice.js"),
  copy: () => import("./copy.js"),
  passkey: () => import("./passkey.js"),
  refresh: () => import("./refresh.js"),
  draft: () => import("./draft.js"),
  zone: () => import("./zone.js"),
  aloud: () => import("./aloud.js"),
  print: () => import("./print.js"),
  moment: () => import("./moment.js"),
};

document.documentElement.dataset.script = "";

// What draft.js kept in this tab is let go once it was sent, but not if the answer asks for it again, or if there was none.
try {
  const [visit] = performance.getEntriesByType("navigation");
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent && visit?.type !== "back_forward" && !document.querySelector(".summary, [data-failed]")) sessionStorage.removeItem(sent);
} catch {
  // This browser keeps nothing for pages: nothing is kept, and nothing has to go.
  delete behaviours.draft;
}

for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) {
    behaviours[name]?.().then((behaviour) => behaviour.attach(element));
  }
}
