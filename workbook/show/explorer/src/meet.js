/** What a kernel sends to our own server's page, which has the explorer already (`page.js` puts it there). */

/**
 * @param {{model: any, el: HTMLElement}} widget
 * @returns {() => void}
 */
const render = (widget) => /** @type {any} */ (window).workbookExplorer.render(widget);

export default { render };
