/* Second screen: renewed when the clerk gives something else; the signature is drawn with finger, pen or mouse. */
(() => {
  "use strict";
  const main = document.querySelector("[data-sheet]");
  if (!main) return;
  main.addEventListener("yc:live", ({ detail }) => { if (String(detail.sheet) !== main.dataset.sheet) location.replace("/screen/customer/"); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  const pad = document.querySelector("canvas[data-pad]");
  if (!pad) return;
  const pen = pad.getContext("2d"), form = pad.closest("form"), done = form.querySelector("[data-sign]");
  const fresh = () => {
    pen.fillStyle = "#fff"; pen.fillRect(0, 0, pad.width, pad.height);
    pen.strokeStyle = "#14232b"; pen.lineWidth = 5; pen.lineCap = pen.lineJoin = "round";
    done.setAttribute("aria-disabled", "true");
  };
  const at = (event) => [event.offsetX * pad.width / pad.clientWidth, event.offsetY * pad.height / pad.clientHeight];
  let drawing = false;
  pad.addEventListener("pointerdown", (event) => { drawing = true; pad.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event)); });
  pad.addEventListener("pointermove", (event) => { if (drawing) { pen.lineTo(...at(event)); pen.stroke(); done.removeAttribute("aria-disabled"); } });
  pad.addEventListener("pointerup", () => { drawing = false; });
  form.querySelector("[data-again]").addEventListener("click", fresh);
  form.addEventListener("submit", (event) => {
    if (event.submitter === done) form.elements.signature.value = pad.toDataURL("image/png");
  }, true);
  fresh();
})();
