// @ts-check
/**
 * `<copy-text>` is a block of words with a button that copies them. Where the browser copies nothing, the words stand in
 * a field, selected, to be copied by hand.
 */

class CopyText extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    const button = this.querySelector('button');
    const text = /** @type {HTMLElement | null} */ (this.querySelector('.script-text'));
    const status = this.querySelector('[role=status]');
    if (!button || !text || !status) return;
    button.hidden = false;
    this.#leaving = new AbortController();
    const copy = async () => {
      const words = text.innerText.trim();
      status.textContent = '';
      this.querySelector('label')?.remove();
      try {
        await navigator.clipboard.writeText(words);
        status.textContent = this.dataset.copied ?? '';
      } catch {
        this.#offer(words);
      }
    };
    button.addEventListener('click', copy, { signal: this.#leaving.signal });
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.querySelector('label')?.remove();
    for (const button of this.querySelectorAll('button')) button.hidden = true;
    for (const status of this.querySelectorAll('[role=status]')) status.textContent = '';
  }

  /** @param {string} words */
  #offer(words) {
    const label = document.createElement('label');
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.rows = 6;
    field.value = words;
    label.append(this.dataset.copyYourself ?? '', field);
    this.append(label);
    field.select();
  }
}

if (!customElements.get('copy-text')) customElements.define('copy-text', CopyText);
