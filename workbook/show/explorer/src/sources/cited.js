/** What the drafts cite: a chart, its table, and the paragraphs with what each kept, gained and lost. */

/** @import { Host } from "../types.js" */
/** @typedef {[string, number, string, string, string, string, number]} Place  change, document, place, scheme, tag, doubt, bracket */
/** @typedef {{old_position: number|null, old_label: string, new_position: number|null, new_label: string, places: Place[]}} Row */
/** @typedef {{source: string, symbol: string, title: string, paragraphs_old: number, paragraphs_new: number, kept: number, gained: number, lost: number}} Document */
/** @typedef {{whole: {old: number[], new: number[]}, documents: Document[], brackets: string[], rows: Row[], rules: string[], figure: any}} Chapter */

import { make, tell, unseen } from "../dom.js";
import { makeFigure } from "../figure.js";
import { drawParagraph, nameDraft } from "../paragraph.js";
import { walkTable } from "../walk.js";

const CHANGES = /** @type {const} */ (["kept", "gained", "lost"]);
const SHOWN = { all: "All", gained: "Gained", lost: "Lost", doubt: "To look up" };
const HOW = "How to read it: a bar is one document; to the right of the line the places in it that the newer draft cites, kept and gained; to the left those that it no longer cites.";

/** @param {Host} host */
export function makeCited(host) {
  const title = make("h4", { tabIndex: -1 }, "What the drafts cite"), lead = make("p.lead"), rules = make("div.facts");
  const figure = makeFigure(host, "sources", ({ customdata }) => choose(customdata?.[0]));
  const table = make("div.grid"), chart = make("div", {}, make("p.explained", {}, HOW), figure.node), drawn = make("div.drawn", {}, chart, table);
  const said = make("p.summary", { role: "status" }), list = make("ul.citing"), all = make("button", { type: "button", click: () => host.choose({ source: "" }) });
  let only = "all";
  const filters = Object.entries(SHOWN).map(([id, words]) => ({ id, words, node: make("button", { type: "button", click: () => show(id) }) }));
  const node = make("section", {}, title, lead, drawn, rules, make("div.acts", {}, ...filters.map((filter) => filter.node), all), said, list);
  /** @type {Chapter|null} */
  let chapter = null;
  let listed = "";

  /** @param {string|undefined} source */
  const choose = (source) => source !== undefined && host.choose({ source: host.state().source === source ? "" : source });
  /** @param {string} id */
  function show(id) {
    only = id;
    paintList();
  }
  walkTable(table, (row, column) => {
    const document = chapter?.documents[row];
    if (!document) return;
    only = { 3: "gained", 4: "lost" }[column] ?? "all";
    host.choose({ source: host.state().source === document.source && listed.startsWith(`${only} `) ? "" : document.source });
    paintList();
  });

  function paintList() {
    if (!chapter) return;
    const { documents, rows } = chapter, { source } = host.state(), chosen = documents.findIndex((each) => each.source === source);
    const here = chosen < 0 ? rows : rows.filter((row) => row.places.some((place) => place[1] === chosen));
    const fits = (/** @type {Place} */ place, /** @type {string} */ id) =>
      (chosen < 0 || place[1] === chosen) && (id === "all" || (id === "doubt" ? place[5] !== "" : place[0] === id));
    for (const { id, words, node: button } of filters) {
      const count = here.flatMap((row) => row.places).filter((place) => fits(place, id)).length;
      tell(button, `${words} (${count})`);
      button.setAttribute("aria-pressed", String(id === only));
    }
    all.hidden = chosen < 0;
    tell(all, `Show all documents, not only ${source}`);
    for (const [at, row] of table.querySelectorAll("tbody tr").entries()) row.setAttribute("aria-selected", String(at === chosen));
    const now = `${only} ${source}`;
    if (now === listed) return;
    listed = now;
    const kept = here.filter((row) => row.places.some((place) => fits(place, only)));
    const places = kept.reduce((sum, row) => sum + row.places.filter((place) => fits(place, only)).length, 0);
    tell(said, `${places} ${places === 1 ? "place" : "places"} cited in ${kept.length} ${kept.length === 1 ? "paragraph" : "paragraphs"}${chosen < 0 ? "" : `, of ${source}`}.`);
    list.replaceChildren(...kept.map((row) => drawRow(row, /** @type {Chapter} */ (chapter), host, (place) => fits(place, only))));
  }
  return {
    node,
    title,
    close: figure.close,
    /** Where there is no room for the chart, its table stands alone. @param {Chapter} told @param {boolean} wide */
    paint(told, wide) {
      chart.hidden = !wide;
      if (told !== chapter) {
        chapter = told;
        listed = "";
        const empty = !told.rows.length;
        tell(lead, empty ? "Neither draft names a source in brackets. What was agreed before can still be found by its words: load a reference text below." : tellWhole(told, host));
        for (const part of [drawn, said, list, ...filters.map((each) => each.node)]) part.hidden = empty;
        rules.replaceChildren(...(empty ? [] : drawRules(told.rules)));
        table.replaceChildren(...(empty ? [] : [drawTable(told)]));
        if (told.figure) figure.paint(told.figure, `places cited, by document. ${lead.textContent}`);
      }
      paintList();
    },
  };
}

