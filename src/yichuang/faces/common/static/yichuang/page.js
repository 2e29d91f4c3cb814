/* Comfort for every page; nothing here is needed to read or to send a form. */
(() => {
  "use strict";
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  function prepare(root) {
    // errors first: the summary gets the focus
    const summary = root.querySelector("#errors, .refused[tabindex]");
    if (summary) summary.focus();
    $$("[data-copy]", root).forEach((button) => { button.hidden = !navigator.clipboard; });
    $$("[data-when]", root).forEach((words) => { words.hidden = true; });
    $$("[data-js]", root).forEach((part) => { part.hidden = false; });
    $$("[data-show-if]", root).forEach((field) => { watch(field); });
  }

  // a field that depends on another one
  function watch(field) {
    const form = field.closest("form");
    const rule = JSON.parse(field.dataset.showIf);
    const decide = () => {
      const chosen = new FormData(form).getAll(rule.field);
      const shown = rule.equals.some((value) => chosen.includes(value));
      field.hidden = !shown;
      $$("input, select, textarea", field).forEach((control) => { control.disabled = !shown; });
    };
    form.addEventListener("change", decide);
    decide();
  }

  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "已复制"; });
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
    // an open menu closes when somebody clicks elsewhere
    $$("details.menu[open], details.ident[open]").forEach((d) => { if (!d.contains(event.target)) d.open = false; });
  });

  // a form is sent once; the server is idempotent by its key as well
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent || form.method !== "post") {
      if (form.dataset.sent) event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button) setTimeout(() => {
      button.dataset.words = button.textContent;
      button.textContent = form.dataset.busy || "正在提交…";
      button.disabled = true;
    });
    keep(form);
  });
  const release = (form) => {
    delete form.dataset.sent;
    $$("button[data-words]", form).forEach((button) => {
      button.textContent = button.dataset.words;
      button.disabled = false;
      delete button.dataset.words;
    });
  };
  window.addEventListener("pageshow", (event) => { if (event.persisted) $$("form[data-sent]").forEach(release); });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (form) release(form);
  });

  // what was written survives a lost session: kept in this window only, put back into empty fields, then dropped
  const key = (form) => `yc:${location.pathname}:${form.dataset.keep}`;
  function keep(form) {
    if (!form.dataset.keep) return;
    const texts = $$("textarea[name], input[type=text][name]", form).map((f) => [f.name, f.value]);
    sessionStorage.setItem(key(form), JSON.stringify(texts));
  }
  function putBack(form) {
    const texts = JSON.parse(sessionStorage.getItem(key(form)) || "[]");
    texts.forEach(([name, value]) => {
      const field = form.elements[name];
      if (field && "value" in field && !field.value) field.value = value;
    });
    sessionStorage.removeItem(key(form));
  }

  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    $$("form[data-keep]").forEach((form) => {
      putBack(form);
      form.addEventListener("input", () => keep(form));
    });
  });
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) prepare(event.target); });
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterSettle", (event) => event.detail.target?.removeAttribute("aria-busy"));
})();
