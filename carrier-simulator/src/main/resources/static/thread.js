// What pages share that show something as it arrives: the thread, its times, and the connection.

export const stage = document.querySelector(".stage");
export const thread = document.getElementById("thread");
const connection = document.getElementById("connection");
const newest = document.getElementById("newest");

const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;

export function scrollToEnd() {
  thread.scrollTop = thread.scrollHeight;
  newest.hidden = true;
}

export function parse(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  const article = template.content.querySelector("article");
  localiseTimes(article);
  return article;
}

/** Puts an article in its place, or at the end if it is new. */
export function show(article) {
  const followed = atEnd();
  const earlier = document.getElementById(article.id);
  if (earlier && thread.contains(earlier)) {
    earlier.replaceWith(article);
  } else {
    earlier?.remove();
    thread.append(article);
    article.classList.add("new");
  }
  if (followed) {
    scrollToEnd();
  } else if (article.classList.contains("arrived")) {
    newest.hidden = false;
  }
}

export const clockTime = (date) =>
  date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export function localiseTimes(within) {
  for (const time of within.querySelectorAll("time")) {
    time.textContent = clockTime(new Date(time.dateTime));
  }
}

/** Listens at the page's events; handlers are called by the event's name with its data. */
export function listen(path, handlers) {
  const events = new EventSource(`${path}/events?after=${stage.dataset.revision}`);
  events.addEventListener("open", () => tellConnection("live", "Live"));
  events.addEventListener("error", () => tellConnection("broken", "Connection lost, trying again…"));
  for (const [name, handler] of Object.entries(handlers)) {
    events.addEventListener(name, (event) => handler(event.data));
  }
  window.addEventListener("pagehide", () => events.close());
}

function tellConnection(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

export async function post(path, body = {}) {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

if (newest) {
  thread.addEventListener("scroll", () => {
    if (atEnd()) {
      newest.hidden = true;
    }
  });
  newest.addEventListener("click", scrollToEnd);
  scrollToEnd();
}
localiseTimes(document);
