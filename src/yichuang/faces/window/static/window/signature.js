/* A signature drawn on the screen goes along as a picture; without it the paper receipt is signed. */
(() => {
  "use strict";
  document.querySelectorAll("canvas[data-signature]").forEach((canvas) => {
    const pen = canvas.getContext("2d"), field = document.getElementById(canvas.dataset.signature);
    let drawing = false;
    Object.assign(canvas.style, { touchAction: "none", maxWidth: "35rem", display: "block" });
    Object.assign(pen, { lineWidth: 3, lineCap: "round", lineJoin: "round" });
    const place = (event) => {
      const box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
    };
    canvas.addEventListener("pointerdown", (event) => {
      drawing = true;
      canvas.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(...place(event));
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!drawing) return;
      pen.lineTo(...place(event));
      pen.stroke();
      field.value = "drawn";
    });
    canvas.addEventListener("pointerup", () => {
      drawing = false;
      if (field.value) field.value = canvas.toDataURL("image/png");
    });
    canvas.closest("form").querySelector("[data-signature-clear]").addEventListener("click", () => {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      field.value = "";
    });
  });
})();
