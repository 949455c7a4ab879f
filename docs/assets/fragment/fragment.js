// @ts-check
/**
 * The owner of the address's fragment, which a browser sends to no server. It alone reads and writes it, tells of its
 * changes, and sees to it that a jump within the page costs no answer.
 *
 * A fragment with a `=` holds parts, `#letter=denial&plan=chip`; any other is a place on the page. Whoever keeps
 * something there claims its keys and leaves what is another's as it stands. Values are looked up among known ids by
 * whoever claims them: they come from anybody who writes a link.
 *
 * @typedef {object} Part
 * @property {string} key
 * @property {string} value
 * @property {string} text  as it stands in the address
 *
 * @typedef {object} Wanted  what a claim is made with
 * @property {Iterable<string>} keys
 * @property {(moved: boolean, place: string) => void} changed  called once soon, and at every change; tells whether the
 *    reader went there, by the Back button or a link, and which place is shown
 * @property {AbortSignal} signal  ends the claim
 * @property {boolean} [adopts]  whether parts that nobody has claimed are this one's too
 * @property {(id: string) => boolean} [shows]  whether going to this place is more than a jump
 */

/** Keys that pages hand on to each other, whether they use them or not. */
const RESERVED = ['plan', 'state', 'who'];
/** Nothing that is made here comes near this length. */
const LONGEST = 2000;

/** @type {Set<Wanted & { keys: Set<string> }>} */
const claims = new Set();
/** The parts, or the place that is shown, and the page that they are of. A jump leaves them. */
const held = { text: '', shown: '', page: '' };

const page = () => location.pathname + location.search;
/** @param {string} text */
const isPlace = (text) => location.href.includes('#') && !text.includes('=');
/** @param {string} text */
const isReserved = (text) => RESERVED.includes(text.split('=')[0]);
/** @param {string} id */
const isShown = (id) => [...claims].some(({ shows }) => shows?.(id));
/** @param {string} text  @param {string} [address]  both of this page */
const restore = (text, address = text ? `#${text}` : page()) => history.replaceState(history.state, '', address);

/** @param {string} text  @returns {string} as it stands where its escapes are malformed: that is no id */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Take over what the address says. After a jump to a place, by whatever means, it gets its parts back.
 *
 * @returns {boolean} whether it says something else than before
 */
function look() {
  const text = location.hash.slice(1);
  const place = isPlace(text) ? text : '';
  if (held.page === page() && held.text && isPlace(text) && !isShown(place)) {
    restore(held.text);
    return false;
  }
  const before = { ...held };
  Object.assign(held, { text: isPlace(text) ? '' : text, page: page(), shown: isShown(place) ? place : '' });
  return held.text !== before.text || held.shown !== before.shown;
}

/** @param {boolean} moved  @param {Wanted} [writer]  who knows already */
function tell(moved, writer) {
  for (const claim of [...claims]) if (claim !== writer) claim.changed(moved, held.shown);
}

/** @returns {Part[]} none where there is too much to have been made here */
function parts() {
  const texts = isRejected() ? [] : held.text.split('&').filter(Boolean);
  return texts.map((text) => {
    const [key, value = ''] = text.split('=').map(decoded);
    return { key, value, text };
  });
}

/** Whether the fragment is so long that nothing of it is taken. */
export const isRejected = () => held.text.length > LONGEST;

/** @returns {Part[]} what a link to another page of the guide hands on */
export const handedOn = () => parts().filter(({ text }) => isReserved(text));

/**
 * Keep something in the fragment.
 *
 * @param {Wanted} wanted
 */
export function claim(wanted) {
  const mine = { ...wanted, keys: new Set(wanted.keys) };
  /** @param {Part} part */
  const isMine = ({ key }) => mine.keys.has(key)
    || (!!mine.adopts && !isReserved(key) && ![...claims].some(({ keys }) => keys.has(key)));

  claims.add(mine);
  look();
  mine.signal.addEventListener('abort', () => claims.delete(mine));
  // By then every element of the page has made its claim.
  queueMicrotask(() => mine.signal.aborted || tell(false));

  return {
    parts: () => parts().filter(isMine),

    /** @param {string} key  @returns {string} its value, or nothing */
    get: (key) => parts().find((part) => part.key === key)?.value ?? '',

    /** @param {string[]} texts  parts as `KEY=VALUE`  @returns {string} the address that has them in place of mine;
     *    the reserved keys come last */
    address: (texts) => {
      const all = [...texts, ...parts().filter((part) => !isMine(part)).map(({ text }) => text)];
      all.sort((one, other) => Number(isReserved(one)) - Number(isReserved(other)));
      return all.length ? `#${all.join('&')}` : page();
    },

    /** @param {string} address  of this page  @param {{ push: boolean }} how  whether the Back button leads back */
    write: (address, { push }) => {
      if (push) history.pushState(null, '', address);
      else restore('', address);
      look();
      tell(false, mine);
    },
  };
}

/** Carry a jump out as the browser does, but leave the address as it is. @param {MouseEvent} event */
function jump(event) {
  const link = event.target instanceof Element && event.target.closest('a');
  if (!(link instanceof HTMLAnchorElement) || !held.text || event.defaultPrevented) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const place = link.hash.slice(1);
  const isHere = link.href === new URL(link.hash, location.href).href && ['', '_self'].includes(link.target);
  if (!isHere || !place || place.includes('=') || isShown(decoded(place))) return;

  event.preventDefault();
  // The theme's instant navigation would take the click for its own, and the jump for a change of page.
  event.stopImmediatePropagation();
  let box = document.getElementById(decoded(place))?.closest('details');
  for (; box; box = box.parentElement?.closest('details')) box.open = true;
  // That navigation scrolls by itself, too late for what is no page of its own.
  history.scrollRestoration = 'auto';
  location.hash = place;
  look();
}

// The whole page's, for as long as it lives.
for (const name of ['hashchange', 'popstate', 'pageshow']) {
  addEventListener(name, (event) => {
    const isWithin = held.page === page() && !!held.text;
    if (look() || name === 'pageshow') tell(name !== 'pageshow');
    // Else the theme's instant navigation would scroll to a place that has the name of the answers.
    if (name === 'popstate' && isWithin) event.stopImmediatePropagation();
  });
}
// Browsers print the address.
const kept = () => held.text || held.shown;
addEventListener('beforeprint', () => kept() && restore(''));
addEventListener('afterprint', () => kept() && restore(kept()));
document.body.addEventListener('click', jump);
