// Finds every element with data-behaviour and attaches what it names; a page loads only the behaviours that it uses.
const behaviours = {
  leave: () => import("./leave.js"),
  scheme: () => import("./scheme.js"),
  autosave: () => import("./autosave.js"),
  count: () => import("./count.js"),
  gentle: () => import("./gentle.js"),
  upload: () => import("./upload.js"),
  copy: () => import("./copy.js"),
  passkey: () => import("./passkey.js"),
  refresh: () => import("./refresh.js"),
};

document.documentElement.dataset.script = "";

for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) {
    behaviours[name]?.().then((behaviour) => behaviour.attach(element));
  }
}
