"use strict";

// Everything here is a convenience: each page also works without it.

localiseTimes();
submitOnce();
const live = document.getElementById("live");
if (live) {
  const countdown = countDown(document.getElementById("send-again"), Number(live.dataset.sendIn));
  const stop = follow(live, countdown);
  window.addEventListener("submit", stop);
  window.addEventListener("pagehide", stop);
}
document.querySelectorAll("input[data-keep]").forEach(keepTick);
document.querySelector("form[data-submit-now]")?.requestSubmit();
const awaited = document.getElementById("awaited");
if (awaited) {
  goOnWhenReady(awaited);
}
document.querySelectorAll("form[data-code]").forEach(readCodeFromSms);
document.querySelectorAll("button[data-copy]").forEach(offerCopy);
document.querySelectorAll("button[data-print]").forEach(offerPrint);
document.querySelectorAll("[data-unsaved]").forEach(warnOnLeaving);
typeAgain();
document.querySelectorAll(".languages a").forEach((link) => link.addEventListener("click", keepTyped));

/** Asks before a page is left whose person has not said yet that they have what it shows. */
function warnOnLeaving(unsaved) {
  const warn = (event) => event.preventDefault();
  const stay = () => window.removeEventListener("beforeunload", warn);
  window.addEventListener("beforeunload", warn);
  unsaved.addEventListener("submit", stay);
  // It shows the same in another language.
  document.querySelectorAll(".languages a").forEach((link) => link.addEventListener("click", stay));
}

/** What people type and may be kept: no password, no code. */
function typed() {
  const fields = "main form[method=post] input:is([type=text], [type=email], [type=tel]), main form[method=post] select";
  return [...document.querySelectorAll(fields)].filter((field) => field.id && field.name !== "code");
}

/** Takes what was typed along to the same page in another language. */
function keepTyped() {
  try {
    const values = Object.fromEntries(typed().map((field) => [field.id, field.value]));
    sessionStorage.setItem("countersign-typed", JSON.stringify({ path: location.pathname, values }));
  } catch {
    // Nothing can be kept here.
  }
}

function typeAgain() {
  try {
    const kept = JSON.parse(sessionStorage.getItem("countersign-typed"));
    sessionStorage.removeItem("countersign-typed");
    if (kept?.path === location.pathname) {
      for (const field of typed()) {
        field.value = kept.values[field.id] ?? field.value;
      }
    }
  } catch {
    // Nothing was kept here.
  }
}

/** Shows moments in the visitor's time zone; the day only where it is another one. */
function localiseTimes() {
  const written = document.documentElement.lang;
  const language = navigator.languages.find((spoken) => spoken.startsWith(written)) ?? written;
  for (const time of document.querySelectorAll("time[data-local]")) {
    const moment = new Date(time.dateTime);
    const today = moment.toDateString() === new Date().toDateString();
    time.textContent = today && !time.closest("[data-with-day]")
      ? moment.toLocaleTimeString(language, { timeStyle: "short" })
      : moment.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  }
}

/** A second press of a button changes nothing. */
function submitOnce() {
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if ("sent" in form.dataset) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "";
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  // The browser may show the page again as it was left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
}

/** Disables a button until a number of seconds has passed, and shows how many are left. */
function countDown(button, seconds) {
  if (!button) {
    return () => {};
  }
  button.dataset.label = button.textContent;
  let end = 0;
  let timer = 0;
  const show = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? button.dataset.wait.replace("{0}", left) : button.dataset.label;
    if (left <= 0) {
      clearInterval(timer);
    }
  };
  const start = (left) => {
    clearInterval(timer);
    end = performance.now() + left * 1000;
    timer = setInterval(show, 250);
    show();
  };
  start(seconds);
  return start;
}

