// @ts-check
// The search's worker: the theme's own, with what was typed put in other words first. The theme completes every word,
// so "me" finds "medicine" and "CO 29" finds CO-296. Here the small words, which its index does not hold, are left out,
// and a code is looked up whole, in the one spelling that its row on the codes page has for every way to write it.
'use strict';

/** @typedef {{importScripts: (...addresses: string[]) => void, lunr?: any}} Worker */

// As messages of the theme say what they are.
const SETUP = 0;
const QUERY = 2;

const worker = /** @type {Worker} */ (/** @type {unknown} */ (self));
/** Every word and code in the index, such as "appeal", "co29" and "90837". @type {Set<string>} */
let known = new Set();
/** What leads to the part of the codes page for a code that it does not have. */
let notListed = '';
let language = 'en';

/**
 * Codes as they are written without a space or a dash of any kind; a modifier, as in "90837-95", is a word of its own.
 * @param {string} text
 */
function joined(text) {
  return text
    .replace(/\u2212/g, '-')
    .replace(/\b(\d{5}|[a-z]\d{4})\p{Pd}([a-z\d]{2})\b/giu, '$1 $2')
    .replace(/\b(co|pr|oa|pi|cr)[\s\p{Pd}]*([ab]?\d{1,3})\b/giu, '$1$2')
    .replace(/\b(ma?|n|[ghjst])\p{Pd}(\d{2,4})\b/giu, '$1$2');
}

/** What the theme has for the words of the site's language. */
function theirs() {
  return language === 'en' ? worker.lunr : worker.lunr?.[language];
}

/** @param {string} word */
function isSmall(word) {
  const filter = theirs()?.stopWordFilter;
  return /n['’]t$/.test(word) || (filter !== undefined && filter(word) === undefined);
}

/**
 * The words of a text. A line of a paper has a colon behind its code, which in the theme's language names a field.
 * @param {string} text
 */
function split(text) {
  return text.split(/[\s,;:!?]+/).filter(Boolean);
}

/** @param {string[]} words */
function withoutSmall(words) {
  return words.filter((word) => !isSmall(word.toLowerCase()));
}

/**
 * The beginning of a word that other forms of it share, since only the end of what is typed is completed: of "appeals"
 * it is "appeal", and "discharg" of a "discharging" that no page says.
 * @param {string} word
 */
function beginning(word) {
  const singular = word.replace(/s$/, '');
  if (known.has(singular)) return singular;
  const { stemmer } = theirs() ?? {};
  if (stemmer === undefined || [...known].some((other) => other.startsWith(word))) return word;
  const stem = stemmer(new worker.lunr.Token(word)).toString();
  return word.startsWith(stem) ? stem : word;
}

/**
 * A word in the theme's language of queries: what ends in "^1" is not completed, and with "^99" it counts for more.
 * Short words are whole: "VA" is not the beginning of "value".
 * @param {string} word
 * @param {number} place
 * @param {string[]} words
 */
function asQuery(word, place, words) {
  const [, group, code] = word.match(/^(co|pr|oa|pi|cr)([ab]?\d{1,3})$/) ?? [];
  if (group !== undefined || /^(ma?|n|[ghjst])\d{2,4}$/.test(word)) {
    // Other pages name codes too, but only its row has the code in its title.
    if (known.has(word)) return group ? `${word}^99 title:${code}^99` : `${word}^99`;
    return notListed || word;
  }
  if (/^[a-z]\d{1,4}$|^\d{4,5}$/.test(word) && known.has(word)) return `${word}^99`;
  if (/^\d{3}$/.test(word) && known.has(`0${word}`)) return `0${word}^99`; // Some papers leave out the zero of "0906".
  if (/^\d+$/.test(word)) return /^codes?$/.test(words[place - 1] ?? '') ? `title:${word}^99` : word;
  return word.length < 4 && known.has(word) ? `${word}^1` : beginning(word);
}

/** @param {string} title */
function wholeTitle(title) {
  return withoutSmall(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `title:${word}^99`).join(' ');
}

/** @param {string} typed */
function putInOtherWords(typed) {
  // Who types these knows the theme's language of queries. It demands every word within quotation marks, so that a
  // small one, as in "not medically necessary", would find nothing.
  if (/["+^~*]/.test(typed)) {
    return typed.replace(/"[^"]+"/g, (quoted) => `"${withoutSmall(split(quoted.slice(1, -1))).join(' ')}"`);
  }
  const words = split(joined(typed.toLowerCase()));
  const great = withoutSmall(words);
  return (great.length > 0 ? great : words).map(asQuery).join(' ');
}

addEventListener('message', ({ data: message }) => {
  if (message.type === SETUP && message.data.docs) {
    language = message.data.config.lang[0];
    const text = message.data.docs.map((/** @type {any} */ entry) => `${entry.title} ${entry.text}`).join(' ');
    known = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    const part = message.data.docs.find((/** @type {any} */ entry) => entry.location.endsWith('codes/#not-here'));
    notListed = part ? wholeTitle(part.title) : '';
  }
  if (message.type === QUERY && typeof message.data === 'string') message.data = putInOtherWords(message.data);
  // The second engine completes words too, but finds only what holds all of them.
  else if (message.type === QUERY && message.data.input) message.data.input = joined(message.data.input);
});

// The theme names what it loads from where its own worker stands.
const theme = new URL(`../javascripts/workers/${location.hash.slice(1)}`, location.href).href;
const load = worker.importScripts.bind(self);
worker.importScripts = (/** @type {string[]} */ ...addresses) =>
  load(...addresses.map((address) => new URL(address, theme).href));
worker.importScripts(theme);
