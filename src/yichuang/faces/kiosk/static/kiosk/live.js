/* A page that follows the hall: data-live names the stream; every word of it becomes a "yc:live" event on that element.
   The browser reconnects by itself; where it gives up, or hears nothing for too long, we begin anew. */
(() => {
  "use strict";
  const root = document.querySelector("[data-live]");
  if (!root) return;
  const SILENT = 40000, AGAIN = 15000;
  if (!window.EventSource) { setInterval(() => location.reload(), AGAIN); return; }
  let source, heard = Date.now(), waits = 0;
  const show = (ok) => document.querySelectorAll("[data-link]").forEach((words) => {
    words.textContent = ok ? "● 连接正常" : "○ 正在重新连接";
    words.classList.toggle("off", !ok);
  });
  const alive = () => { heard = Date.now(); waits = 0; show(true); };
  function connect() {
    if (source) source.close();
    heard = Date.now();
    source = new EventSource(root.dataset.live);
    source.onopen = alive;
    source.addEventListener("beat", alive);
    source.onmessage = (event) => {
      alive();
      root.dispatchEvent(new CustomEvent("yc:live", { detail: JSON.parse(event.data) }));
    };
    source.onerror = () => {
      show(false);
      if (source.readyState === EventSource.CLOSED) {
        waits = Math.min(waits + 1, 6);
        setTimeout(connect, 1000 * waits + 2000 * Math.random());
      }
    };
  }
  setInterval(() => { if (Date.now() - heard > SILENT) { show(false); connect(); } }, 5000);
  window.addEventListener("pagehide", () => source && source.close());
  window.addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  connect();
})();
