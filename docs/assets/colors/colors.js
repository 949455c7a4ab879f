// @ts-check
/**
 * Only the colors that the reader switches to are stored, and switching back to the system's erases them. Without a
 * choice the page follows the system. Its first colors are set in the page itself (`partials/javascripts/palette.html`
 * in `overrides/`), which also keeps the theme from storing any.
 */

/** The theme's name for this site. @type {URL} */
const site = Reflect.get(window, '__md_scope');
const name = `${site.pathname}.__palette`;

/** @type {() => HTMLElement[]} */
const options = () => [...document.querySelectorAll(/** @type {"input"} */ ('[data-md-component=palette] input'))];
const preferred = () => options().findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia ?? '').matches);

/**
 * @param {number} index  the option that the reader chose, or -1 for none
 */
function keep(index) {
  chosen = index;
  try {
    if (index < 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ index, chosen: true }));
  } catch {
    // Storage is blocked or full: the choice is for this page.
  }
}

/** @returns {number} */
function stored() {
  try {
    const palette = JSON.parse(localStorage.getItem(name) ?? '{}');
    return palette.chosen ? palette.index : -1;
  } catch {
    return -1;
  }
}

let chosen = stored();
// An earlier release stored colors that nobody had chosen.
if (chosen < 0) keep(-1);

document.addEventListener('change', ({ target }) => {
  const index = options().findIndex((option) => option === target);
  if (index >= 0) keep(index === preferred() ? -1 : index);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  if (chosen < 0) options()[preferred()]?.click();
});
