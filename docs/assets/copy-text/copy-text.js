// @ts-check
// A block of words with a button that copies them. The button shows only where copying works.

class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const text = /** @type {HTMLElement | null} */ (this.querySelector(".script-text"));
    const status = this.querySelector("[role=status]");
    if (!button || !text || !status || !navigator.clipboard) return;
    button.hidden = false;
    this.leaving = new AbortController();
    const copy = async () => {
      await navigator.clipboard.writeText(text.innerText.trim());
      status.textContent = this.dataset.copied ?? "";
    };
    button.addEventListener("click", copy, { signal: this.leaving.signal });
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }
}

if (!customElements.get("copy-text")) customElements.define("copy-text", CopyText);
