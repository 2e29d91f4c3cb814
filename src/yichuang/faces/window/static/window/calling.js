/* The list of who waits follows the hall; the clerk's own buttons are only renewed when his number changed elsewhere. */
(() => {
  "use strict";
  const board = document.querySelector(".callboard");
  const part = document.querySelector("[data-part-url]");
  if (!board || !part) return;
  let last = "", pending = 0;
  board.addEventListener("yc:live", ({ detail }) => {
    const now = JSON.stringify([detail.queues]);
    const own = detail.windows[board.dataset.window];
    if (own && own.number !== board.dataset.seen && !document.querySelector("form[data-sent]")) { location.replace("/desk/calling/"); return; }
    if (last && now !== last) {
      clearTimeout(pending);
      pending = setTimeout(async () => {
        const answer = await fetch(part.dataset.partUrl);
        if (answer.ok && !answer.redirected) part.innerHTML = await answer.text();
      }, 800 * Math.random());
    }
    last = now;
  });
})();
