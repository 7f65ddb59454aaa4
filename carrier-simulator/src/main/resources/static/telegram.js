// A person's Telegram: shows the chat as it changes, presses buttons, starts and blocks the bot.

import { refreshFaults } from "./faults.js";
import { listen, parse, post, show, stage, thread } from "./thread.js";

const person = stage.dataset.person;
const block = document.getElementById("block");
const startForm = document.getElementById("start-form");

/** The token in a deep link, or what was typed if it is none. */
function tokenIn(typed) {
  const text = typed.trim();
  try {
    return new URL(text).searchParams.get("start") ?? "";
  } catch {
    return text.replace(/^\/start\s*/, "");
  }
}

startForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await post(`/api/telegram/${person}/start`, { token: tokenIn(startForm.token.value) });
  if (answer?.ok) {
    startForm.token.value = "";
  }
});

thread.addEventListener("click", async (event) => {
  const key = event.target.closest("button[data-press]");
  if (key) {
    key.classList.add("waiting");
    const messageId = Number(key.closest("article").dataset.message);
    await post(`/api/telegram/${person}/press`, { messageId, data: key.dataset.press });
  }
});

block.addEventListener("click", () => {
  const blocked = block.getAttribute("aria-pressed") === "true";
  post(`/api/telegram/${person}/${blocked ? "unblock" : "block"}`);
});

function showStanding(standing) {
  const blocked = standing.trim() === "blocked";
  block.setAttribute("aria-pressed", String(blocked));
  block.textContent = blocked ? "Unblock bot" : "Block bot";
}

listen(`/telegram/${person}`, {
  message: (markup) => {
    show(parse(markup));
    refreshFaults();
  },
  standing: showStanding,
  cleared: () => thread.querySelectorAll("article").forEach((message) => message.remove()),
});
