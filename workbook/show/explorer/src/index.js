/** What a host calls: anywidget calls `render`. An exported page begins in `alone.js`. */

import { fromModel } from "./host.js";
import { mount } from "./page.js";

/**
 * @param {{model: any, el: HTMLElement}} widget
 * @returns {() => void}
 */
const render = ({ model, el }) => mount(fromModel(model), el);

export default { render };
