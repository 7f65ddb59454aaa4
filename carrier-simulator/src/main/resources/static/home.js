// The start page: looks every few seconds whether there are more.

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch("/", { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const latest = page.getElementById("places");
    const shown = document.getElementById("places");
    if (latest.innerHTML !== shown.innerHTML && !shown.contains(document.activeElement)) {
      shown.replaceWith(document.importNode(latest, true));
    }
  } catch {
    // The simulator is being restarted; the next look will tell.
  }
}

setInterval(refresh, 2000);
