// @ts-check
// The theme stores its colors at the first visit, unasked, and its scripts end where storage is blocked. So they store
// and read through us, who come right after the theme's own way to do so: only what the reader switches to is stored,
// and switching back to the system's colors erases it. Without a choice the first paint has the system's colors.
// No module: those run after the first paint.
"use strict";

/**
 * The theme's own, as globals: one gives what is stored under a name, one stores it, and one tells for which site.
 * @typedef {{ __md_get: (name: string) => any, __md_set: (name: string, value: unknown) => void, __md_scope: URL }} Theme
 */

(() => {
  const theme = /** @type {Theme} */ (/** @type {unknown} */ (window));
  const { __md_get: read, __md_set: store } = theme;

  /** @type {() => HTMLElement[]} */
  const options = () => [...document.querySelectorAll(/** @type {"input"} */ ("[data-md-component=palette] input"))];
  const preferred = () => options().findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia ?? "").matches);

  /**
   * An option's colors as the theme stores them.
   * @param {number} index
   */
  function palette(index) {
    const option = options()[index];
    const names = ["media", "scheme", "primary", "accent"];
    const color = Object.fromEntries(names.map((name) => [name, option?.getAttribute(`data-md-color-${name}`)]));
    return option ? { index, color } : null;
  }

  /**
   * @template T
   * @param {() => T} action
   */
  function attempt(action) {
    try {
      return action();
    } catch {
      return null; // storage is blocked, or holds something else
    }
  }

  /**
   * @param {number} index  the option that the reader chose, or -1 for none
   */
  function keep(index) {
    chosen = index;
    attempt(() => {
      if (index < 0) localStorage.removeItem(`${theme.__md_scope.pathname}.__palette`);
      else store("__palette", { ...palette(index), chosen: true });
    });
  }

  const stored = attempt(() => read("__palette"));
  /** @type {number} */
  let chosen = stored?.chosen ? stored.index : -1;
  // An earlier release stored colors that nobody had chosen.
  if (chosen < 0) keep(-1);

  theme.__md_set = () => {};
  theme.__md_get = (name) => (name === "__palette" ? palette(chosen) ?? palette(preferred()) : null);

  document.addEventListener("change", ({ target }) => {
    const index = options().findIndex((option) => option === target);
    if (index >= 0) keep(index === preferred() ? -1 : index);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (chosen < 0) options()[preferred()]?.click();
  });
})();
