/** The amendment bench: a paragraph is edited, and what that changes is seen at once; what is good is saved. */

/** @import { Host } from "../types.js" */
/** @import { Amendment } from "./amendments.js" */
/** @typedef {{position: number, label: string, section: string, text: string, citations: string[]}} Paragraph */
/** @typedef {{draft: string, title: string, caution: string, paragraphs: Paragraph[]}} Chapter */
/** @typedef {{place: string, draft: string, title: string, paragraph: Paragraph, own: string}} Laid  `own`: what it says, with its sources */

import { followChapter } from "../chapters.js";
import { freshId, make, tell } from "../dom.js";
import { LONGEST_NAME, LONGEST_REASON, LONGEST_TEXT, keepName, makeStore, nameAmendment, recallName } from "./amendments.js";
import { makeChooser } from "./chooser.js";
import { makeEffects } from "./effects.js";
import { makeSaved } from "./saved.js";

const LEAD = "Take a paragraph, change its words, and see at once what that moves. One thing at a time tells most.";
const HOW = "Sources stand in brackets behind the words: type one in, [GCM para 15(g)] say, or strike it. An empty field strikes the paragraph.";
const EMPTY = "Choose a paragraph. A card of the comparison and a passport lead here as well, by “amend”.";

/** @param {Host} host */
export function makeBench(host) {
  const title = make("h4", { tabIndex: -1 }, "The amendment bench"), ids = ["words", "delegation", "reason"].map(freshId);
  const chapter = followChapter(host, "bench", paint), effects = makeEffects(host), store = makeStore(() => saved.draw());
  const chooser = makeChooser(host, () => { chapter.forget(); paint(); });
  const label = make("label", { htmlFor: ids[0] }), how = make("p.quiet", { id: freshId("how") }, HOW);
  const field = make("textarea.own-words", { id: ids[0], rows: 8, maxLength: LONGEST_TEXT, "aria-describedby": how.id, input: () => typed() });
  const again = make("button", { type: "button", click: turn }, "Start again"), now = make("p.now", { role: "status" });
  const name = make("input", { id: ids[1], type: "text", required: true, maxLength: LONGEST_NAME, autocomplete: "organization", value: recallName(), input: () => keepName(name.value) });
  const reason = make("textarea", { id: ids[2], rows: 2, maxLength: LONGEST_REASON, input: () => typed() });
  const save = make("button.save", { type: "submit" }), said = make("p.said", { role: "status" });
  const form = make("form.amending", { submit: put },
    make("div.typing", {}, label, field, how, make("div.acts", {}, again), now),
    effects.node,
    make("fieldset.naming", {}, make("legend", {}, "Save it as an amendment"),
      make("label", { htmlFor: ids[1] }, "Delegation"), name, make("label", { htmlFor: ids[2] }, "Reason"), reason, save, said));
  const saved = makeSaved(host, store, edit), hint = make("p.hint", {}, EMPTY);
  const node = make("section.bench", {}, title, make("p.lead", {}, LEAD), chooser.node, hint, form, saved.node);
  /** What is on the bench. @type {Laid|null} */
  let on = null;
  let editing = "", before = ""; // the saved amendment that is edited; the words that stood there before a new start

  /** A visitor's own draft is gone with the page, and so is what was typed for it. @param {{place: string, draft: string}} of @param {import("./amendments.js").Half|null} half */
  const hold = ({ place, draft }, half) => store.keepHalf(place, half, !host.drafts().some((each) => each.draft === draft && each.yours));

  /** Whatever is typed is kept, and asked about. */
  function typed() {
    if (!on) return;
    const changed = field.value !== on.own || reason.value.trim() !== "";
    hold(on, changed || editing ? { text: field.value, reason: reason.value, id: editing } : null);
    before = "";
    tell(said, "");
    paintWords();
    look();
  }
  const look = () => on && effects.ask({ draft: on.draft, position: on.paragraph.position, text: field.value });
  /** Back to the draft's words, and from there back to one's own. */
  function turn() {
    if (!on) return;
    const words = field.value;
    field.value = before || on.own;
    typed();
    before = field.value === on.own ? words : "";
    paintWords();
    field.focus();
  }
  /** @param {Event} event */
  function put(event) {
    event.preventDefault();
    if (!on || !name.value.trim()) return void tell(said, "Say in whose name it is made.");
    if (field.value.trim() === on.own) return void tell(said, "No word is changed yet.");
    const { draft, title: of, paragraph } = on, old = store.list().find(({ id }) => id === editing), sentence = effects.told(field.value)?.sentence ?? "";
    const one = { id: editing || nameAmendment(), draft, title: of, position: paragraph.position, label: paragraph.label, old: paragraph.text, text: field.value, delegation: name.value.trim(), reason: reason.value.trim(), said: sentence };
    if (!store.put(one)) return void tell(said, "The list is full. Save it as a file, and remove some.");
    if (!sentence) sayLater(one);
    hold(on, null);
    lay(on);
    saved.draw();
    tell(said, `${old ? "Changed" : "Saved"}: ${paragraph.label || "the paragraph"}, ${one.delegation}. The paragraph stands above as in the draft again.`);
  }
  /** What it does, where it was saved before that was known. @param {Amendment} one */
  async function sayLater(one) {
    const { chapter: told } = host.take ? await host.chapter("bench", { draft: one.draft, position: one.position, text: one.text }) : { chapter: null };
    if (!told || !store.list().some(({ id, text }) => id === one.id && text === one.text)) return;
    store.put({ ...one, said: told.sentence });
    saved.draw();
  }
  /** @param {Amendment} one */
  function edit(one) {
    const place = `${one.draft}:${one.position}`;
    hold({ place, draft: one.draft }, { text: one.text, reason: one.reason, id: one.id });
    name.value = one.delegation;
    keepName(name.value);
    on = null;
    if (host.state().amended === place) paint();
    else host.choose({ amended: place });
    field.focus();
    field.scrollIntoView({ block: "center" });
  }
  /** Puts a paragraph on the bench, with what was typed for it. @param {Laid} next */
  function lay(next) {
    const half = store.half(next.place);
    on = next;
    editing = store.list().some(({ id }) => id === half?.id) ? half?.id ?? "" : "";
    before = "";
    field.value = half?.text ?? next.own;
    reason.value = half?.reason ?? "";
    tell(label, `Paragraph ${next.paragraph.label || "without a number"} of ${next.title}, as you would have it`);
    paintWords();
    look();
  }
  function paintWords() {
    if (!on) return;
    again.disabled = field.value === on.own && !before;
    tell(again, before ? "Back to my words" : "Start again");
    const whose = store.list().find(({ id }) => id === editing)?.delegation;
    tell(now, whose ? `You are changing the amendment of ${whose} that was saved.` : "");
    tell(save, whose ? "Save the change" : "Save the amendment");
  }
  function paint() {
    const { draft, position } = readPlace(host.state().amended), wanted = draft || host.bundle()?.new || "";
    const told = chapter.read(host.take ? { draft: wanted } : {}), found = /** @type {Chapter|null} */ (told.chapter);
    const paragraph = found?.draft === wanted ? found.paragraphs.find((each) => each.position === position) : undefined;
    chooser.paint(wanted, position, told);
    if (found && paragraph) {
      const place = `${found.draft}:${paragraph.position}`, own = [paragraph.text, ...paragraph.citations].join(" ");
      if (on?.place !== place || on.own !== own) {
        tell(said, "");
        lay({ place, draft: found.draft, title: found.title, paragraph, own });
      } else look(); // by another scale or reference text
    } else if (!told.busy) {
      on = null;
      effects.clear();
    }
    form.hidden = !on;
    hint.hidden = Boolean(on) || told.busy || told.error !== "";
    saved.draw();
  }
  return { node, title, paint };
}

/** "draft:position" @param {string} place */
function readPlace(place) {
  const [, draft = "", position = "-1"] = place.match(/^(.*):(\d{0,6})$/s) ?? [];
  return { draft, position: position ? Number(position) : -1 };
}
