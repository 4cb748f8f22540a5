// Asks for the page again, ever more slowly, and puts the fresh element of the same id in the place of this one, until that does not ask
// to be refreshed. What somebody opened or writes elsewhere on the page stays.
export function attach(element) {
  let pause = 1500;

  function later() {
    setTimeout(ask, pause);
    pause = Math.min(pause * 1.4, 20000);
  }

  function ask() {
    if (document.hidden) return later();
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => show(request.response?.getElementById(element.id));
    request.onerror = later;
    request.open("GET", location.href);
    request.send();
  }

  function show(fresh) {
    if (!fresh) return;
    if (fresh.isEqualNode(element) || element.contains(document.activeElement)) return later();
    const shown = document.importNode(fresh, true);
    element.replaceWith(shown);
    element = shown;
    if (shown.dataset.behaviour === "refresh") later();
  }

  later();
}
