// The handset page: shows messages and calls as they come, and copies codes.

import { refreshFaults } from "./faults.js";
import { clockTime, listen, parse, post, show, stage, thread } from "./thread.js";

const liveCalls = document.getElementById("live-calls");
const leftRinging = new Set();

function showCall(markup) {
  const call = parse(markup);
  const ringing = call.classList.contains("ringing");
  const live = (ringing && !leftRinging.has(call.id)) || call.classList.contains("talking");
  if (!live) {
    show(call);
    return;
  }
  const earlier = document.getElementById(call.id);
  if (earlier && liveCalls.contains(earlier)) {
    earlier.replaceWith(call);
  } else {
    earlier?.remove();
    liveCalls.append(call);
  }
}

async function handleCall(button) {
  const call = button.closest("article");
  if (button.dataset.do === "let-ring") {
    leftRinging.add(call.id);
    show(call);
    return;
  }
  button.disabled = true;
  await post(`/api/calls/${call.id}/${button.dataset.do}`);
}

stage.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (button) {
    handleCall(button);
  }
});

thread.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button) {
    return;
  }
  const label = button.querySelector(".copy-label");
  const before = label.innerHTML;
  label.textContent = (await copy(button.dataset.copy)) ? "Copied" : "Could not copy";
  button.classList.add("done");
  setTimeout(() => {
    label.innerHTML = before;
    button.classList.remove("done");
  }, 1600);
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function tick() {
  const now = new Date();
  document.getElementById("clock").textContent = clockTime(now);
  setTimeout(tick, 60_000 - (now % 60_000));
}

const removeAll = (selector) => stage.querySelectorAll(selector).forEach((article) => article.remove());

tick();
listen(`/handset/${encodeURIComponent(stage.dataset.number)}`, {
  message: (markup) => {
    show(parse(markup));
    refreshFaults();
  },
  call: (markup) => {
    showCall(markup);
    refreshFaults();
  },
  cleared: () => removeAll("article:not(.call)"),
  "calls-cleared": () => removeAll("article.call"),
});
