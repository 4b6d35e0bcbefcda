/** What a kernel sends to our own server's page, which has the explorer already (`page.js` puts it there). */

/**
 * The page has its kernel as soon as the widget is known. It does not wait until that is to be shown: the way there
 * gives up, for good, where the page is busy for two seconds meanwhile, as a slow machine is while it draws a chart.
 * @param {{model: any}} widget
 */
const initialize = ({ model }) => /** @type {any} */ (window).workbookExplorer.meet(model);

export default { initialize };
