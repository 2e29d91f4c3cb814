/* Wall and counter screens: what changed is put in place, new calls are shown large and spoken one after the other. */
(() => {
  "use strict";
  const root = document.querySelector("[data-live]");
  if (!root) return;
  const spoken = new Set(), waiting = [];
  let first = true, busy = false, fault = "", loud = root.dataset.loud === "1", wanted = true;

  // the clock runs by the server's time
  const clock = document.querySelector("[data-clock]"), began = performance.now();
  if (clock) {
    const start = Number(clock.dataset.clock) * 1000;
    const form = new Intl.DateTimeFormat("zh-CN", {
      month: "long", day: "numeric", weekday: "long", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai",
    });
    const tick = () => { clock.textContent = form.format(start + performance.now() - began); };
    tick(); setInterval(tick, 5000);
  }

  // voices: muted by hand, and at night by the hall's hours; what the browser does not allow or can't do is shown
  const voice = document.querySelector("[data-voice]");
  const show = () => {
    const works = window.speechSynthesis && !fault;
    if (works) voice.textContent = `语音叫号：${wanted ? "开" : "关"}`;
    else voice.textContent = fault === "not-allowed" ? "语音没有打开，点这里" : "本机没有语音";
    voice.setAttribute("aria-pressed", String(Boolean(wanted && works)));
  };
  const failed = ({ error }) => { if (!["canceled", "interrupted"].includes(error)) { fault = error; show(); } };
  const probe = () => {
    const mute = new SpeechSynthesisUtterance("。");
    mute.volume = 0; mute.onerror = failed;
    speechSynthesis.speak(mute);
  };
  if (voice) {
    try { wanted = localStorage.getItem("yc:voice") !== "off"; } catch { /* no storage: as it is */ }
    voice.addEventListener("click", () => {
      if (fault) { fault = ""; wanted = true; probe(); } else wanted = !wanted;
      try { localStorage.setItem("yc:voice", wanted ? "on" : "off"); } catch { /* likewise */ }
      if (!wanted) window.speechSynthesis?.cancel();
      show();
    });
    show();
    if (window.speechSynthesis && wanted) probe();
  }

  function say(words, done) {
    if (!voice || !wanted || !loud || !window.speechSynthesis) { setTimeout(done, 5000); return; }
    let left = 2, over = false;
    const end = () => { if (!over) { over = true; clearTimeout(late); done(); } };
    const late = setTimeout(end, 15000); // some devices never say that they are done
    const once = () => {
      if (!left--) { end(); return; }
      const speech = new SpeechSynthesisUtterance(words);
      speech.lang = "zh-CN"; speech.rate = 0.9;
      speech.onend = once; speech.onerror = (event) => { failed(event); setTimeout(end, 5000); };
      speechSynthesis.speak(speech);
    };
    once();
  }
  function next() {
    const flash = document.getElementById("flash");
    if (busy || !waiting.length) return;
    busy = true;
    const [, no, window_, words] = waiting.shift();
    if (flash) {
      flash.replaceChildren(...["请", no, "到", window_, "号窗口"].map((part, i) => {
        const node = document.createElement(i % 2 ? "b" : "span");
        node.textContent = part;
        return node;
      }));
      flash.hidden = false;
    }
    say(words, () => { if (flash) flash.hidden = true; busy = false; next(); });
  }
  function calls(found) {
    found.slice().reverse().forEach((call) => {
      if (!spoken.has(call[0])) { spoken.add(call[0]); if (!first) waiting.push(call); }
    });
    if (spoken.size > 500) { const keep = new Set(found.map((call) => call[0])); spoken.clear(); keep.forEach((one) => spoken.add(one)); }
    first = false;
    next();
  }

  const put = (name, words) => { const part = root.querySelector(`[data-part=${name}]`); if (part && part.textContent !== words) part.textContent = words; };
  root.addEventListener("yc:live", ({ detail }) => {
    if (root.dataset.kind === "wall") {
      root.innerHTML = detail.html;
      loud = detail.loud;
      calls(detail.calls);
    } else if (root.dataset.kind === "counter") {
      const now = detail.windows[root.dataset.window];
      if (!now) { location.reload(); return; }
      root.dataset.state = now.state;
      put("number", { paused: "暂停服务", closed: "未开放" }[now.state] || now.number || "请等候叫号");
      put("doing", now.number && now.state === "open" ? (now.serving ? "正在办理" : "请到本窗口") : "");
      put("clerk", now.clerk ? `工作人员 ${now.clerk}` : "");
      root.classList.toggle("call", now.state === "open" && Boolean(now.number) && !now.serving);
    }
  });
})();
