/** Findings that were pinned: claim cards as the kernel writes them, kept while the page is. */

/** @import { Host, Row } from "../types.js" */

import { make, tell } from "../dom.js";

/** @typedef {{text: string, id: string, sentence: string, citation: string}} Pin */

/** @type {WeakMap<Host, {pins: Pin[], listeners: Set<() => void>}>} */
const kept = new WeakMap();

/** @param {Host} host */
function storeOf(host) {
  const store = kept.get(host) ?? { pins: [], listeners: new Set() };
  kept.set(host, store);
  return store;
}

/** @param {Host} host */
export const listPins = (host) => storeOf(host).pins;

/** @param {Host} host @param {() => void} listener */
export const watchPins = (host, listener) => storeOf(host).listeners.add(listener);

/** @param {Host} host @param {Pin[]} pins */
function setPins(host, pins) {
  const store = storeOf(host);
  store.pins = pins;
  store.listeners.forEach((listener) => listener());
}

/** @param {Host} host @param {string} id */
export const takeOut = (host, id) => setPins(host, listPins(host).filter((pin) => pin.id !== id));

/** Why nothing can be pinned here; empty where it can. @param {Host} host */
export const whyNot = (host) => (host.uploads() ? "" : "A finding is pinned with the fingerprints of its files: open these drafts in the workbook's dashboard to do that.");

/**
 * Pins a finding; what went wrong, empty where nothing did.
 * @param {Host} host
 * @param {{kind: string, drafts: string[], about: Record<string, any>}} finding
 */
export async function pin(host, finding) {
  const { error, chapter } = await host.chapter("list", { pin: finding });
  if (error || typeof chapter?.claim !== "string") return error || "The workbook has not answered. Try again.";
  const { id, sentence, citation } = JSON.parse(chapter.claim);
  setPins(host, [...listPins(host).filter((each) => each.id !== id), { text: chapter.claim, id, sentence, citation }]);
  return "";
}

const PIN = "pin";

/**
 * A button that pins, and says that it has.
 * @param {Host} host
 * @param {string} name  what is pinned, for whoever hears it: "paragraph 4"
 * @param {() => {kind: string, drafts: string[], about: Record<string, any>}} find
 * @param {string} [words]
 */
export function makePin(host, name, find, words = PIN) {
  const why = whyNot(host), said = make("span.said");
  const button = make("button.pin", {
    type: "button", disabled: Boolean(why), title: why || "Pin this finding: a card with the fingerprints of its files, to be cited and checked",
    "aria-label": `${words === PIN ? "Pin this finding" : words}: ${name}`, click: act,
  }, words);
  async function act() {
    button.disabled = true;
    said.setAttribute("role", "status"); // not before: a page has a card for each paragraph
    tell(said, "Pinning …");
    const error = await pin(host, find());
    button.disabled = false;
    tell(said, error || "Pinned: see My list.");
  }
  return make("span.pinning", {}, button, said);
}

/** What became of a paragraph, as a claim. @param {Row} row @param {Host} host */
export function findChange(row, host) {
  const bundle = host.bundle(), { old_position, new_position, old_label, new_label } = row;
  return { kind: "change", drafts: [bundle?.old ?? "", bundle?.new ?? ""], about: { old_label: old_label ?? "", old_position, new_label: new_label ?? "", new_position } };
}

// The format that `claim_files.py` reads.
const FORMAT = "gcm-workbook claims 1";

/** The file of these claims, byte for byte as Python writes it. @param {Pin[]} pins */
export const writeFile = (pins) => `{"format": ${JSON.stringify(FORMAT)}, "claims": [\n${pins.map(({ text }) => text).join(",\n")}\n]}\n`;
