// @ts-check
/**
 * `<your-plan>` asks once for the reader's kind of plan, which is kept in the fragment: `#plan=ID`. It shows and opens
 * what is for that plan, and hides the rest. Without this script everything simply shows.
 *
 * @import { Part } from '../fragment/fragment.js'
 */

import { claim, handedOn } from '../fragment/fragment.js';

const KEY = 'plan';

class YourPlan extends HTMLElement {
  #leaving = new AbortController();
  /** @type {string | undefined} the plan that is shown */
  #plan;

  connectedCallback() {
    const [select] = this.querySelectorAll('select');
    if (!select) return;
    this.#plan = undefined;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const fragment = claim({ keys: [KEY], changed: (moved) => this.#read(select, fragment.get(KEY), moved), signal });
    select.addEventListener('change', () => {
      const { value } = select;
      fragment.write(fragment.address(value ? [`${KEY}=${value}`] : []), { push: false });
      this.#read(select, value);
    }, { signal });
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.hidden = true;
    show('');
    handOn([]);
  }

  /**
   * Show what is for that plan. A plan that this page does not know counts as none. Who came to it by a link on this
   * very page, such as the finder's result, is led to where it shows.
   *
   * @param {HTMLSelectElement} select
   * @param {string} plan
   * @param {boolean} [moved]
   */
  #read(select, plan, moved = false) {
    const known = [...select.options].some((option) => option.value === plan) ? plan : '';
    handOn(handedOn());
    select.value = known;
    // What the reader has opened or closed since stays so.
    if (known === this.#plan) return;
    this.#plan = known;
    show(known);
    if (!moved || !known) return;
    select.focus({ preventScroll: true });
    this.scrollIntoView();
  }
}

/** Show and open what is for a plan, or everything where none is chosen. @param {string} plan */
function show(plan) {
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-plans]'))) {
    const mine = !plan || (mark.dataset.plans ?? '').split(' ').includes(plan);
    mark.hidden = !mine;
    if (mark instanceof HTMLDetailsElement) mark.open = Boolean(plan) && mine;
  }
}

/** Hand on to other pages of the guide what they share, unless a link names a place there.
 *  @param {Part[]} parts */
function handOn(parts) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('article a[href]'))) {
    const elsewhere = link.origin === location.origin && link.pathname !== location.pathname;
    const free = link.hash === '' || link.hasAttribute('data-handed-on');
    if (!elsewhere || !free || link.closest('path-finder')) continue;
    link.hash = parts.map(({ text }) => text).join('&');
    link.toggleAttribute('data-handed-on', parts.length > 0);
  }
}

if (!customElements.get('your-plan')) customElements.define('your-plan', YourPlan);
