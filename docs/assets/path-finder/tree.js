// @ts-check
/**
 * The arithmetic of a decision tree: where answers lead, what can still come, what a change keeps. It knows ids alone,
 * no page and no address.
 *
 * @typedef {{ question: string, option: string }} Answer
 *
 * @typedef {object} State
 * @property {string} at  question or outcome that is shown
 * @property {Answer[]} given  answers that led there
 * @property {Answer[]} kept  later answers, kept while an earlier one is being changed
 */

export class Tree {
  /** @type {Map<string, number>} the most questions that each step leaves to answer, itself included */
  #left = new Map();

  /**
   * @param {string} start
   * @param {Map<string, Map<string, string>>} questions  the next step by question and option
   * @param {Record<string, string>} [aliases]  today's id by retired QUESTION, QUESTION/OPTION or OUTCOME
   */
  constructor(start, questions, aliases = {}) {
    this.start = start;
    this.questions = questions;
    this.aliases = new Map(Object.entries(aliases));
    this.#left = this.#ahead(start);
  }

  /** @returns {State} */
  get fresh() {
    return { at: this.start, given: [], kept: [] };
  }

  /** @param {Answer} answer  @returns {string | undefined} where it leads, if there is such an answer */
  next({ question, option }) {
    return this.questions.get(question)?.get(option);
  }

  /** @param {State} state  @returns {boolean} whether its answers lead to where it is: not so by a link to a step */
  isRoute({ at, given }) {
    return at === this.#end(given);
  }

  /** @param {State} state  @returns {boolean} whether nothing has been answered */
  isFresh({ at, given, kept }) {
    return at === this.start && !given.length && !kept.length;
  }

  /** @param {string} id  @returns {number} the most questions that can come from this step on */
  left(id) {
    return this.#left.get(id) ?? 0;
  }

  /** @param {State} state  @returns {Answer[]} all its answers; the question asked again stands there without an option */
  written({ at, given, kept }) {
    return [...given, ...(kept.length ? [{ question: at, option: '' }] : []), ...kept];
  }

  /**
   * @param {Answer[]} answers  perhaps with retired ids, perhaps of another tree
   * @returns {{ state: State, fits: boolean }} the way that they begin with, and whether they hold nothing else
   */
  read(answers) {
    const state = this.fresh;
    let fits = true;
    let changing = false;
    for (const answer of answers.map((old) => this.#today(old))) {
      const next = this.next(answer);
      const last = state.kept.at(-1)?.question ?? state.at;
      if (!fits) break;
      if (changing) {
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
    return { state, fits };
  }

  /**
   * Answer the question shown. Kept answers are given again where their question comes next; those that the new way
   * cannot reach any more are dropped.
   *
   * @param {State} state  @param {string} option  @returns {{ state: State, dropped: Answer[] }}
   */
  answered(state, option) {
    const { at, given, kept } = state;
    /** @type {Answer | undefined} */
    let answer = { question: at, option };
    const next = this.next(answer) ?? at;
    // Whoever came by a link to this step has no answers behind it: the way goes on as it does without script.
    if (!this.isRoute(state)) return { state: { at: next, given: [], kept: [] }, dropped: [] };

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

  /** @param {State} state  @param {string} question  @returns {State} it is asked again, and what came after is kept */
  reopened({ given, kept }, question) {
    const index = given.findIndex((answer) => answer.question === question);
    return { at: question, given: given.slice(0, index), kept: [...given.slice(index + 1), ...kept] };
  }

  /** @param {Answer[]} given  @returns {string} where these answers lead */
  #end(given) {
    const last = given.at(-1);
    return last ? this.next(last) ?? '' : this.start;
  }

  /** @param {Answer} old  @returns {Answer} in today's ids */
  #today({ question, option }) {
    // No more turns than there are aliases, so that a circle among them ends.
    for (const _ of this.aliases) {
      const alias = this.aliases.get(`${question}/${option}`) ?? '';
      if (alias.includes('/')) [question = '', option = ''] = alias.split('/');
      else if (alias) option = alias;
      else question = this.aliases.get(question) ?? question;
    }
    return { question, option };
  }

  /** @param {string} id  @param {Map<string, number>} [found]  @returns {Map<string, number>}
   *    the steps that can come from here on, each with the most questions that it leaves to answer */
  #ahead(id, found = new Map()) {
    if (found.has(id)) return found;
    const options = this.questions.get(id);
    found.set(id, 0);
    if (options) {
      const ways = [...options.values()].map((next) => this.#ahead(next, found).get(next) ?? 0);
      found.set(id, 1 + Math.max(0, ...ways));
    }
    return found;
  }
}
