// @ts-check
/**
 * The way out, at the top of every page: leave at once, and put the new page in the place of this one in the history.
 */

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[data-leave]');
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.replace(link.href);
});
