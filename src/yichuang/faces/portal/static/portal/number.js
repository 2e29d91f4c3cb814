/* My number follows the hall: place and minutes; three before it, the phone makes itself noticed. */
(() => {
  "use strict";
  const card = document.querySelector(".mynumber[data-live]");
  if (!card) return;
  const says = card.querySelector("[data-says]"), near = card.querySelector("[data-near-words]");
  let warned = card.hasAttribute("data-near"), called = card.dataset.state === "called";
  const notice = () => { if (navigator.vibrate) navigator.vibrate([300, 200, 300]); };
  const tell = (...parts) => says.replaceChildren(...parts.map((part, i) => {
    if (i % 2 === 0) return document.createTextNode(part);
    const strong = document.createElement("b");
    strong.textContent = part;
    return strong;
  }));
  card.addEventListener("yc:live", ({ detail }) => {
    const no = card.dataset.no;
    const place = Object.values(detail.queues).map((line) => line.findIndex(([one]) => one === no));
    const line = Object.values(detail.queues)[place.findIndex((at) => at >= 0)];
    const window_ = Object.values(detail.windows).find((one) => one.number === no);
    if (line) {
      const at = line.findIndex(([one]) => one === no);
      card.dataset.state = "waiting";
      tell("前面还有 ", String(at), " 人，约等 ", String(line[at][1]), " 分");
      near.hidden = at > Number(card.dataset.remind);
      document.title = `${no}　前面 ${at} 人`;
      if (!near.hidden && !warned) { warned = true; notice(); }
    } else if (window_) {
      near.hidden = true;
      card.dataset.state = window_.serving ? "serving" : "called";
      tell(window_.serving ? "正在 " : "请到 ", window_.no, window_.serving ? " 号窗口办理" : " 号窗口");
      document.title = `${no}　请到 ${window_.no} 号窗口`;
      if (!called) { called = true; notice(); }
    } else if (["waiting", "called", "serving"].includes(card.dataset.state)) {
      location.reload();
      card.dataset.state = "over";
    }
  });
})();
