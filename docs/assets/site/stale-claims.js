// @ts-check
// A page knows when it is stale, whoever still maintains it. No module, so that the page for frames can use it too.
"use strict";

/**
 * Mark each claim whose fact is past its last day, or was last reviewed over a year ago.
 */
function markStaleClaims() {
  const warning = document.querySelector("[data-date-passed]")?.getAttribute("data-date-passed");
  if (!warning) return;
  const today = new Date().toISOString().slice(0, 10);
  const yearAgo = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  for (const stamp of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".stamp:empty"))) {
    const { until = "9999", reviewed = "9999" } = stamp.dataset;
    if (today > until || yearAgo > reviewed) stamp.textContent = ` ${warning}`;
  }
}

markStaleClaims();
