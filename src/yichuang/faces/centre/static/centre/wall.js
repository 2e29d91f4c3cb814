"use strict";
// The big screen: the next board every 15 seconds; keeps the last numbers while the server is away; space stops it.
(() => {
  let still = false;
  const next = async () => {
    if (still) return;
    try {
      const answer = await fetch(document.body.dataset.next, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector("main").replaceWith(page.querySelector("main"));
      document.body.dataset.next = page.body.dataset.next;
    } catch {
      document.querySelector(".off").hidden = false;
    }
  };
  setInterval(next, 15000);
  addEventListener("keydown", (event) => {
    if (event.code === "Space") {
      still = !still;
      event.preventDefault();
    }
  });
})();
