/* The list under the keyboard: a current row, ticks, and what claiming the ticked rows would change.
   keys.js turns the keys into clicks on the buttons; without this file the list works by links and one more page. */
(() => {
  "use strict";
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return;
  const $ = (selector) => document.querySelector(selector);
  const boxes = rows.map((row) => row.querySelector("[name=case]")).filter(Boolean); // none where nothing can be ticked
  const store = `yc:row:${location.pathname}${location.search}`;
  let current = -1;

  function stand(at) {
    rows[current]?.classList.remove("cur");
    current = Math.max(0, Math.min(rows.length - 1, at));
    rows[current].classList.add("cur");
    rows[current].scrollIntoView({ block: "nearest" });
    sessionStorage.setItem(store, String(current));
  }

  function count() {
    if (!boxes.length) return;
    const ticked = boxes.filter((box) => box.checked);
    rows.forEach((row, at) => row.classList.toggle("sel", boxes[at].checked));
    const cannot = ticked.filter((box) => box.dataset.why);
    const can = ticked.length - cannot.length;
    const taken = ticked.filter((box) => !box.dataset.why && box.dataset.from);
    $("[data-chosen]").textContent = ticked.length ? `已选 ${ticked.length} 件` : "打勾后";
    $("[data-clear]").hidden = !ticked.length;
    $("[data-all]").checked = ticked.length === boxes.length;
    $("[data-sure]").value = ticked.length ? "1" : "";
    const reasons = {};
    cannot.forEach((box) => { reasons[box.dataset.why] = (reasons[box.dataset.why] || 0) + 1; });
    const parts = Object.entries(reasons).map(([why, number]) => `${number} 件不能：${why}`);
    if (taken.length) parts.unshift(`其中 ${taken.length} 件从${[...new Set(taken.map((box) => box.dataset.from))].join("、")}处接手`);
    const kept = ticked.filter((box) => box.dataset.keeps);
    if (ticked.length) parts.push(`“移交”将改变 ${ticked.length - kept.length} 件${kept.length ? `，${kept.length} 件不能：${[...new Set(kept.map((box) => box.dataset.keeps))].join("、")}` : ""}`);
    $("[data-says]").textContent = ticked.length
      ? [`“认领”将改变 ${can} 件`, ...parts].join("；") + "。"
      : "打勾后，这里写明会改变几件、哪些不能认领。";
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) boxes.forEach((box) => { if (!box.disabled) box.checked = event.target.checked; });
    if (event.target.matches("[data-all], [name=case]")) count();
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-move], [data-pick], [data-open], [data-clear]");
    if (pressed?.matches("[data-move]")) stand(current + Number(pressed.dataset.move));
    if (pressed?.matches("[data-pick]") && current >= 0) boxes[current].click();
    if (pressed?.matches("[data-open]") && current >= 0) rows[current].querySelector("[data-link]").click();
    if (pressed?.matches("[data-clear]")) { boxes.forEach((box) => { box.checked = false; }); count(); }
    const row = event.target.closest("[data-row]");
    if (row && !event.target.closest("a, input, button") && !String(getSelection())) row.querySelector("[data-link]").click();
  });
  // C without ticks takes the current row
  document.querySelector(".bulk button")?.addEventListener("click", () => {
    if (!boxes.some((box) => box.checked) && current >= 0) { boxes[current].checked = true; count(); }
  });
  const kept = sessionStorage.getItem(store);
  if (kept !== null) stand(Number(kept));
  count();
})();
