/* Keys and scanners on staff pages.
   data-key="F9": the key clicks this button or link.   data-key="j": single keys only act outside of fields.
   data-key-focus="/": the key moves the focus here.    <body data-keys="off">: single keys are off (WCAG 2.1.4).
   A barcode scanner types faster than 30 ms a key: its characters never act as keys; with Enter they become a
   "yc:scan" event on the document (detail.code), or go into the field marked data-scan, whose form is sent. */
(() => {
  "use strict";
  const FAST = 30;
  let buffer = "", last = 0, pending = 0;

  const inField = (target) => target.closest("input:not([type=checkbox],[type=radio],[type=file]), textarea, select, [contenteditable]");
  const nameOf = (event) => [
    event.ctrlKey ? "ctrl+" : "", event.altKey ? "alt+" : "", event.key.length > 1 ? event.key : event.key.toLowerCase(),
  ].join("");
  const find = (attribute, name) =>
    [...document.querySelectorAll(`[${attribute}]`)].find(
      (node) => node.getAttribute(attribute).split(" ").some((key) => key.toLowerCase() === name.toLowerCase())
        && !node.closest("[hidden]"));

  function act(event, name) {
    const focus = find("data-key-focus", name);
    if (focus) { event.preventDefault(); focus.focus(); focus.select?.(); return; }
    const target = find("data-key", name);
    if (!target) return;
    event.preventDefault();
    if (target.getAttribute("aria-disabled") === "true") {
      document.getElementById(target.getAttribute("aria-describedby"))?.focus();
      return;
    }
    target.click();
  }

  function scanned(code) {
    const field = document.querySelector("[data-scan]");
    if (document.dispatchEvent(new CustomEvent("yc:scan", { detail: { code }, cancelable: true })) && field) {
      field.value = code;
      field.form?.requestSubmit();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.metaKey) return;
    const fast = event.timeStamp - last < FAST;
    last = event.timeStamp;
    if (event.key === "Enter" && buffer.length >= 6 && fast) {
      event.preventDefault();
      clearTimeout(pending);
      scanned(buffer);
      buffer = "";
      return;
    }
    const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey;
    if (plain && !inField(event.target)) {
      // wait a moment: it may be the first character of a scan
      buffer = fast ? buffer + event.key : event.key;
      clearTimeout(pending);
      if (document.body.dataset.keys === "off") return;
      if (buffer.length === 1) {
        const now = find("data-key-focus", nameOf(event));
        if (now) event.preventDefault();
        pending = setTimeout(() => { act(new Event("key"), nameOf(event)); buffer = ""; }, FAST + 10);
      }
      return;
    }
    buffer = "";
    if (!plain && (event.ctrlKey || event.altKey || /^F\d+$|^Arrow|^Enter$|^Escape$/.test(event.key))) {
      const needsField = /^Arrow|^Enter$|^Escape$/.test(event.key) && !event.ctrlKey;
      if (needsField && (inField(event.target) || event.target.closest("a, button, summary, [role=radiogroup], .seg, .chk"))) return;
      act(event, nameOf(event));
    }
  });
})();
