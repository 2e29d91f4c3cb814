/* A kiosk clears itself: after a while without a touch a countdown, then the first page and nothing of the visitor.
   It brings its own number pad, and reads the page out. */
(() => {
  "use strict";
  const main = document.querySelector("[data-idle]");
  if (!main) return;
  const IDLE = Number(main.dataset.idle), WARN = Math.min(15, IDLE / 2), HOME = "/kiosk/?clear=1";
  const isHome = location.pathname === "/kiosk/";
  const ask = document.querySelector(".kk-idle"), left = ask.querySelector("[data-left]");
  let touched = Date.now();
  const stay = () => { touched = Date.now(); if (!ask.hidden) ask.hidden = true; };
  const clear = () => {
    document.querySelectorAll("input").forEach((field) => { field.value = ""; });
    window.speechSynthesis?.cancel();
    location.replace(HOME);
  };
  ["pointerdown", "keydown", "touchstart"].forEach((kind) => document.addEventListener(kind, stay, { passive: true }));
  document.querySelector("[data-stay]").addEventListener("click", stay);
  setInterval(() => {
    const rest = IDLE - (Date.now() - touched) / 1000;
    if (rest <= 0) {
      if (isHome && !document.cookie && !document.documentElement.dataset.mode) { touched = Date.now(); location.reload(); } else clear();
    } else if (rest <= WARN && !isHome) {
      if (ask.hidden) { ask.hidden = false; document.querySelector("[data-stay]").focus(); }
      left.textContent = String(Math.ceil(rest));
    }
  }, 500);
  // the back button shows nothing: pages are kept nowhere, and one that was kept is asked for anew
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.replace(HOME); });
  document.addEventListener("contextmenu", (event) => event.preventDefault());

  // number pad
  let field = null;
  const fields = [...document.querySelectorAll("[data-pad]")];
  if (fields.length) {
    const pad = document.createElement("div");
    pad.className = "kpad";
    pad.setAttribute("role", "group");
    pad.setAttribute("aria-label", "数字键盘");
    const form = fields[0].form;
    form.insertBefore(pad, form.querySelector("button.btn"));
    const build = () => {
      const letters = [...field.dataset.pad].filter((key) => key > "9"); // of a unified social credit code, X of a person's
      pad.replaceChildren(...[..."123456789", field.dataset.pad.includes("-") ? "-" : "清空", "0", "删除", ...letters].map((key) => {
        const button = document.createElement("button");
        button.type = "button";
        button.classList.toggle("l", letters.includes(key));
        button.textContent = key;
        button.addEventListener("click", () => {
          if (key === "删除") field.value = field.value.slice(0, -1);
          else if (key === "清空") field.value = "";
          else if (field.value.length < field.maxLength) field.value += key;
          field.focus();
        });
        return button;
      }));
    };
    const take = (one) => { field = one; build(); };
    fields.forEach((one) => one.addEventListener("focus", () => take(one)));
    take(fields[0]);
  }

  const read = document.querySelector("[data-read]");
  if (read) {
    if (!window.speechSynthesis) read.remove();
    else read.addEventListener("click", () => {
      speechSynthesis.cancel();
      const words = new SpeechSynthesisUtterance(`${document.querySelector("h1").innerText}。${main.innerText}`);
      words.lang = "zh-CN"; words.rate = 0.9;
      speechSynthesis.speak(words);
    });
  }
})();
