/** Making elements. Text from a draft enters the page here alone, as textContent. */

/**
 * An element with properties, `data-` and `aria-` attributes, and children; strings become text.
 * @param {string} name  the tag's name, with classes behind dots: "p.quiet"
 * @param {Record<string, any>} [traits]
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any}
 */
export function make(name, traits = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.className = classes.join(" ");
  for (const [key, value] of Object.entries(traits)) {
    if (value === undefined || value === null) continue;
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key.includes("-") || key === "role") element.setAttribute(key, String(value));
    else /** @type {any} */ (element)[key] = value;
  }
  element.append(.../** @type {(Node|string)[]} */ (children.filter(Boolean)));
  return element;
}

/**
 * Where an element can be seen: in the box that scrolls it, or in the window.
 * @param {Element} element
 */
export function sightOf(element) {
  const box = element.closest(".boxed")?.getBoundingClientRect();
  return box ? { top: box.top, height: box.height } : { top: 0, height: window.innerHeight };
}

/**
 * Words that only a screen reader hears.
 * @param {string} words
 * @returns {HTMLElement}
 */
export const unseen = (words) => make("span.unseen", {}, words);

/** @param {string} words */
export const capitalize = (words) => `${words[0].toUpperCase()}${words.slice(1)}`;

let made = 0;

/**
 * An id that no other element of the page has, for labels.
 * @param {string} stem
 */
export const freshId = (stem) => `workbook-${stem}-${(made += 1)}`;

/**
 * Sets an element's text only where it differs, so that a live region speaks once.
 * @param {HTMLElement} element
 * @param {string} words
 */
export function tell(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/**
 * Hides an element or shows it, only where that is not so already: a browser styles anew whatever is written to.
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
export function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}
