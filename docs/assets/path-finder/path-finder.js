/**
 * `<path-finder>` walks a reader through a decision tree, one question at a time.
 *
 * The HTML inside works without this script: each question is a section whose options are links to the next one.
 * The element shows one section, lists the answers, and keeps them in the fragment, QUESTION=OPTION in order:
 * `#letter=denial&reason=network`. While an earlier answer is being changed, its question stands there without an
 * option and the later answers follow it: `#letter=&reason=network`.
 *
 * It has no words and no layout of its own. What it knows it reads from attributes, never from text, which the
 * browser may have translated; what comes from the address is looked up among known ids or dropped.
 *
 * @typedef {{ question: string, option: string }} Answer
 * @typedef {object} State
 * @property {string} at  question or outcome that is shown
 * @property {Answer[]} given  answers that led there
 * @property {Answer[]} kept  later answers, kept while an earlier one is being changed
 */

/** Keys that other parts of the site keep in the fragment; they are passed on as they stand. */
const RESERVED = ['plan', 'state', 'who'];
/** No route comes near this; whatever is longer was not made here. */
const LONGEST = 2000;
/** Tells the finders of a page that the address has changed: `pushState` tells nobody. */
const MOVED = 'path-finder:moved';

/** The page's own title, and the last one that a finder wrote over it. */
const title = { page: '', written: '' };

