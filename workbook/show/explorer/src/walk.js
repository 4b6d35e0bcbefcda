/** A table walked with the arrow keys: one cell at a time can be reached with the Tab key. */

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -9999], End: [0, 9999] };

/**
 * `pick` is told the row and the column of a cell that is clicked, or where Enter or the space bar is pressed; the
 * function returned puts the focus on a cell, at the edge where there is none so far out.
 * @param {HTMLElement} node  where the table is, or will be
 * @param {(row: number, column: number) => void} pick
 */
export function walkTable(node, pick) {
  const rows = () => [...node.querySelectorAll("tbody tr")].map((row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[role=gridcell]")]));
  /** @param {Event} event @returns {[number, number]|null} */
  const find = (event) => {
    const cell = /** @type {any} */ (event.target).closest?.("[role=gridcell]");
    const all = rows(), row = all.findIndex((cells) => cells.includes(cell));
    return row < 0 ? null : [row, all[row].indexOf(cell)];
  };
  /** @param {number} row @param {number} column */
  function go(row, column) {
    const all = rows(), cells = all[Math.min(Math.max(row, 0), all.length - 1)];
    const cell = cells?.[Math.min(Math.max(column, 0), cells.length - 1)];
    for (const each of all.flat()) if ((each === cell) !== (each.tabIndex === 0)) each.tabIndex = each === cell ? 0 : -1;
    cell?.focus();
  }
  node.addEventListener("click", (event) => {
    const place = find(event);
    if (!place) return;
    go(...place);
    pick(...place);
  });
  node.addEventListener("keydown", (event) => {
    const place = find(event), step = STEPS[event.key];
    if (!place || (!step && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation(); // JupyterLab would take the arrows for its own cells
    if (step) go(place[0] + step[0], place[1] + step[1]);
    else pick(...place);
  });
  return go;
}
