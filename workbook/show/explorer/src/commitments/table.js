/** The scale as a table, ladder.csv: downloaded, and loaded again. */

/** @import { Host } from "../types.js" */

import { freshId, make } from "../dom.js";

// Characters of a table; the workbook checks it again.
const LONGEST = 200_000;

/**
 * @param {Host} host
 * @param {(next: string, done: string) => void} apply
 * @param {(words: string) => void} fail
 */
export function makeTable(host, apply, fail) {
  const id = freshId("table");
  const input = make("input", { id, type: "file", accept: ".csv,text/csv", change: () => load() });
  async function save() {
    const { error, chapter } = await host.chapter("scale");
    fail(error);
    if (error) return;
    const url = URL.createObjectURL(new Blob([chapter.table], { type: "text/csv" }));
    make("a", { href: url, download: "ladder.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  async function load() {
    const [file] = input.files ?? [];
    if (!file) return;
    const table = file.size > 4 * LONGEST ? "" : await file.text();
    input.value = "";
    if (!table || table.length > LONGEST) return fail(`${file.name}: this is no table of a scale.`);
    const { error, chapter } = await host.chapter("scale", { table });
    if (error) return fail(error);
    apply(chapter.scale, `The scale of ${file.name} is loaded.`);
  }
  return {
    node: make("span.acts", {}, make("button", { type: "button", click: save }, "Download ladder.csv"), host.keeps() && make("label.load", { htmlFor: id }, "Load a ladder.csv: ", input)),
  };
}
