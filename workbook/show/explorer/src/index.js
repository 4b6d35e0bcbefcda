/** What a host calls: anywidget calls `render`; our server's page begins with `openEarly`, before its kernel is
 * there; an exported page begins in `alone.js`. */

import { meetKernel } from "./early.js";
import { fromModel } from "./host.js";
import { mount } from "./page.js";

/**
 * @param {{model: any, el: HTMLElement}} widget
 * @returns {() => void}
 */
const render = ({ model, el }) => meetKernel(model) ?? mount(fromModel(model), el);

export default { render };
export { openEarly } from "./early.js";
export { dressPage } from "./look.js";
