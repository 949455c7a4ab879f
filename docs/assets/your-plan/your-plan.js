// @ts-check
// The reader's kind of plan, asked once and carried in the address's fragment (#plan=ID), which never leaves the device.
// Shows and opens what is for that plan, and hides the rest. Without this script everything simply shows.

const KEY = "plan";

/** The plan named in the fragment; empty where there is none. */
const planInFragment = () => new URLSearchParams(location.hash.slice(1)).get(KEY) ?? "";

/**
 * The fragment with another plan in it; everything else in it stays as it is.
 * @param {string} plan
 */
function fragmentWith(plan) {
  const rest = location.hash
    .slice(1)
    .split("&")
    .filter((pair) => pair.includes("=") && !pair.startsWith(`${KEY}=`));
  return [...rest, ...(plan ? [`${KEY}=${plan}`] : [])].join("&");
}

class YourPlan extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector("select");
    if (!select) return;
    this.select = select;
    this.hidden = false;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    select.addEventListener("change", () => this.choose(select.value), { signal });
    for (const event of ["hashchange", "popstate", "pageshow"]) {
      addEventListener(event, () => this.show(planInFragment()), { signal });
    }
    this.show(planInFragment());
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  /** @param {string} plan */
  choose(plan) {
    const fragment = fragmentWith(plan);
    history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
    this.show(plan);
  }

  /**
   * Show what is for that plan. A plan that this page does not know counts as none.
   * @param {string} plan
   */
  show(plan) {
    const { select } = this;
    if (!select) return;
    const known = [...select.options].some((option) => option.value === plan) ? plan : "";
    select.value = known;
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-plans]"))) {
      const mine = !known || (mark.dataset.plans ?? "").split(" ").includes(known);
      mark.hidden = !mine;
      if (mark instanceof HTMLDetailsElement) mark.open = Boolean(known) && mine;
    }
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("article a[href]"))) {
      carry(link, known);
    }
  }
}

/**
 * Hand the plan on to another page of the guide, unless the link names a place on it.
 * @param {HTMLAnchorElement} link
 * @param {string} plan
 */
function carry(link, plan) {
  const elsewhere = link.origin === location.origin && link.pathname !== location.pathname;
  const free = link.hash === "" || link.hash.startsWith(`#${KEY}=`);
  if (elsewhere && free && !link.closest("path-finder")) link.hash = plan ? `${KEY}=${plan}` : "";
}

if (!customElements.get("your-plan")) customElements.define("your-plan", YourPlan);
