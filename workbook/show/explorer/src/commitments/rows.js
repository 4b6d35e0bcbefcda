/** What became of each clause: a list by which way it went, unchanged ones as much as changed ones. */

/** @import { Host } from "../types.js" */
/** @typedef {import("./rungs.js").Chapter} Chapter */
/** @typedef {import("./rungs.js").Clause} Clause */
/** @typedef {import("./rungs.js").Row} Row */

import { capitalize, make, tell, unseen } from "../dom.js";
import { drawParagraph } from "../paragraph.js";
import { drawBeside, drawSentence, nameRung } from "./rungs.js";

/** How each way is marked beside its words. */
export const SIGNS = /** @type {Record<string, string>} */ ({ down: "▼", up: "▲", tone: "◆", object: "■", form: "≈", doubled: "?", marks: "§", same: "=", gone: "−", came: "+" });
const MARKED = "a caveat or an emphasis came or went";

/** @param {Row} row */
const hasMarks = (row) => row.marks.some(Boolean);

/** @param {Host} host */
export function makeRows(host) {
  const title = make("h4", { tabIndex: -1 }, "What became of each clause");
  const chips = make("div.chips", { role: "group", "aria-label": "Which clauses" }), said = make("p.said", { role: "status" }), list = make("div.groups");
  /** @type {Chapter|null} */
  let chapter = null;
  let listed = "";

  /** @param {Chapter} told @param {string} way */
  function paintChips(told, way) {
    const ways = [["", "all", told.rows.length], ...Object.entries(told.ways).map(([id, name]) => [id, name, told.rows.filter((row) => row.way === id).length]),
      ["marks", MARKED, told.rows.filter(hasMarks).length]];
    const drawn = ways.filter(([id, , count]) => count || id === way || id === "").map(([id, name, count]) => make("button.chip", {
      type: "button", "data-way": id, "aria-pressed": String(way === id), click: () => host.choose({ way: String(way === id ? "" : id) }),
    }, id && make("span", { "aria-hidden": "true" }, `${SIGNS[id]} `), `${name} ${count}`));
    const focused = /** @type {any} */ (document.activeElement)?.dataset?.way, inside = chips.contains(document.activeElement);
    chips.replaceChildren(...drawn);
    if (inside) drawn.find((chip) => chip.dataset.way === focused)?.focus();
  }
  return {
    node: make("section.clauses", {}, title, chips, said, list),
    title,
    /** @param {Chapter} told */
    paint(told) {
      const { way } = host.state();
      if (chapter === told && listed === way) return;
      [chapter, listed] = [told, way];
      paintChips(told, way);
      const shown = told.rows.filter((row) => !way || (way === "marks" ? hasMarks(row) : row.way === way));
      tell(said, way ? `${shown.length} of ${told.rows.length} clauses: ${way === "marks" ? MARKED : told.ways[way]}.` : "");
      list.replaceChildren(...(way ? [drawList(shown, told, host)] : drawGroups(told, host)));
    },
  };
}

/** All clauses, folded by what became of them. @param {Chapter} told @param {Host} host */
function drawGroups(told, host) {
  return Object.entries(told.ways).flatMap(([way, name]) => {
    const own = told.rows.filter((row) => row.way === way);
    if (!own.length) return [];
    const place = make("div"), fold = make("details.group", { "data-way": way }, make("summary", {}, make("span.sign", { "aria-hidden": "true" }, SIGNS[way]), `${capitalize(name)}: ${own.length} of ${told.rows.length} clauses`), place);
    const fill = () => fold.open && !place.firstChild && place.append(drawList(own, told, host));
    fold.addEventListener("toggle", fill);
    fold.open = way === "down" || way === "up";
    fill();
    return [fold];
  });
}

/** @param {Row[]} rows @param {Chapter} told @param {Host} host */
const drawList = (rows, told, host) => make("ol.rows", {}, ...rows.map((row) => drawRow(row, told, host)));

/** @param {Row} row @param {Chapter} told @param {Host} host */
function drawRow(row, told, host) {
  const old = findClause(told, "old", row.old_position, row.old), neu = findClause(told, "new", row.new_position, row.new);
  const alike = old && neu && old.text === neu.text;
  /** @param {string} name @param {Clause} clause */
  const side = (name, clause) => make("div.side-of", {}, make("span.name", {}, name), make("div", {}, drawSentence(clause), drawBeside(clause)));
  const sides = alike ? [side("in both", neu)] : [old && side("older", old), neu && side("newer", neu)];
  return make("li.row", { "data-way": row.way },
    make("div.labels", {}, drawParagraph(host, row), !/\b(?:rung|commitment) \d/.test(row.told) && make("span.was", {}, tellRungs(old, neu))),
    make("div.told-of", {},
      make("p.told", {}, make("span.sign", { "aria-hidden": "true" }, SIGNS[row.way]), unseen(`${told.ways[row.way]}: `), row.told, row.whose && make("span.whose", {}, ` ${row.whose}`)),
      ...sides.map((each) => each || ""),
      row.way !== "same" && !row.told.toLowerCase().includes(row.rule.toLowerCase()) && make("p.rule", {}, `rule: ${row.rule}`)));
}

/**
 * @param {Chapter} told
 * @param {"old"|"new"} side
 * @param {number|null} position
 * @param {number|null} clause
 */
const findClause = (told, side, position, clause) =>
  clause === null ? null : told.drafts[side].find((each) => each.position === position)?.clauses[clause] ?? null;

/** @param {Clause|null} old @param {Clause|null} neu */
function tellRungs(old, neu) {
  if (!old || !neu) return `rung ${nameRung(/** @type {Clause} */ (old ?? neu))}`;
  return nameRung(old) === nameRung(neu) ? `rung ${nameRung(neu)}` : `rung ${nameRung(old)}, now ${nameRung(neu)}`;
}
