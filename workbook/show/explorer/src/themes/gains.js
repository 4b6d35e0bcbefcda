/** The chart's twin: a table with a row a tag, walked with the arrow keys. */

/** @import { Chapter, Tag } from "./tab.js" */

import { make } from "../dom.js";
import { walkTable } from "../walk.js";
import { netOf, numberOf, sign } from "./numbers.js";

/** @typedef {{name: string, title: string, value: (tag: Tag) => number}} Column */

/** @param {(tag: string) => void} pick */
export function makeGains(pick) {
  const node = make("div.grid");
  /** @type {Tag[]} */
  let listed = [];
  let drawn = "", about = /** @type {Chapter|null} */ (null);
  walkTable(node, (row) => listed[row] && pick(listed[row].tag));
  return {
    node,
    /** @param {Tag[]} tags @param {Chapter} told @param {string} measure @param {string} chosen */
    paint(tags, told, measure, chosen) {
      if (node.hidden) return;
      const now = `${measure} ${tags.map(({ tag }) => tag)}`;
      if (now !== drawn || about !== told) node.replaceChildren(drawTable(tags, told, measure));
      [listed, drawn, about] = [tags, now, told];
      [...node.querySelectorAll("tbody tr")].forEach((row, at) => row.setAttribute("aria-selected", String(tags[at].tag === chosen)));
    },
  };
}

/** @param {Chapter} told @param {string} measure @returns {Column[]} */
function listColumns(told, measure) {
  /** @param {string} of */
  const take = (of) => (/** @type {Tag} */ tag) => numberOf(tag, told, of);
  const what = told.measures[measure];
  return [
    { name: "put in", title: `${what}: put in`, value: take(`${measure}_in`) },
    { name: "struck", title: `${what}: struck`, value: take(`${measure}_out`) },
    { name: "net", title: "put in less struck", value: (tag) => netOf(tag, told, measure) },
    ...(told.told ? [{ name: "no known hand", title: "of those put in and struck, how many nobody knows the hand of", value: take(`${measure}_unknown`) }] : []),
    { name: "paragraphs", title: "paragraphs of the newer draft that name it", value: take("own") },
    { name: "new in", title: "of these, paragraphs where it is new", value: take("entered") },
    { name: "lost by", title: "paragraphs of the older draft that named it, and whose words on it are gone", value: take("lost") },
    { name: "inherited by", title: "paragraphs that came from one which named it, and do not name it themselves", value: take("inherited") },
  ];
}

/** @param {Tag[]} tags @param {Chapter} told @param {string} measure */
function drawTable(tags, told, measure) {
  const corner = told.schemes.find((each) => each.tags.includes(tags[0]))?.name ?? "";
  const columns = listColumns(told, measure), head = make("tr", {}, make("th", { scope: "col" }, corner), ...columns.map(({ name, title }) => make("th", { scope: "col", title }, name)));
  const most = columns.map(({ value }) => Math.max(1, ...tags.map((tag) => Math.abs(value(tag)))));
  const rows = tags.map((tag, y) => make("tr", {}, make("th", { scope: "row", title: tag.title }, tag.short),
    ...columns.map(({ name, title, value }, x) => {
      const number = value(tag), words = name === "net" ? sign(number) : String(number);
      const cell = make("td", { role: "gridcell", tabIndex: x || y ? -1 : 0, "aria-label": `${words}: ${title}` }, words);
      cell.style.setProperty("--share", String(Math.abs(number) / most[x]));
      return cell;
    })));
  return make("table", { role: "grid" }, make("caption.unseen", {}, `What each gains and loses: ${told.measures[measure]}`),
    make("thead", {}, head), make("tbody", {}, ...rows));
}
