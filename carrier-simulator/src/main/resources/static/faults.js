// The panel for faults, which every page has for whom it shows.

const recipient = document.querySelector(".panel").dataset.recipient;
const form = document.getElementById("fault-form");
const faultError = document.getElementById("fault-error");
const activeList = document.getElementById("active-faults");
const endAll = document.getElementById("end-all");

function offerKinds() {
  for (const option of form.kind.querySelectorAll("option")) {
    option.hidden = option.disabled = !option.dataset.channels.split(" ").includes(form.channel.value);
  }
  for (const group of form.kind.querySelectorAll("optgroup")) {
    group.hidden = !group.querySelector("option:not([hidden])");
  }
  if (!form.kind.selectedOptions[0] || form.kind.selectedOptions[0].disabled) {
    form.kind.value = form.kind.querySelector("option:not([hidden])").value;
  }
  offerOptions();
}

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
    case "too-many-requests-until":
      return { kind, retryAfterSeconds: wholeNumber(form.retryAfterSeconds) ?? 0 };
    case "refuse":
      return { kind, code: Number(form.refusal.value) };
    case "smtp-reply":
      return { kind, code: Number(form.reply.value) };
    case "wrong-caller-id":
      return { kind, shown: form.shown.value.trim() || null };
    case "undelivered":
      return { kind, code: Number(form.undelivery.value) };
    default:
      return { kind };
  }
}

async function armFault(event) {
  event.preventDefault();
  const rule = {
    to: form.scope.value === "this" && form.channel.value !== "updates" ? recipient : null,
    channel: form.channel.value,
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

const channels = () => [...form.channel.options].map((option) => option.value);

function concernsThisPage(rule) {
  return (rule.to === null || rule.to === recipient) && (rule.channel === null || channels().includes(rule.channel));
}

export async function refreshFaults() {
  const answer = await call("GET", "");
  if (!answer?.ok) {
    return;
  }
  const here = (await answer.json()).filter(concernsThisPage);
  activeList.replaceChildren(...here.map(activeFault));
  document.getElementById("no-faults").hidden = here.length > 0;
  endAll.hidden = here.length < 2;
}

function activeFault(rule) {
  const item = document.getElementById("active-fault").content.cloneNode(true);
  item.querySelector(".what").textContent = describe(rule.fault);
  item.querySelector(".scope-note").textContent = [
    channels().length > 1 && rule.channel ? form.channel.querySelector(`[value="${rule.channel}"]`).textContent : null,
    rule.to === null ? "all" : form.querySelector("[value=this] + span").textContent.toLowerCase(),
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
    "smtp-reply": fault.code,
    "wrong-caller-id": fault.shown ?? "withheld",
    "too-many-requests-until": `until ${fault.retryAfterSeconds} s later`,
    "too-many-requests": `retry after ${fault.retryAfterSeconds} s`,
    "hang-after-accepting": fault.answerAfterMs == null ? "no answer" : `answer after ${fault.answerAfterMs} ms`,
  }[fault.kind];
  return detail === undefined ? name : `${name}, ${detail}`;
}

async function endFault(id) {
  await call("DELETE", `/${id}`);
  await refreshFaults();
}

form.channel.addEventListener("change", offerKinds);
form.kind.addEventListener("change", offerOptions);
form.addEventListener("submit", armFault);
endAll.addEventListener("click", async () => {
  await call("DELETE", "");
  await refreshFaults();
});

offerKinds();
refreshFaults();
