// @ts-check
/**
 * `<path-finder>` walks a reader through a decision tree, one question at a time.
 *
 * The HTML inside works without this script: each question is a section whose options are links to the next one. The
 * element keeps the answers in the fragment, in order: `#letter=denial&reason=network`. While an earlier answer is being
 * changed, its question stands there without an option, and the later ones follow: `#letter=&reason=network`.
 *
 * @import { Answer, State } from './tree.js'
 */

import { claim, handedOn, isRejected } from '../fragment/fragment.js';
import { Tree } from './tree.js';
import { View } from './view.js';

/** The page's own title, and the last one that a finder wrote over it. */
const title = { page: '', written: '' };

class PathFinder extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Map<string, HTMLElement>} sections by the id of their question or outcome */
  #steps = new Map();
  #tree = new Tree('', new Map());
  #view = new View(this, this.#steps, this.#tree);
  /** @type {State} */
  #state = this.#tree.fresh;
  /** @type {ReturnType<typeof claim> | undefined} */
  #fragment;

  connectedCallback() {
    this.#learn();
    if (!this.#steps.has(this.#tree.start)) return;

    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.addEventListener('click', (event) => this.#click(event), { signal });
    this.#fragment = claim({
      keys: this.#tree.questions.keys(),
      adopts: true, // what nobody knows makes a link that does not fit
      shows: (id) => !!this.#named(id),
      changed: (moved, place) => this.#read(moved, place),
      signal,
    });
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.removeAttribute('data-ready');
    if (document.title === title.written) document.title = title.page;
  }

  #learn() {
    /** @type {Map<string, Map<string, string>>} */
    const questions = new Map();
    this.#steps.clear();
    for (const step of this.#view.all(':scope > section')) {
      const { question, outcome = '' } = step.dataset;
      this.#steps.set(question ?? outcome, step);
      const links = [...this.#view.all('[data-option]', step)];
      if (question) questions.set(question, new Map(links.map(({ dataset }) => [dataset.option ?? '', dataset.next ?? ''])));
    }
    this.#tree = new Tree(this.dataset.start ?? '', questions, JSON.parse(this.dataset.aliases || '{}'));
    this.#view = new View(this, this.#steps, this.#tree);
    this.#state = { at: '', given: [], kept: [] };
  }

  // The address

  /** @param {State} state  @returns {string[]} its part of the fragment */
  #written(state) {
    return this.#tree.written(state).map(({ question, option }) => `${question}=${option}`);
  }

  /** @param {State} state  @returns {string} its address, with what others keep in the fragment */
  #address(state) {
    if (!this.#tree.isRoute(state)) return `#${this.#steps.get(state.at)?.id}`;
    return this.#fragment?.address(this.#written(state)) ?? '';
  }

  /** @param {string} text  @returns {string | undefined} the step whose section has this id, or had it once */
  #named(text) {
    const prefix = this.dataset.prefix ?? '';
    const id = ['q-', 'o-'].some((kind) => text.startsWith(prefix + kind)) ? text.slice(prefix.length + 2) : '';
    return [id, this.#tree.aliases.get(id) ?? ''].find((known) => this.#steps.has(known));
  }

  /** Follow the address. @param {boolean} focus  @param {string} place  a step that it names in place of answers */
  #read(focus, place) {
    const named = this.#named(place);
    if (named) {
      this.#show({ at: named, given: [], kept: [] }, { focus });
    } else {
      const parts = this.#fragment?.parts() ?? [];
      const { state, fits } = this.#tree.read(parts.map(({ key, value }) => ({ question: key, option: value })));
      const fitting = this.#tree.isFresh(state) ? 'broken' : 'partly';
      this.#show(state, { focus, notice: fits && !isRejected() ? '' : fitting });
    }
    this.setAttribute('data-ready', '');
  }

  // What the reader does

  /** @param {MouseEvent} event */
  #click(event) {
    const { target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
    const control = target instanceof Element && target.closest('a, button');
    if (!(control instanceof HTMLElement) || defaultPrevented) return;
    if (button || metaKey || ctrlKey || shiftKey || altKey) return;

    const { option, action, question = '' } = control.dataset;
    if (option) this.#go(this.#tree.answered(this.#state, option));
    else if (action === 'change') this.#go({ state: this.#tree.reopened(this.#state, question) });
    else if (action === 'restart') this.#go({ state: this.#tree.fresh });
    else if (action === 'answers') this.#view.focusOnAnswers();
    else if (action === 'copy') this.#copy();
    else if (action === 'print') print();
    else return;
    event.preventDefault();
    // The click is no jump within the page, and no change of it either.
    event.stopPropagation();
  }

  /** @param {{ state: State, dropped?: Answer[] }} move */
  #go({ state, dropped = [] }) {
    // First the address, so that the title that follows is the new entry's in the history.
    this.#fragment?.write(this.#address(state), { push: true });
    this.#show(state, { focus: true, notice: dropped.length ? 'dropped' : '', dropped });
  }

  async #copy() {
    // From a frame, the link leads to the finder's own page.
    const page = new URL(this.dataset.page ?? '', location.href);
    const address = new URL(this.#address(this.#state), page).href;
    try {
      await navigator.clipboard.writeText(address);
      this.#view.offer('');
      this.#view.notice('copied');
    } catch {
      this.#view.notice('');
      this.#view.offer(address);
    }
  }

  // What the reader sees

  /** @param {State} state  @param {{ focus?: boolean, notice?: string, dropped?: Answer[] }} [how] */
  #show(state, { focus, notice = '', dropped = [] } = {}) {
    const before = this.#state;
    const moved = JSON.stringify(before) !== JSON.stringify(state);
    this.#state = state;
    if (moved) {
      this.#view.show(state, dropped);
      if (before.at || !this.#tree.isFresh(state)) this.#name(state);
    }
    if (moved || notice) this.#view.notice(notice);
    this.#link(state);
    if (moved && focus) this.#view.focus(state);
  }

  /** While nothing has been answered the page keeps its own title. @param {State} state */
  #name(state) {
    // The theme's instant navigation sets a page's title after the page.
    if (document.title !== title.written) title.page = document.title;
    document.title = this.#tree.isFresh(state) ? title.page : `${this.#view.step(state).dataset.title} - ${title.page}`;
    title.written = document.title;
  }

  /** Keep the links true, so that one opened in a new tab leads where a click does. @param {State} state */
  #link(state) {
    for (const link of this.#view.all('[data-option]', this.#view.step(state))) {
      link.setAttribute('href', this.#address(this.#tree.answered(state, link.dataset.option ?? '').state));
    }
    for (const link of this.#view.all('[data-action=change]')) {
      link.setAttribute('href', this.#address(this.#tree.reopened(state, link.dataset.question ?? '')));
    }
    for (const link of this.#view.all('[data-current] [data-carry], [data-part=reasons] [data-carry]')) {
      this.#carry(link, state);
    }
  }

  /** Pass on to a page what every page hands on, and to this very page the answers too.
   *  @param {HTMLElement} link  @param {State} state */
  #carry(link, state) {
    const [page, anchor = ''] = (link.dataset.carry ?? '').split('#');
    const url = new URL(page, document.baseURI);
    const here = url.pathname === location.pathname;
    const parts = here ? this.#address(state).split('#')[1]?.split('&') ?? [] : handedOn().map(({ text }) => text);
    const fresh = parts.filter((part) => !anchor.startsWith(part.split('=')[0] + '='));
    // A plain anchor has no room for keys.
    url.hash = anchor && !anchor.includes('=') ? anchor : [...fresh, anchor].filter(Boolean).join('&');
    link.setAttribute('href', page + url.hash);
    // On paper a relative address leads nowhere.
    link.dataset.address = url.href;
  }
}

if (!customElements.get('path-finder')) customElements.define('path-finder', PathFinder);
