/* Where am I: the telephone says it, to about a hundred metres, only when it is asked. */
(() => {
  "use strict";
  const ask = document.querySelector("[data-locate]");
  if (!ask || !navigator.geolocation) return;
  ask.hidden = false;
  ask.addEventListener("click", () => {
    ask.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => location.assign(`/halls/?at=${coords.longitude.toFixed(3)},${coords.latitude.toFixed(3)}#points`),
      () => { ask.textContent = "手机没有给出位置，请从左边选"; },
      { maximumAge: 60000, timeout: 10000 },
    );
  });
})();
