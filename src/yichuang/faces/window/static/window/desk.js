/* The desk by keyboard: ↑↓ moves between materials, 1 and 2 tick the current one, typing finds an item.
   The digits are only moved as data-key to the current row: keys.js clicks them, so a scan never ticks anything. */
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const KEYS = { ok: "1", correct: "2", deferred: "3", unseen: "0" };
  const rows = () => [...document.querySelectorAll("#sheet tbody tr")];
  const radios = (row) => [...row.querySelectorAll("input[type=radio]")];
  const typing = (node) => node.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=file])");
  const CASE = /^[a-z]{2,6}-?\d{4}-?\d{6}(-\d+)?$/i;
  let at = 0;

  function mark(index, focus) {
    const all = rows();
    if (!all.length) return;
    at = Math.max(0, Math.min(index, all.length - 1));
    all.forEach((row, place) => {
      row.classList.toggle("cur", place === at);
      const camera = row.querySelector("[data-device]");
      if (camera) camera.dataset.key = place === at ? "F4" : "";
      radios(row).forEach((radio) => {
        if (place === at) radio.dataset.key = KEYS[radio.value];
        else delete radio.dataset.key;
      });
    });
    if (!focus) return;
    const here = radios(all[at]);
    (here.find((radio) => radio.checked) || here[0])?.focus();
  }

  function again() {
    const button = document.querySelector("form button[data-look]");
    button?.form.requestSubmit(button);
  }

  // before keys.js and before the browser moves between radios
  document.addEventListener("keydown", (event) => {
    const node = event.target;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && typing(node) && !node.matches("[data-scan], [type=search]") && CASE.test(node.value.trim())) {
      event.preventDefault(); // a scanner read a case number into whatever field had the focus
      location.assign(`/desk/?q=${encodeURIComponent(node.value.trim())}`);
      return;
    }
    if (node.id === "f-find") { find(event, node); return; }
    if (node.closest("#found") && step) {
      event.preventDefault();
      const links = [...document.querySelectorAll("#found button")];
      (links[links.indexOf(node) + step] || document.getElementById("f-find")).focus();
    } else if (step && !typing(node) && rows().length && !(node.type === "radio" && !node.closest("#sheet"))) {
      event.preventDefault();
      mark(at + step, true);
    } else if (event.key === "Enter" && node.closest(".defect")) {
      event.preventDefault();
      mark(at + 1, true);
    }
  }, true);

  function find(event, field) {
    const list = document.querySelector("#found ul");
    const first = list && list.dataset.for === field.value.trim() ? list.querySelector("button") : null;
    if (!first || (event.key !== "Enter" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    if (event.key === "Enter") first.click();
    else first.focus();
  }

  document.addEventListener("change", (event) => {
    const node = event.target;
    const row = node.closest("#sheet tbody tr");
    if (node.name === "w_situation" || node.name === "a_paper") again();
    if (!row) return;
    if (node.type === "file") node.parentElement.firstChild.data = node.files.length ? `${node.files.length} 个文件` : "添加";
    if (node.type !== "radio") return;
    mark(rows().indexOf(row), false);
    if (node.value === "correct") row.querySelector(".defect input")?.focus();
    else mark(at + 1, true);
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("#sheet tbody tr");
    if (row) mark(rows().indexOf(row), false);
  });

  document.addEventListener("DOMContentLoaded", () => {
    mark(0, false);
    const form = document.querySelector("form[data-focus]");
    if (form?.dataset.focus) document.getElementById(form.dataset.focus)?.focus();
    else document.querySelector("#sheet [aria-invalid]")?.focus();
  });
})();
