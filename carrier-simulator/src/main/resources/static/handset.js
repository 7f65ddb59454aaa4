// The handset page: shows messages as they arrive, copies codes, and works the fault panel.

const stage = document.querySelector(".stage");
const number = stage.dataset.number;
const thread = document.getElementById("thread");
const newest = document.getElementById("newest");
const connection = document.getElementById("connection");

// ---- messages

const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;

function scrollToEnd() {
  thread.scrollTop = thread.scrollHeight;
  newest.hidden = true;
}

function show(markup) {
  const followed = atEnd();
  const template = document.createElement("template");
  template.innerHTML = markup;
  const message = template.content.querySelector("article");
  localiseTimes(message);
  const earlier = document.getElementById(message.id);
  if (earlier) {
    earlier.replaceWith(message);
  } else {
    thread.append(message);
    message.classList.add("new");
  }
  if (followed) {
    scrollToEnd();
  } else if (message.classList.contains("arrived")) {
    newest.hidden = false;
  }
}

const clockTime = (date) => date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function localiseTimes(within) {
  for (const time of within.querySelectorAll("time")) {
    time.textContent = clockTime(new Date(time.dateTime));
  }
}

function listen() {
  const path = `/handset/${encodeURIComponent(number)}/events?after=${stage.dataset.revision}`;
  const events = new EventSource(path);
  events.addEventListener("open", () => tellConnection("live", "Live"));
  events.addEventListener("error", () => tellConnection("broken", "Connection lost, trying again…"));
  events.addEventListener("message", (event) => {
    show(event.data);
    refreshFaults();
  });
  events.addEventListener("cleared", () => {
    thread.querySelectorAll("article").forEach((message) => message.remove());
    newest.hidden = true;
  });
  window.addEventListener("pagehide", () => events.close());
}

function tellConnection(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

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

thread.addEventListener("scroll", () => {
  if (atEnd()) {
    newest.hidden = true;
  }
});
newest.addEventListener("click", scrollToEnd);

function tick() {
  const now = new Date();
  document.getElementById("clock").textContent = clockTime(now);
  setTimeout(tick, 60_000 - (now % 60_000));
}

// ---- faults

const form = document.getElementById("fault-form");
const faultError = document.getElementById("fault-error");
const activeList = document.getElementById("active-faults");
const endAll = document.getElementById("end-all");

function offerOptions() {
  const wanted = form.kind.selectedOptions[0].dataset.option;
  for (const field of form.querySelectorAll("[data-for]")) {
    field.hidden = field.dataset.for !== wanted;
    field.querySelector("input, select").disabled = field.hidden;
  }
}

const wholeNumber = (input) => (input.value === "" ? null : Number(input.value));

function chosenFault() {
  const kind = form.kind.value;
  switch (kind) {
    case "slow":
      return { kind, delayMs: wholeNumber(form.delayMs) ?? 0 };
    case "hang-after-accepting":
      return { kind, answerAfterMs: wholeNumber(form.answerAfterMs) };
    case "too-many-requests":
      return { kind, retryAfterSeconds: wholeNumber(form.retryAfterSeconds) ?? 0 };
    case "refuse":
      return { kind, code: Number(form.refusal.value) };
    case "undelivered":
      return { kind, code: Number(form.undelivery.value) };
    default:
      return { kind };
  }
}

async function armFault(event) {
  event.preventDefault();
  const rule = {
    to: form.scope.value === "this" ? number : null,
    fault: chosenFault(),
    count: wholeNumber(form.count),
    probability: wholeNumber(form.chance) / 100,
  };
  const answer = await call("PUT", "", rule);
  faultError.hidden = Boolean(answer?.ok);
  if (!answer?.ok) {
    const problem = await answer?.json().catch(() => null);
    faultError.textContent = problem?.detail ?? "The simulator did not answer. Is it still running?";
  }
  await refreshFaults();
}

async function call(method, path, body) {
  try {
    return await fetch(`/api/faults${path}`, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    return null;
  }
}

async function refreshFaults() {
  const answer = await call("GET", "");
  if (!answer?.ok) {
    return;
  }
  const here = (await answer.json()).filter((rule) => rule.to === null || rule.to === number);
  activeList.replaceChildren(...here.map(activeFault));
  document.getElementById("no-faults").hidden = here.length > 0;
  endAll.hidden = here.length < 2;
}

function activeFault(rule) {
  const item = document.getElementById("active-fault").content.cloneNode(true);
  item.querySelector(".what").textContent = describe(rule.fault);
  item.querySelector(".scope-note").textContent = [
    rule.to === null ? "all numbers" : "this number",
    rule.remaining === null ? "until ended" : `${rule.remaining} to go`,
    rule.probability === null || rule.probability === 1 ? null : `${Math.round(rule.probability * 100)} %`,
    rule.strikes > 0 ? `struck ${rule.strikes}×` : null,
  ]
    .filter(Boolean)
    .join(" · ");
  const end = item.querySelector("button");
  end.setAttribute("aria-label", `End: ${describe(rule.fault)}`);
  end.addEventListener("click", () => endFault(rule.id));
  return item;
}

function describe(fault) {
  const name = form.kind.querySelector(`option[value="${fault.kind}"]`).textContent;
  const detail = {
    slow: `${fault.delayMs} ms`,
    refuse: fault.code,
    undelivered: fault.code,
    "too-many-requests": `retry after ${fault.retryAfterSeconds} s`,
    "hang-after-accepting": fault.answerAfterMs == null ? "no answer" : `answer after ${fault.answerAfterMs} ms`,
  }[fault.kind];
  return detail === undefined ? name : `${name}, ${detail}`;
}

async function endFault(id) {
  await call("DELETE", `/${id}`);
  await refreshFaults();
}

form.kind.addEventListener("change", offerOptions);
form.addEventListener("submit", armFault);
endAll.addEventListener("click", async () => {
  await call("DELETE", "");
  await refreshFaults();
});

offerOptions();
localiseTimes(thread);
scrollToEnd();
tick();
listen();
refreshFaults();