/** Keeps the status up to date: by events where possible, else by asking now and then. */
function follow(place, countdown) {
  let poll = 0;
  let events = null;
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearTimeout(poll);
    events?.close();
  };
  // Not at once: another tab may be about to receive the new session's cookie.
  const leave = (path) => {
    stop();
    setTimeout(() => location.assign(path), 1500);
  };
  const show = (view) => {
    if (stopped) {
      return;
    }
    say(view.status, view.tone.toLowerCase());
    document.getElementById("guesses").textContent = view.guesses;
    if (view.destination) {
      document.getElementById("destination").textContent = view.destination;
    }
    if (view.instead) {
      askForSms();
    }
    countdown(view.sendIn);
    if (view.goTo) {
      leave(view.goTo);
    }
  };
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.poll, { redirect: "manual", headers: { Accept: "application/json" } });
      if (answer.ok) {
        show(await answer.json());
      } else if (answer.status >= 500) {
        say(place.dataset.unreachable, "warn");
      } else if (!stopped) {
        leave("/");
      }
    } catch {
      if (!stopped) {
        say(place.dataset.unreachable, "warn");
      }
    }
    if (!stopped) {
      poll = setTimeout(listen, 3000);
    }
  };
  const listen = () => {
    events = new EventSource(place.dataset.events);
    // Something on the way holds events back.
    poll = setTimeout(() => {
      events.close();
      ask();
    }, 5000);
    events.onmessage = (event) => {
      clearTimeout(poll);
      show(JSON.parse(event.data));
    };
    // It connects again by itself unless the answer was not a stream of events.
    events.onerror = () => {
      if (!stopped && events.readyState === EventSource.CLOSED) {
        clearTimeout(poll);
        ask();
      }
    };
  };
  listen();
  return stop;
}

/** Calls have become an SMS: its six digits are asked for from now on. */
function askForSms() {
  for (const place of document.querySelectorAll("[data-instead]")) {
    place.textContent = place.dataset.instead;
    if (place.dataset.waitInstead) {
      place.dataset.label = place.dataset.instead;
      place.dataset.wait = place.dataset.waitInstead;
    }
    delete place.dataset.instead;
  }
  document.querySelectorAll("[data-instead-hides]").forEach((choice) => choice.remove());
}

function say(sentence, tone) {
  const status = document.getElementById("status");
  if (!status) {
    return;
  }
  const text = status.querySelector("span");
  if (text.textContent !== sentence) {
    text.textContent = sentence;
  }
  status.className = `status ${tone}`;
}

/** Takes a tick along to the next pages of the same sign-in, one of which sends it. */
function keepTick(box) {
  const key = `countersign-${box.name}`;
  try {
    box.checked = sessionStorage.getItem(key) === box.dataset.keep;
  } catch {
    // Nothing can be kept here.
    return;
  }
  box.closest("[data-with-script]")?.removeAttribute("hidden");
  box.addEventListener("change", () => {
    if (box.checked) {
      sessionStorage.setItem(key, box.dataset.keep);
    } else {
      sessionStorage.removeItem(key);
    }
  });
}

/** Copies a text, and says that it did. */
function offerCopy(button) {
  if (!navigator.clipboard) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });
}

function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** WebOTP: the browser offers to fill in the code of an SMS that names this site. */
function readCodeFromSms(form) {
  if (!("OTPCredential" in window)) {
    return;
  }
  const waiting = new AbortController();
  form.addEventListener("submit", () => waiting.abort());
  navigator.credentials
    .get({ otp: { transport: ["sms"] }, signal: waiting.signal })
    .then((message) => {
      form.querySelector("[autocomplete=one-time-code]").value = message.code;
      form.requestSubmit();
    })
    .catch(() => {
      // The person said no, typed it, or left.
    });
}

/** Goes on as soon as something has happened elsewhere, such as in Telegram. */
function goOnWhenReady(place) {
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.poll, { redirect: "manual", headers: { Accept: "application/json" } });
      if (!answer.ok ? answer.status < 500 : (await answer.json()).ready) {
        location.assign(place.dataset.goTo);
        return;
      }
    } catch {
      // Asked again below.
    }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 2000);
}
