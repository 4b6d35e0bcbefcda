// The page until its kernel is there: the explorer begins with what is kept, then Voilà's own program follows.

import explorer, { dressPage, openEarly } from "./explorer.js";
import { loadVoila, readConfig } from "./program.js";

const LATEST = 2_500; // milliseconds after which Voilà's program is loaded whether a chart stands there or not
const PATIENCE = 30_000; // milliseconds after which it is said that no kernel has answered
const BLINK = 800; // milliseconds: a shorter wait is not worth a line
const WIDGET = "script[type='application/vnd.voila.cell-output+json']"; // what the notebook's one cell shows
const HOME = new URL("../../../../", import.meta.url); // where the server's own path begins

dressPage(); // who chose light or dark sees no other meanwhile

// The address of plotly.js, for the explorer to load once its first screen is painted.
window.workbookPlotlyUrl = new URL("plotly.min.js", import.meta.url).href;
// What the kernel sends (`meet.js`) asks for it here: it need not send the explorer itself.
window.workbookExplorer = {
  meet(model) {
    met = true;
    line?.close();
    try {
      explorer.render({ model, el: document.getElementById("early") });
    } catch (error) {
      tell("closed", "What its engine sent could not be shown. Reload the page to try again.");
      throw error;
    }
    document.body.dataset.kernel = "here";
  },
};

const whole = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done);
});

// What is kept of two drafts; null where nothing is, or nobody answers.
async function ask(questions) {
  try {
    const answer = await fetch(new URL(`workbook/kept?${new URLSearchParams(questions)}`, HOME));
    return answer.status === 200 ? (await answer.json()).made : null;
  } catch {
    return null;
  }
}

// A line to the server, open until there is one to the kernel: when it breaks, the kernel is ended.
let line;
whole.then(() => {
  const kernel = readConfig()?.kernelId;
  if (kernel) line = new WebSocket(new URL(`workbook/line/${kernel}`, HOME).href.replace(/^http/, "ws"));
});

// Tells the reader what becomes of the kernel: the explorer, once it stands there; until then the page's one line.
let tell = (what, number) => {
  const words = document.getElementById("loading"); // gone, if the kernel's own explorer stands there
  if (words && what === "waiting") words.textContent = `The workbook is opening …${Number(number) ? ` ${number} before you.` : ""}`;
  else if (words && what !== "late") words.textContent = FAILED[what]?.replace("#", number) ?? FAILED.dead;
};
const FAILED = {
  dead: "The workbook could not be opened. Reload the page; if that does not help, start the workbook again.",
  full: "As many people use the workbook just now as this machine has room for (#). Reload the page in a few minutes.",
  closed: "The workbook could not be opened. #",
  failed: "The workbook could not be opened: fault # in the log of this dashboard. Reload the page to try again.",
};

// What the server says where the kernel would stand: who comes before, or why there is none. The last word counts.
const readSaid = () => [...document.querySelectorAll("template.said")].at(-1)?.dataset;
let met = false, begun = false, long = false, told;
function listen() {
  const { what, number } = readSaid() ?? { what: "waiting", number: "0" };
  if (!long || met || what !== "waiting" || number === told || readConfig()) return;
  told = number; // what is told changes the page, which is heard here too
  tell(what, number);
}
const listener = new MutationObserver(listen);
listener.observe(document.documentElement, { childList: true, subtree: true });
whole.then(() => listener.disconnect());
setTimeout(() => {
  long = true;
  listen();
}, BLINK);

// Loads Voilà's program, once; where that fails, or no kernel answers, it is told what is wrong.
async function begin() {
  if (begun) return;
  begun = true;
  await whole;
  if (!readConfig() || !document.querySelector(WIDGET)) return tell(...readFault());
  setTimeout(() => met || tell("late"), PATIENCE);
  document.querySelector(WIDGET).remove(); // Voilà is to bring the widget; the explorer shows it
  await loadVoila().catch(() => tell("disconnected"));
}

// Why there is no kernel, or none that can show anything, now that the page has been sent to its end.
function readFault() {
  const said = readSaid(), printed = document.querySelector("#rendered_cells pre");
  if (readConfig()) return ["closed", printed?.textContent.trim() ?? ""];
  return said && said.what !== "waiting" ? [said.what, said.number] : ["dead"];
}

function open(bundle) {
  const place = document.getElementById("early");
  const drawn = new Promise((done) => place.addEventListener("workbook-drawn", done, { once: true }));
  tell = openEarly(bundle, place, {
    async find(old, neu) {
      const found = await ask({ old, new: neu });
      if (!found) begin();
      return found;
    },
    wake: begin,
  });
  told = undefined; // the explorer has not been told yet
  listen();
  drawn.then(() => requestIdleCallback(begin));
  setTimeout(begin, LATEST);
}

const asked = new URLSearchParams(location.hash.slice(1));
const wanted = { old: asked.get("old") ?? "", new: asked.get("new") ?? "", or: "first" };
let bundle = await ask(wanted);
// Where nothing is kept yet, somebody else's kernel may make it while this one waits for its turn.
while (!bundle?.rows && !readConfig() && document.readyState === "loading") {
  await new Promise((done) => setTimeout(done, 2_000));
  bundle ??= await ask(wanted);
}
if (bundle?.rows) open(bundle);
else begin();
