/** One of the two drafts: the choice of it, and a sentence on what it is. */

/** @import { Draft } from "./types.js" */

import { freshId, make, tell } from "./dom.js";

// Drafts by their status, in this order; a draft that has none of them stands last.
const GROUPS = { reconstructed: "Readings, reconstructed", "as issued": "As issued", flattened: "As printed", "": "Others" };

const YOURS = "Your drafts (this visit only)";

/**
 * @param {string} words
 * @param {(draft: string) => void} choose
 * @param {boolean} fixed  nothing else can be chosen here
 */
export function makeDraft(words, choose, fixed) {
  const id = freshId("draft");
  const about = make("p.about", { id: `${id}-about` });
  const select = make("select", { id, "aria-describedby": about.id, change: () => choose(select.value) });
  const name = make("strong");
  select.hidden = !(name.hidden = !fixed);
  const doubts = make("div.doubts");
  const node = make("div.draft", {}, make("label", { htmlFor: id }, words), select, name, about, doubts);
  let listed = "";
  return {
    node,
    /** @param {Draft[]} drafts @param {string} chosen @param {string[]} told  what its reader had to guess */
    paint(drafts, chosen, told) {
      const all = drafts.some((draft) => draft.draft === chosen) || !chosen
        ? drafts
        : [...drafts, { draft: chosen, title: chosen, date: "", status: "", about: "", caution: "" }];
      const list = JSON.stringify(all);
      if (list !== listed) select.replaceChildren(...listDrafts(all));
      listed = list;
      select.value = chosen;
      tell(name, select.selectedOptions[0]?.textContent ?? chosen);
      const said = all.find((draft) => draft.draft === chosen)?.about ?? "";
      tell(about, said === chosen ? "" : said); // a file's path is its name, and says nothing more
      if (doubts.textContent !== told.join("")) doubts.replaceChildren(...told.map((doubt) => make("p.about.doubt", {}, doubt)));
    },
  };
}

/**
 * The drafts as options, in groups where they are of more than one status.
 * @param {Draft[]} drafts
 * @returns {HTMLElement[]}
 */
function listDrafts(drafts) {
  const option = (/** @type {Draft} */ draft) => make("option", { value: draft.draft }, nameDraft(draft));
  const yours = { label: YOURS, own: drafts.filter((draft) => draft.yours) }, others = drafts.filter((draft) => !draft.yours);
  const groups = Object.entries(GROUPS)
    .map(([status, label]) => ({ label, own: others.filter((draft) => draft.status === status || (!status && !(draft.status in GROUPS))) }))
    .concat(yours).filter(({ own }) => own.length);
  if (groups.length < 2) return drafts.map(option);
  return groups.map(({ label, own }) => make("optgroup", { label }, ...own.map(option)));
}

/** The title, and the status of a text that is not as it was issued. @param {Draft} draft */
function nameDraft({ title, status }) {
  const plain = !status || status === "as issued" || title.toLowerCase().includes(status);
  return plain ? title : `${title} · ${status}`;
}
