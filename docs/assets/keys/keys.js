// @ts-check
/**
 * The theme acts on single letters anywhere on the page ("s" and "/" open the search, and so on). A key pressed by
 * chance must not take a reader away from the path finder (WCAG 2.1.4), so the theme never hears of them: whoever
 * listens at the window while an event comes down hears it first.
 */

addEventListener(
  'keydown',
  (event) => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopImmediatePropagation();
    }
  },
  { capture: true },
);
