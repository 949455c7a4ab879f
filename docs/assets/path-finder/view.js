// @ts-check
/**
 * What a finder shows: it turns the sections of the page on and off, and fills the places that the page keeps for
 * answers. It has no words of its own, and reads attributes, never text, which the browser may have translated.
 *
 * @import { Answer, State, Tree } from './tree.js'
 */

export class View {
  #finder;
  #tree;
  /** @type {Map<string, HTMLElement>} sections by the id of their question or outcome */
  #steps;

  /** @param {HTMLElement} finder  @param {Map<string, HTMLElement>} steps  @param {Tree} tree */
  constructor(finder, steps, tree) {
    this.#finder = finder;
    this.#steps = steps;
    this.#tree = tree;
  }

  /** @param {State} state  @param {Answer[]} dropped  answers that were given and fit no longer */
  show(state, dropped) {
    const step = this.step(state);
    this.#steps.forEach((other) => other.toggleAttribute('data-current', other === step));
    this.#progress(state);
    this.#reason(state, step);
    this.#reasons(state, step);
    this.#list('given', state.given);
    this.#list('kept', state.kept);
    this.#list('dropped', dropped);
    this.part('tools').hidden = this.#tree.isFresh(state);
    this.part('link').hidden = true;
  }

  /** Show one notice, or none. @param {string} name */
  notice(name) {
    for (const notice of this.all('[data-notice]')) notice.hidden = notice.dataset.notice !== name;
  }

  /** @param {State} state */
  step({ at }) {
    return /** @type {HTMLElement} */ (this.#steps.get(at));
  }

  /** Lead the reader to the step, without moving what they see more than they must. @param {State} state */
  focus(state) {
    focusOn(this.step(state).querySelector('h2'));
    const { top } = this.#finder.getBoundingClientRect();
    const covered = parseFloat(getComputedStyle(this.#finder).scrollMarginTop);
    if (top < covered || top > innerHeight / 2) this.#finder.scrollIntoView();
  }

  focusOnAnswers() {
    focusOn(this.part('given').querySelector('h3'));
  }

  /** Show the address, to be copied by hand, or nothing of it. @param {string} address */
  offer(address) {
    const [field] = this.#finder.querySelectorAll('input');
    this.part('link').hidden = !address;
    field.value = address;
    if (address) field.select();
  }

  /** @param {string} selector  @param {Element} [root]  @returns {NodeListOf<HTMLElement>} */
  all(selector, root = this.#finder) {
    return root.querySelectorAll(selector);
  }

  /** @param {string} name */
  part(name) {
    return this.all(`[data-part=${name}]`)[0];
  }

  /** @param {State} state */
  #progress(state) {
    const left = this.#tree.left(state.at) - 1;
    const known = left >= 0 && this.#tree.isRoute(state);
    for (const line of this.all('[data-progress]')) {
      line.hidden = !known || line.dataset.progress !== (left ? 'more' : 'last');
      fill(line, 'number', state.given.length + 1);
      fill(line, 'left', left);
    }
  }

  /** In a result, tell why the last answer led to it, or else the outcome's own reason.
   *  @param {State} state  @param {HTMLElement} step */
  #reason(state, step) {
    const last = this.#tree.written(state).at(-1);
    const reasons = [...this.all('[data-because]', step)];
    for (const reason of reasons) reason.hidden = reason.dataset.because !== `${last?.question}/${last?.option}`;
    for (const why of this.all('[data-why]', step)) why.hidden = reasons.some(({ hidden }) => !hidden);
  }

  /** Offer the other reasons that may stand on the same paper, each with its page; not where safety comes first.
   *  @param {State} state  @param {HTMLElement} step */
  #reasons({ at }, step) {
    for (const box of this.all('[data-part=reasons]')) {
      box.hidden = !('reasons' in step.dataset);
      for (const row of this.all('[data-reason]', box)) row.hidden = row.dataset.reason === at;
    }
  }

  /** @param {string} part  @param {Answer[]} answers */
  #list(part, answers) {
    const box = this.part(part);
    const [row] = this.#finder.querySelectorAll('template');
    box.hidden = !answers.length;
    box.querySelector('ol, ul')?.replaceChildren(...answers.map(({ question, option }) => {
      const item = /** @type {DocumentFragment} */ (row.content.cloneNode(true));
      const asked = /** @type {HTMLElement} */ (this.#steps.get(question));
      const chosen = [...this.all('[data-option]', asked)].find(({ dataset }) => dataset.option === option);
      fill(item, 'question', asked.querySelector('h2')?.textContent);
      fill(item, 'answer', chosen?.firstElementChild?.textContent);
      const [change] = item.querySelectorAll('a');
      change.dataset.question = question;
      if (part !== 'given') change.remove();
      return item;
    }));
  }
}

/** @param {ParentNode} root  @param {string} slot  @param {unknown} text */
function fill(root, slot, text) {
  for (const place of root.querySelectorAll(`[data-slot=${slot}]`)) place.textContent = String(text ?? '');
}

/** @param {HTMLElement | null} heading */
function focusOn(heading) {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
