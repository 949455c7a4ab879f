// @ts-check
/** A menu and a search that a keyboard can open. */

/**
 * The theme opens its menu and its search by labels, which no keyboard reaches. Put buttons in their place; they keep
 * the labels' attributes, since the theme's styles go by those.
 */
function makeLabelsButtons() {
  for (const label of document.querySelectorAll('header label[data-label]')) {
    const toggle = document.getElementById(label.getAttribute('for') ?? '');
    if (!(toggle instanceof HTMLInputElement)) continue;
    const button = document.createElement('button');
    for (const { name, value } of label.attributes) button.setAttribute(name, value);
    button.type = 'button';
    button.ariaLabel = label.getAttribute('data-label');
    button.append(...label.childNodes);
    button.addEventListener('click', () => toggle.click());
    toggle.addEventListener('change', () => reflect(button, toggle));
    reflect(button, toggle);
    label.replaceWith(button);
  }
}

/**
 * Tell what the button opened, and lead the keyboard there and back.
 * @param {HTMLButtonElement} button
 * @param {HTMLInputElement} toggle
 */
function reflect(button, toggle) {
  const was = button.ariaExpanded;
  button.ariaExpanded = String(toggle.checked);
  if (was === null || toggle.id !== '__drawer') return;
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll('.md-sidebar--primary .md-nav__list a');
  const first = [...links].find((link) => link.checkVisibility({ visibilityProperty: true }));
  (toggle.checked ? first : button)?.focus();
}

/** @param {KeyboardEvent} event */
function closeMenu(event) {
  const toggle = document.getElementById('__drawer');
  if (event.key === 'Escape' && toggle instanceof HTMLInputElement && toggle.checked) toggle.click();
}

document.addEventListener('keydown', closeMenu);
makeLabelsButtons();
