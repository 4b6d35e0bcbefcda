/** What a host calls: anywidget calls `render`; a page without a kernel calls `mount(standAlone(bundle), element)`. */

import { fromModel, standAlone } from "./host.js";
import { mount } from "./page.js";

/**
 * @param {{model: any, el: HTMLElement}} widget
 * @returns {() => void}
 */
const render = ({ model, el }) => mount(fromModel(model), el);

export { mount, standAlone };
export default { render };