class PathFinder extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Map<string, HTMLElement>} sections by the id of their question or outcome */
  #steps = new Map();
  /** @type {Map<string, Map<string, HTMLElement>>} links by question and option */
  #options = new Map();
  /** @type {Map<string, string>} today's id by retired QUESTION, QUESTION/OPTION or OUTCOME */
  #aliases = new Map();
  /** @type {State} */
  #state = { at: '', given: [], kept: [] };
  /** The last fragment with answers: it outlives a jump to a footnote. */
  #fragment = '';

  connectedCallback() {
    this.#learn();
    if (!this.#steps.has(this.#start)) return;
    if (document.title !== title.written) title.page = document.title;

    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const follow = () => this.#read(true);
    this.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('hashchange', follow, { signal });
    addEventListener('popstate', follow, { signal });
    // A page taken from the browser's memory may come back with another address.
    addEventListener('pageshow', () => this.#read(), { signal });
    document.addEventListener(MOVED, () => this.#read(), { signal });

    this.#read();
    this.setAttribute('data-ready', '');
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.removeAttribute('data-ready');
  }

  // The tree

  #learn() {
    this.#steps.clear();
    this.#options.clear();
    for (const step of this.#all(':scope > section')) {
      const { question, outcome = '' } = step.dataset;
      this.#steps.set(question ?? outcome, step);
      if (!question) continue;
      const links = [...this.#all('[data-option]', step)];
      this.#options.set(question, new Map(links.map((link) => [link.dataset.option ?? '', link])));
    }
    this.#aliases = new Map(Object.entries(JSON.parse(this.dataset.aliases || '{}')));
  }

  get #start() {
    return this.dataset.start ?? '';
  }

  /** @param {Answer} answer  @returns {string | undefined} where it leads, if there is such an answer */
  #next({ question, option }) {
    const next = this.#options.get(question)?.get(option)?.dataset.next ?? '';
    return this.#steps.has(next) ? next : undefined;
  }

  /** @param {Answer[]} given  @returns {string} where these answers lead */
  #end(given) {
    return given.length ? this.#next(given[given.length - 1]) ?? '' : this.#start;
  }

  /** @param {string} id  @param {Map<string, number>} [found]  @returns {Map<string, number>}
   *    the steps that can come from here on, each with the most questions that it leaves to answer */
  #ahead(id, found = new Map()) {
    if (found.has(id)) return found;
    const options = this.#options.get(id);
    found.set(id, 0);
    if (options) {
      const ways = [...options.values()].map(({ dataset: { next = '' } }) => this.#ahead(next, found).get(next) ?? 0);
      found.set(id, 1 + Math.max(0, ...ways));
    }
    return found;
  }

  // The fragment

  /** @param {string} part  @returns {Answer} in today's ids, not yet looked up */
  #answer(part) {
    let [question, option = ''] = part.split('=').map(decoded);
    // No more turns than there are aliases, so that a circle among them ends.
    for (const _ of this.#aliases) {
      const alias = this.#aliases.get(`${question}/${option}`) ?? '';
      if (alias.includes('/')) [question, option] = alias.split('/');
      else if (alias) option = alias;
      else question = this.#aliases.get(question) ?? question;
    }
    return { question, option };
  }

  /**
   * @param {string} fragment
   * @returns {{ state: State, fits: boolean, others: string[] }}
   *    the way through the tree that it begins with, whether it holds nothing else, and what is not ours, as it stands
   */
  #parse(fragment) {
    /** @type {State} */
    const state = { at: this.#start, given: [], kept: [] };
    /** @type {string[]} */
    const others = [];
    let fits = fragment.length <= LONGEST;
    let changing = false;
    for (const part of fits ? fragment.split('&') : []) {
      const answer = this.#answer(part);
      const next = this.#next(answer);
      const last = state.kept.at(-1)?.question ?? state.at;
      if (!this.#options.has(answer.question) && isForeign(answer.question)) {
        others.push(part);
      } else if (!fits || !part) {
        fits &&= !part;
      } else if (changing) {
        const ahead = answer.question !== last && this.#ahead(last).has(answer.question);
        // An option that was split is chosen again when its question comes.
        fits = ahead && (!!next || !answer.option);
        if (fits && next) state.kept.push(answer);
      } else if (answer.question === state.at && next) {
        state.given.push(answer);
        state.at = next;
      } else {
        fits = changing = answer.question === state.at && !answer.option;
      }
    }
    return { state, fits, others };
  }

  /** What is not ours in the fragment. Read afresh: whoever replaces an address tells nobody. */
  get #others() {
    if (location.hash.includes('=')) this.#fragment = location.hash.slice(1);
    return this.#parse(this.#fragment).others;
  }

  /** @param {State} state  @returns {string[]} its part of the fragment */
  #written({ at, given, kept }) {
    const changing = kept.length ? [{ question: at, option: '' }, ...kept] : [];
    return [...given, ...changing].map(({ question, option }) => `${question}=${option}`);
  }

  /** @param {State} state  @returns {string} its address, with what others keep in the fragment */
  #address(state) {
    if (state.at !== this.#end(state.given)) return `#${this.#steps.get(state.at)?.id}`;
    const parts = [...this.#written(state), ...this.#others];
    return parts.length ? `#${parts.join('&')}` : location.pathname + location.search;
  }

  /** @param {string} text  @returns {string | undefined} the step whose section has this id, or had it once */
  #named(text) {
    const prefix = this.dataset.prefix ?? '';
    const id = ['q-', 'o-'].some((kind) => text.startsWith(prefix + kind)) ? text.slice(prefix.length + 2) : '';
    return [id, this.#aliases.get(id) ?? ''].find((known) => this.#steps.has(known));
  }

  /** Follow the address. @param {boolean} [focus]  whether the reader went there, so that the focus goes along */
  #read(focus = false) {
    const text = location.hash.slice(1);
    const named = this.#named(text);
    if (named) {
      this.#show({ at: named, given: [], kept: [] }, { focus });
    } else if (text.includes('=') || !this.#state.at || !location.href.includes('#')) {
      this.#fragment = text.includes('=') ? text : '';
      const { state, fits } = this.#parse(this.#fragment);
      const fitting = this.#written(state).length ? 'partly' : 'broken';
      this.#show(state, { focus, notice: fits ? '' : fitting });
    }
    // Any other fragment is a skip link or a footnote: the answers stay.
  }

  // What the reader does

  /** @param {MouseEvent} event */
  #click(event) {
    const { target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
    const control = target instanceof Element && target.closest('a, button');
    if (!(control instanceof HTMLElement) || defaultPrevented) return;
    if (button || metaKey || ctrlKey || shiftKey || altKey) return;

    const { option, action, question = '' } = control.dataset;
    if (option) this.#go(this.#answered(option));
    else if (action === 'change') this.#go({ state: this.#reopened(question) });
    else if (action === 'restart') this.#go({ state: { at: this.#start, given: [], kept: [] } });
    else if (action === 'answers') focusOn(this.#part('given').querySelector('h3'));
    else if (action === 'copy') this.#copy();
    else if (action === 'print') print();
    else return;
    event.preventDefault();
    // The theme's instant navigation would take the click for its own.
    event.stopPropagation();
  }

  /**
   * Answer the question shown. Kept answers are given again where their question comes next; those that the new
   * way cannot reach any more are dropped.
   *
   * @param {string} option  @returns {{ state: State, dropped: Answer[] }}
   */
  #answered(option) {
    const { at, given, kept } = this.#state;
    /** @type {Answer | undefined} */
    let answer = { question: at, option };
    const next = this.#next(answer) ?? at;
    // Whoever came by `#q-letter` has no answers behind this one: the way goes on as it does without script.
    if (at !== this.#end(given)) return { state: { at: next, given: [], kept: [] }, dropped: [] };

    const route = [...given];
    while (answer) {
      route.push(answer);
      answer = kept.find(({ question }) => question === this.#end(route));
    }
    const end = this.#end(route);
    const ahead = this.#ahead(end);
    const rest = kept.filter((other) => !route.includes(other));
    return {
      state: { at: end, given: route, kept: rest.filter(({ question }) => ahead.has(question)) },
      dropped: rest.filter(({ question }) => !ahead.has(question)),
    };
  }

  /** @param {string} question  @returns {State} it is asked again, and what came after is kept */
  #reopened(question) {
    const { given, kept } = this.#state;
    const index = given.findIndex((answer) => answer.question === question);
    return { at: question, given: given.slice(0, index), kept: [...given.slice(index + 1), ...kept] };
  }

  /** @param {{ state: State, dropped?: Answer[] }} move */
  #go({ state, dropped = [] }) {
    history.pushState(null, '', this.#address(state));
    this.#show(state, { focus: true, notice: dropped.length ? 'dropped' : '', dropped });
    document.dispatchEvent(new Event(MOVED));
  }

  async #copy() {
    // From a frame, the link leads to the finder's own page.
    const page = new URL(this.dataset.page ?? '', location.href);
    const address = new URL(this.#address(this.#state), page).href;
    try {
      await navigator.clipboard.writeText(address);
      this.#part('link').hidden = true;
      this.#notice('copied');
    } catch {
      const [field] = this.querySelectorAll('input');
      this.#notice('');
      this.#part('link').hidden = false;
      field.value = address;
      field.select();
    }
  }

  // What the reader sees

  /** @param {State} state  @param {{ focus?: boolean, notice?: string, dropped?: Answer[] }} [how] */
  #show(state, { focus, notice = '', dropped = [] } = {}) {
    const before = this.#state;
    const moved = JSON.stringify(before) !== JSON.stringify(state);
    this.#state = state;
    if (moved) {
      this.#steps.forEach((step, id) => step.toggleAttribute('data-current', id === state.at));
      this.#progress();
      this.#reason();
      this.#reasons();
      this.#list('given', state.given);
      this.#list('kept', state.kept);
      this.#list('dropped', dropped);
      this.#part('tools').hidden = this.#isFresh;
      this.#part('link').hidden = true;
      if (before.at || !this.#isFresh) this.#name();
    }
    if (moved || notice) this.#notice(notice);
    this.#link();
    if (moved && focus) this.#focus();
  }

  get #step() {
    return /** @type {HTMLElement} */ (this.#steps.get(this.#state.at));
  }

  /** Whether nothing has been answered: the page then keeps its own title. */
  get #isFresh() {
    return this.#state.at === this.#start && !this.#written(this.#state).length;
  }

  #name() {
    document.title = this.#isFresh ? title.page : `${this.#step.dataset.title} - ${title.page}`;
    title.written = document.title;
  }

  #progress() {
    const { at, given } = this.#state;
    const left = (this.#ahead(at).get(at) ?? 0) - 1;
    const known = at === this.#end(given) && left >= 0;
    for (const line of this.#all('[data-progress]')) {
      line.hidden = !known || line.dataset.progress !== (left ? 'more' : 'last');
      fill(line, 'number', given.length + 1);
      fill(line, 'left', left);
    }
  }

  /** In a result, tell why the last answer led to it, or else the outcome's own reason. */
  #reason() {
    const last = this.#written(this.#state).pop()?.replace('=', '/');
    const reasons = [...this.#all('[data-because]', this.#step)];
    for (const reason of reasons) reason.hidden = reason.dataset.because !== last;
    for (const why of this.#all('[data-why]', this.#step)) why.hidden = reasons.some(({ hidden }) => !hidden);
  }

  /** Offer the other reasons that may stand on the same paper, each with its page; not where safety comes first. */
  #reasons() {
    for (const box of this.#all('[data-part=reasons]')) {
      box.hidden = !('reasons' in this.#step.dataset);
      for (const row of this.#all('[data-reason]', box)) row.hidden = row.dataset.reason === this.#state.at;
    }
  }

  /** @param {string} part  @param {Answer[]} answers */
  #list(part, answers) {
    const box = this.#part(part);
    const [row] = this.querySelectorAll('template');
    box.hidden = !answers.length;
    box.querySelector('ol, ul')?.replaceChildren(...answers.map(({ question, option }) => {
      const item = /** @type {DocumentFragment} */ (row.content.cloneNode(true));
      const label = this.#options.get(question)?.get(option)?.firstElementChild;
      fill(item, 'question', this.#steps.get(question)?.querySelector('h2')?.textContent);
      fill(item, 'answer', label?.textContent);
      const [change] = item.querySelectorAll('a');
      change.dataset.question = question;
      if (part !== 'given') change.remove();
      return item;
    }));
  }

  /** Keep the links true, so that one opened in a new tab leads where a click does. */
  #link() {
    for (const link of this.#all('[data-option]', this.#step)) {
      link.setAttribute('href', this.#address(this.#answered(link.dataset.option ?? '').state));
    }
    for (const link of this.#all('[data-action=change]')) {
      link.setAttribute('href', this.#address(this.#reopened(link.dataset.question ?? '')));
    }
    for (const link of this.#all('[data-current] [data-carry], [data-part=reasons] [data-carry]')) this.#carry(link);
  }

  /** Pass the reserved keys on to a page, and to this very page the answers too. @param {HTMLElement} link */
  #carry(link) {
    const [page, anchor = ''] = (link.dataset.carry ?? '').split('#');
    const url = new URL(page, document.baseURI);
    const parts = url.pathname === location.pathname
      ? [...this.#written(this.#state), ...this.#others]
      : this.#others.filter((part) => RESERVED.includes(part.split('=')[0]));
    const fresh = parts.filter((part) => !anchor.startsWith(part.split('=')[0] + '='));
    // A plain anchor has no room for keys.
    url.hash = anchor && !anchor.includes('=') ? anchor : [...fresh, anchor].filter(Boolean).join('&');
    link.setAttribute('href', page + url.hash);
    // On paper a relative address leads nowhere.
    link.dataset.address = url.href;
  }

  /** Show one notice, or none. @param {string} name */
  #notice(name) {
    for (const notice of this.#all('[data-notice]')) notice.hidden = notice.dataset.notice !== name;
  }

  #focus() {
    focusOn(this.#step.querySelector('h2'));
    const { top } = this.getBoundingClientRect();
    if (top < parseFloat(getComputedStyle(this).scrollMarginTop) || top > innerHeight / 2) this.scrollIntoView();
  }

  /** @param {string} selector  @param {Element} [root]  @returns {NodeListOf<HTMLElement>} */
  #all(selector, root = this) {
    return root.querySelectorAll(selector);
  }

  /** @param {string} name */
  #part(name) {
    return this.#all(`[data-part=${name}]`)[0];
  }
}

/** @param {string} text  @returns {string} as it stands, which is no id, where its escapes are malformed */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a key is reserved or a question of some finder on the page. @param {string} key */
function isForeign(key) {
  /** @type {NodeListOf<HTMLElement>} */
  const questions = document.querySelectorAll('path-finder > [data-question]');
  return RESERVED.includes(key) || [...questions].some(({ dataset }) => dataset.question === key);
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

if (!customElements.get('path-finder')) customElements.define('path-finder', PathFinder);
