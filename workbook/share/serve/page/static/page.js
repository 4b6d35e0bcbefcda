// The page until its kernel is there: the explorer begins with what is kept, then Voilà's own program follows.

import { openEarly } from "./explorer.js";
import { loadVoila, readConfig } from "./program.js";

const LATEST = 2_500; // milliseconds after which Voilà's program is loaded whether a chart stands there or not
const PATIENCE = 30_000; // milliseconds after which it is said that no kernel has answered

// The address of plotly.js, for the explorer to load once its first screen is painted.
window.workbookPlotlyUrl = new URL("plotly.min.js", import.meta.url).href;

const whole = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done);
});

// What is kept of two drafts; null where nothing is, or nobody answers.
async function ask(questions) {
  try {
    const answer = await fetch(`/workbook/kept?${new URLSearchParams(questions)}`);
    return answer.status === 200 ? (await answer.json()).made : null;
  } catch {
    return null;
  }
}

// A line to the server, open until there is one to the kernel: when it breaks, the kernel is ended.
let line;
whole.then(() => {
  const kernel = readConfig()?.kernelId;
  if (kernel) line = new WebSocket(`ws://${location.host}/workbook/line/${kernel}`);
});

let begun = false, met = false;
// Loads Voilà's program, once; where that fails, or no kernel answers, `tell` is told what is wrong.
async function begin(tell) {
  if (begun) return;
  begun = true;
  await whole;
  if (!readConfig()) return tell("dead");
  setTimeout(() => met || tell("late"), PATIENCE);
  await loadVoila().catch(() => tell("disconnected"));
}

function open(bundle) {
  const place = document.getElementById("early");
  const drawn = new Promise((done) => place.addEventListener("workbook-drawn", done, { once: true }));
  const tell = openEarly(bundle, place, {
    async find(old, neu) {
      const found = await ask({ old, new: neu });
      if (!found) begin(tell);
      return found;
    },
    wake: () => begin(tell),
    met() {
      met = true;
      line?.close();
      document.body.dataset.kernel = "here";
    },
  });
  drawn.then(() => requestIdleCallback(() => begin(tell)));
  setTimeout(() => begin(tell), LATEST);
}

const asked = new URLSearchParams(location.hash.slice(1));
const bundle = await ask({ old: asked.get("old") ?? "", new: asked.get("new") ?? "", or: "first" });
if (bundle?.rows) open(bundle);
else begin((what) => {
  const words = document.getElementById("loading"); // gone, if the kernel's own explorer stands there
  if (words && what !== "late") words.textContent = "The workbook could not be opened. Reload the page; if that does not help, start the workbook again.";
});