/** @param {Chapter} told @param {Host} host */
function tellWhole({ whole, documents }, host) {
  const [kept, gained, lost] = CHANGES.map((change) => documents.reduce((sum, each) => sum + each[change], 0));
  const bundle = host.bundle(), [[before, of], [now, ofNow]] = [whole.old, whole.new];
  return `${now} of ${ofNow} paragraphs of ${nameDraft(host, bundle?.new)} name a source; in ${nameDraft(host, bundle?.old)} ${before} of ${of} do. ` +
    `Of the places cited ${kept} are kept, ${gained} gained and ${lost} lost.`;
}

/** What a place stands for, and what a doubt is. @param {string[]} rules */
const drawRules = (rules) => [
  ...(rules.length ? [make("p", {}, "Objectives and principles are read off the place that is cited, by these rules: ", rules.join("; "), ".")] : []),
  make("p", {}, "A place “to look up” breaks a rule of how such texts are numbered, or does not fit the paragraph. The reason stands with it. That nothing is said does not mean that the place is right."),
];

/** @param {Chapter} chapter */
function drawTable({ documents, whole }) {
  const heads = ["cited in the older draft", "cited in the newer draft", ...CHANGES];
  const short = [`paragraphs, older (of ${whole.old[1]})`, `paragraphs, newer (of ${whole.new[1]})`, "places kept", "gained", "lost"];
  const rows = documents.map((each, at) => make("tr", {},
    make("th", { scope: "row", title: [each.symbol, each.title].filter(Boolean).join(": ") || null }, each.source || "no document named"),
    ...[each.paragraphs_old, each.paragraphs_new, each.kept, each.gained, each.lost].map((value, column) => make("td", {
      role: "gridcell", tabIndex: at || column ? -1 : 0, "aria-label": `${value}: ${each.source}, ${column < 2 ? "paragraphs" : "places"} ${heads[column]}`,
    }, value ? String(value) : "–"))));
  return make("table", { role: "grid" },
    make("caption.unseen", {}, "Paragraphs that cite each document, and places in it kept, gained and lost. Enter lists its paragraphs."),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Document"), ...heads.map((head, at) => make("th", { scope: "col", title: head }, short[at])))),
    make("tbody", {}, ...rows));
}

/** @param {Row} row @param {Chapter} chapter @param {Host} host @param {(place: Place) => boolean} fits */
function drawRow(row, chapter, host, fits) {
  const brackets = [...new Set(row.places.map((place) => chapter.brackets[place[6]]))];
  return make("li", {}, drawParagraph(host, row),
    make("ul.places", {}, ...row.places.filter(fits).map((place) => drawPlace(place, chapter, host))),
    make("p.facts", {}, brackets.join(" ")));
}

/** @param {Place} place @param {Chapter} chapter @param {Host} host */
function drawPlace([change, document, pinpoint, scheme, tag, doubt], { documents }, host) {
  const name = [documents[document].source || "no document named", pinpoint].filter(Boolean).join(" ");
  const term = host.bundle()?.tags.find((each) => each.scheme === scheme && each.tag === tag);
  const words = { kept: [name], gained: [unseen("gained: "), make("ins", {}, name)], lost: [unseen("lost: "), make("del", {}, name)] }[change] ?? [name];
  return make("li", { "data-change": change }, ...words, change !== "kept" && make("span.fate", {}, ` ${change}`),
    scheme && make("span.stands", {}, ` stands for ${scheme === "objective" ? "Objective" : `the ${scheme}`} ${term ? term.short : tag}`),
    doubt && make("p.look-up", {}, make("strong", {}, "To look up: "), doubt));
}
