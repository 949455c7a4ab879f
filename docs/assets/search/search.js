// @ts-check
/**
 * The theme's search waits forever for a worker that a browser refuses, as in a sandbox or under a host's own policy.
 * Its dialog then says so. What the worker does stands in `worker.js`.
 */

const Theirs = window.Worker;

/** Say in the dialog that nothing will be found, in the words that it carries. */
function tellRefused() {
  const dialog = document.querySelector('[data-md-component=search][data-refused]');
  const line = dialog?.querySelector('.md-search-result__meta');
  if (line) line.textContent = dialog?.getAttribute('data-refused') ?? '';
}

// The theme's script comes after this one, and starts the only worker of the page.
window.Worker = class extends Theirs {
  /** @param {ConstructorParameters<typeof Worker>} options */
  constructor(...options) {
    try {
      super(...options);
    } catch (error) {
      tellRefused();
      throw error;
    }
    this.addEventListener('error', tellRefused);
  }
};
