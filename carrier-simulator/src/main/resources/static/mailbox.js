// The mailbox page: shows mails as they arrive, the latest first.

import { refreshFaults } from "./faults.js";
import { listen, parse, stage, thread } from "./thread.js";

function showMail(markup) {
  const mail = parse(markup);
  const earlier = document.getElementById(mail.id);
  if (!earlier) {
    thread.append(mail);
  }
  refreshFaults();
}

listen(`/mailbox/${encodeURIComponent(stage.dataset.address)}`, {
  message: showMail,
  cleared: () => thread.querySelectorAll("article").forEach((mail) => mail.remove()),
});
