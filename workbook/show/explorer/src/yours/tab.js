/** The tab for drafts: those that a visitor brings along, and what each of the listed ones is. */

/** @import { Draft, Host } from "../types.js" */

import { make } from "../dom.js";
import { makeUpload } from "../upload.js";

/** @param {Host} host */
export function makeYours(host) {
  const upload = makeUpload(host), title = make("h3", { tabIndex: -1 }, "Your drafts"), list = make("div.listed");
  const alone = make("p.lead", {}, "This page holds one comparison and stands alone. To add drafts of your own, open the workbook's dashboard.");
  const node = make("section.leaf", {}, title,
    make("p.lead", {}, "Compare any two texts: two revisions that were sent to you, or a text and what your delegation made of it. A Word file with tracked changes holds several texts, one for each author's changes."),
    alone, upload.node, make("h4", {}, "What each draft here is"), list);
  let listed = "";
  return {
    node,
    title,
    /** Files can be dropped on any tab. @param {FileList} files */
    add(files) {
      host.choose({ tab: "drafts" });
      upload.add(files);
    },
    /** Files that are on their way are told of on every tab. */
    look: upload.paint,
    paint() {
      alone.hidden = Boolean(host.uploads());
      upload.paint();
      const drafts = host.drafts(), now = JSON.stringify(drafts);
      if (now !== listed) list.replaceChildren(...drafts.map(tellDraft));
      listed = now;
    },
  };
}

/** @param {Draft} draft */
const tellDraft = ({ draft, title, date, status, about, caution, yours }) => make("article.draft-told", {},
  make("h5", {}, title), make("p.facts", {}, [tellStatus(status, Boolean(yours) || about === draft), date].filter(Boolean).join(", ")), about && make("p", {}, about), caution && make("p.facts", {}, caution));

/** Who brings a file along has issued nothing; that it was flattened can be seen in anybody's. @param {string} status @param {boolean} own */
const tellStatus = (status, own) => (own && status === "as issued" ? "your own" : status);
