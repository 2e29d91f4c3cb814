/* Keys beside the materials: [ ] turn the material, arrows the point, 1 2 3 mark it; tabs follow the scrolling. */
(() => {
  "use strict";
  const docs = [...document.querySelectorAll("[data-doc]")];
  const tabs = [...document.querySelectorAll("[data-tab]")];
  const rules = [...document.querySelectorAll("form .rule")];
  const words = { ok: "符合", no: "不符", doubt: "存疑" };
  let doc = 0, rule = -1;

  function turn(to) {
    doc = Math.max(0, Math.min(docs.length - 1, to));
    const viewer = docs[doc]?.parentElement;
    if (viewer) viewer.scrollTop = docs[doc].offsetTop - viewer.offsetTop;
    light();
  }
  const light = () => tabs.forEach((tab, at) => tab.classList.toggle("here", at === doc));
  function step(to) {
    rules[rule]?.classList.remove("cur");
    rule = Math.max(0, Math.min(rules.length - 1, to));
    rules[rule]?.classList.add("cur");
    rules[rule]?.scrollIntoView({ block: "nearest" });
  }
  function count() {
    const place = document.querySelector("[data-tally]");
    if (!place || !rules.length) return;
    const marks = rules.map((one) => one.querySelector(".chk input:checked")?.value);
    const parts = Object.keys(words).map((value) => [words[value], marks.filter((mark) => mark === value).length]);
    parts.push(["未看", marks.filter((mark) => !mark).length]);
    place.textContent = `${rules.length} 条：${parts.filter(([, n]) => n).map(([word, n]) => `${n} ${word}`).join(" · ")}`;
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-turn], [data-step], [data-mark], [data-tab]");
    if (!pressed) return;
    if (pressed.matches("[data-tab]")) { event.preventDefault(); turn(tabs.indexOf(pressed)); }
    if (pressed.matches("[data-turn]")) turn(doc + Number(pressed.dataset.turn));
    if (pressed.matches("[data-step]")) step(rule + Number(pressed.dataset.step));
    if (pressed.matches("[data-mark]") && rules.length) {
      if (rule < 0) step(0);
      const radio = rules[rule].querySelector(`.chk input[value=${pressed.dataset.mark}]`);
      if (radio) { radio.checked = true; count(); }
    }
  });
  document.addEventListener("change", (event) => { if (event.target.closest(".chk")) count(); });
  docs[0]?.parentElement.addEventListener("scroll", (event) => {
    const top = event.target.scrollTop + event.target.offsetTop + 8;
    doc = Math.max(0, docs.findLastIndex((one) => one.offsetTop <= top));
    light();
  }, { passive: true });
  light();
  count();
})();
