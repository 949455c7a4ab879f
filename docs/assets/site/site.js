// Three small things on ordinary pages: copying a script, leaving the page, and telling which claims are out of date.
// @ts-check

/** A block of words with a button that copies them. The button shows only where copying works. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const text = /** @type {HTMLElement | null} */ (this.querySelector(".script-text"));
    const status = this.querySelector("[role=status]");
    if (!button || !text || !status || !navigator.clipboard) return;
    button.hidden = false;
    this.leaving = new AbortController();
    button.addEventListener(
      "click",
      async () => {
        await navigator.clipboard.writeText(text.innerText.trim());
        status.textContent = this.dataset.copied ?? "";
      },
      { signal: this.leaving.signal },
    );
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }
}

/**
 * Leave at once, and put the new page in the place of this one in the history.
 * @param {MouseEvent} event
 */
function leave(event) {
  const link = event.target instanceof Element ? event.target.closest("a[data-leave]") : null;
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    location.replace(link.href);
  }
}

/**
 * Mark each claim whose fact is past its last day, or was last reviewed over a year ago: a page knows when it is stale,
 * whoever still maintains it.
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

if (!customElements.get("copy-text")) customElements.define("copy-text", CopyText);
document.addEventListener("click", leave);
markStaleClaims();
