// Before the first paint: the scheme that somebody chose, so that a night page never flashes white. A classic script on purpose.
(() => {
  const kept = document.cookie.match(/(?:^|; )scheme=(morning|night)(?:;|$)/);
  if (kept) document.documentElement.dataset.scheme = kept[1];
})();
