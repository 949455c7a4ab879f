// @ts-check
/** A page knows when it is stale, whoever still maintains it. */

/**
 * The date so many days ago, by the reader's own calendar, as facts write it.
 * @param {number} days
 */
function dayBefore(days) {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days)).toISOString().slice(0, 10);
}

/**
 * Mark each claim whose fact is past its last day, or was last reviewed over a year ago.
 */
function markStaleClaims() {
  const warning = document.querySelector('[data-date-passed]')?.getAttribute('data-date-passed');
  if (!warning) return;
  const today = dayBefore(0);
  const yearAgo = dayBefore(365);
  for (const stamp of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.stamp:empty'))) {
    const { until = '9999', reviewed = '9999' } = stamp.dataset;
    if (today > until || yearAgo > reviewed) stamp.textContent = ` ${warning}`;
  }
}

markStaleClaims();
