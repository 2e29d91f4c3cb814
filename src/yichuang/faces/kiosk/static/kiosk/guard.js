/* Pages of the online hall on a machine of the hall: a way out, and nobody's data left standing. */
(() => {
  "use strict";
  const own = document.currentScript || document.querySelector("script[data-idle]");
  const IDLE = Number(own.dataset.idle) || 60, WARN = Math.min(15, IDLE / 2), HOME = "/kiosk/?clear=1";
  let touched = Date.now();
  const leave = () => {
    document.querySelectorAll("input,textarea").forEach((field) => { if (field.type !== "hidden") field.value = ""; });
    location.replace(HOME);
  };
  const ask = document.createElement("dialog");
  ask.className = "card pad-c";
  ask.innerHTML = '<h2>还在办吗？</h2><p><b>15</b> 秒后退出登录、清除内容，回到首页</p><p class="row"><button type="button" class="btn">继续</button></p>';
  const out = document.createElement("p");
  out.className = "wrap";
  out.innerHTML = '<a class="btn danger" href="/kiosk/?clear=1">退出自助机，清除我的内容</a>';
  const stay = () => { touched = Date.now(); if (ask.open) ask.close(); };
  const ready = () => {
    document.body.prepend(out);
    document.body.append(ask);
    ask.querySelector("button").addEventListener("click", stay);
    ["pointerdown", "keydown", "touchstart"].forEach((kind) => document.addEventListener(kind, stay, { passive: true }));
    setInterval(() => {
      const rest = IDLE - (Date.now() - touched) / 1000;
      if (rest <= 0) { touched = Date.now(); leave(); return; }
      if (rest <= WARN && !ask.open) ask.showModal();
      ask.querySelector("b").textContent = String(Math.ceil(Math.max(rest, 0)));
    }, 500);
  };
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (document.body) ready(); else document.addEventListener("DOMContentLoaded", ready);
})();
