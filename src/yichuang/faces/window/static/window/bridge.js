/* Devices at the window through the bridge on this computer (设备桥, docs/operate/devices.md): one JSON question, one
   JSON answer. Without it everything is typed, chosen as a file and printed by the browser. */
(() => {
  "use strict";
  const home = document.querySelector("[data-bridge]")?.dataset.bridge;
  if (!home) return;
  const FIELDS = { a_number: "number", a_name: "name", a_address: "address" };
  const say = (words) => document.querySelectorAll("[data-bridge-says]").forEach((place) => { place.textContent = words; });

  async function ask(message, otherwise) {
    say("正在等设备…");
    const stop = new AbortController(), late = setTimeout(() => stop.abort(), 15000);
    try {
      const answer = await fetch(home, {
        method: "POST", mode: "cors", credentials: "omit", signal: stop.signal,
        headers: { "Content-Type": "application/json" }, body: JSON.stringify({ v: 1, id: String(Date.now()), ...message }),
      });
      const told = await answer.json();
      say(told.ok ? "" : `${told.message || "设备没有答复"}。${otherwise}`);
      return told.ok ? told.data : null;
    } catch {
      say(`设备桥没有连上。${otherwise}`);
      return null;
    } finally {
      clearTimeout(late);
    }
  }

  async function read() {
    const card = await ask({ do: "idcard.read" }, "请照证件填写。");
    if (!card) return;
    const paper = document.getElementsByName("a_paper")[0];
    if (paper) paper.value = "居民身份证";
    Object.entries(FIELDS).forEach(([name, part]) => {
      const field = document.getElementsByName(name)[0];
      if (field && typeof card[part] === "string") field.value = card[part].slice(0, 200);
    });
    say("已读卡，请与本人核对。");
    document.getElementsByName("a_phone")[0]?.focus();
  }

  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  async function shoot(button) {
    const field = document.getElementsByName(button.dataset.for)[0];
    const shot = field && await ask({ do: "camera.capture" }, "请用“添加”选文件，或者用手机上传。");
    if (!shot) return;
    const all = new DataTransfer();
    [...field.files].forEach((file) => all.items.add(file));
    all.items.add(new File([bytes(shot.content)], `高拍${all.items.length + 1}.jpg`, { type: shot.media_type }));
    field.files = all.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    say(`已拍 ${field.files.length} 张。`);
  }

  async function print(button) {
    const paper = await fetch(button.dataset.paper).then((answer) => answer.blob()).catch(() => null);
    if (!paper) { say("文书没有取到，请用“打印”。"); return; }
    const reader = new FileReader();
    reader.onload = async () => {
      const content = reader.result.split(",")[1];
      if (await ask({ do: "print.raw", media_type: "application/pdf", content }, "请用“打印”。")) say("已送打印机。");
    };
    reader.readAsDataURL(paper);
  }

  async function rate(button) {
    if (await ask({ do: "rating.show", case: button.dataset.case }, "请用评价屏，或者扫凭证上的二维码评价。")) say("评价器正在请办事人评价。");
  }

  const DO = { "rating.show": rate, "idcard.read": read, "camera.capture": shoot, "print.raw": print };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-device]");
    if (button) DO[button.dataset.device]?.(button);
  });
})();
