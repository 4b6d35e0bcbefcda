/** What a room does: a plan to begin with, exercises picked and put in order, hints or none. */

/** @import { Host } from "../types.js" */
/** @import { Exercise, Taught } from "./taught.js" */
/** @typedef {{minutes: number, what: string, exercise: string, where: string, day: number}} Step */
/** @typedef {{id: string, title: string, minutes: number, about: string, steps: Step[]}} Plan */

import { freshId, make, tell } from "../dom.js";
import { keep, recall } from "../stored.js";
import { makeToggle } from "../toggle.js";
import { KINDS, MOST_MADE, move, readMade, writeOrder } from "./order.js";
import { drawPlan, listExercises, listMissing, offerPlans, tellLacking } from "./plans.js";
import { SEEDS_ALONE, canMake, nameExercise } from "./taught.js";

const PLAN = "teacher-plan", NONE = "";

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./taught.js").followTaught>} taught
 * @param {() => Plan[]} plans
 */
export function makeProgramme(host, taught, plans) {
  const title = make("h5", { tabIndex: -1 }, "1. Choose the exercises"), said = make("p.unseen", { role: "status" });
  const toggle = makeToggle("Begin with a plan", pickPlan), plan = make("div.plan"), about = make("p.quiet"), lacking = make("div.lacking"), sum = make("p.sum", { role: "status" });
  const list = make("ol.programme"), rest = make("ul.rest"), making = makeMaking(host, add);
  const hints = make("input", { type: "checkbox", change: () => host.choose({ hints: hints.checked ? "no" : "" }) });
  const more = make("details.more", {}, make("summary", {}, "Add an exercise"), rest, making.node);
  const node = make("section.choose", { "aria-label": "Choose the exercises" }, title,
    about, toggle.node, lacking, make("div.together", {}, make("div.in-order", {}, list, sum, more,
      make("div.acts", {}, make("label.tick-hints", {}, hints, "Hide the hints from learners"),
        make("button", { type: "button", click: () => host.choose({ workshop: "" }) }, "See it as a learner does"))), plan), said);

  const current = () => taught.chosen().map(({ id }) => id);
  /** @param {string[]} ids */
  const write = (ids) => host.choose({ room: writeOrder(ids) });
  /** @param {string} id */
  function pickPlan(id) {
    keep(PLAN, id);
    const found = plans().find((each) => each.id === id);
    const here = taught.written().map((exercise) => exercise.id), ids = found ? listExercises(found).filter((each) => here.includes(each)) : [];
    if (ids.length) write(ids);
    paint();
  }
  /** @param {string} id */
  function add(id) {
    const before = current();
    if (before.includes(id)) return tell(said, `${nameExercise(id)} is in the list already.`);
    if (readMade(id) && before.filter(readMade).length >= MOST_MADE) return tell(said, `A room has at most ${MOST_MADE} exercises made from the drafts.`);
    write([...before, id]);
    tell(said, `${nameExercise(id)} was added: ${before.length + 1} in the list.`);
  }
  /** @param {string} id @param {-1|1} step */
  function shift(id, step) {
    const ids = move(current(), id, step);
    write(ids);
    paint();
    tell(said, `${nameExercise(id)} is now ${ids.indexOf(id) + 1} of ${ids.length}.`);
    const buttons = /** @type {HTMLButtonElement[]} */ ([...list.querySelectorAll(`[data-exercise="${id}"] [data-step]`)]);
    const same = buttons.find((button) => button.dataset.step === String(step) && !button.disabled);
    (same ?? buttons.find((button) => !button.disabled))?.focus();
  }
  /** @param {string} id */
  function remove(id) {
    write(current().filter((each) => each !== id));
    paint();
    tell(said, `${nameExercise(id)} was taken out.`);
    title.focus();
  }
  /** The plan that was picked here, or the one whose exercises these are. */
  function planOf() {
    const ids = current().join(","), kept = recall(PLAN);
    const all = offerPlans(plans(), taught.written()), own = all.find(({ id }) => id === kept);
    return own ?? (host.state().room ? all.find((each) => listExercises(each).join(",") === ids) : undefined) ?? null;
  }
  let drawn = "";
  function paint() {
    const chosen = taught.chosen(), now = planOf(), written = taught.written();
    const offered = offerPlans(plans(), written);
    toggle.node.hidden = !offered.length;
    toggle.paint({ ...Object.fromEntries(offered.map(({ id, title: words }) => [id, words])), [NONE]: "no plan" }, now?.id ?? NONE);
    tell(about, `${offered.length ? "Begin with a plan and change it, or pick one by one." : "Pick one by one."} What you choose stands in this page's address.`);
    hints.checked = host.state().hints === "no";
    making.paint();
    const told = JSON.stringify([chosen.map(({ id, exercise, error }) => [id, exercise?.title, exercise?.minutes, error]), now?.id, written.map(({ id }) => id), plans().length]);
    if (told === drawn) return; // what is focused stays
    drawn = told;
    list.replaceChildren(...chosen.map((each, at) => drawChosen(each, at, chosen.length, { shift, remove })));
    rest.replaceChildren(...written.filter(({ id }) => !chosen.some((each) => each.id === id)).map((exercise) => drawRest(exercise, add)));
    rest.hidden = !rest.childElementCount;
    lacking.replaceChildren(...tellLacking(plans(), written).map((words) => make("p.quiet", {}, words)));
    plan.replaceChildren(...(now ? [drawPlan(now, written)] : []));
    tell(sum, tellSum(chosen, now, written));
    if (!written.length) more.open = true;
  }
  return { node, title, paint, plan: planOf };
}

/** The minutes that were picked beside the plan's. @param {Taught[]} chosen @param {Plan|null} plan @param {Exercise[]} written */
function tellSum(chosen, plan, written) {
  if (!chosen.length) return "No exercise is written for these drafts: add one that is made from the two above.";
  const minutes = chosen.reduce((sum, { exercise }) => sum + (exercise?.minutes ?? 0), 0), open = chosen.filter(({ exercise }) => !exercise).length;
  const own = `${chosen.length} ${chosen.length === 1 ? "exercise" : "exercises"}, ${minutes} minutes${open ? `; of ${open} the minutes are not known here` : ""}.`;
  if (!plan) return own;
  const planned = plan.steps.filter(({ exercise }) => exercise).reduce((sum, step) => sum + step.minutes, 0), other = plan.minutes - planned;
  const beside = `The plan “${plan.title}” has ${plan.minutes} minutes: ${planned} for exercises and ${other} for everything else.`;
  const apart = minutes - planned, missing = listMissing(plan, written);
  return `${own} ${beside}${apart && !open ? ` Yours take ${Math.abs(apart)} ${apart > 0 ? "more" : "fewer"} than that.` : ""}${missing.length ? ` ${missing.join(", ")} of the plan ${missing.length === 1 ? "is" : "are"} not in this data folder.` : ""}`;
}

/**
 * @param {Taught} taught @param {number} at @param {number} whole
 * @param {{shift: (id: string, step: -1|1) => void, remove: (id: string) => void}} acts
 */
function drawChosen({ id, busy, error, exercise }, at, whole, { shift, remove }) {
  const name = exercise ? `${exercise.id}, ${exercise.title}` : nameExercise(id);
  /** @param {-1|1} step @param {string} words @param {string} sign */
  const stepper = (step, words, sign) => make("button", {
    type: "button", "data-step": step, "aria-label": `Move ${words}: ${name}`, title: `Move ${words}`,
    disabled: step < 0 ? !at : at === whole - 1, click: () => shift(id, step),
  }, sign);
  return make("li", { "data-exercise": id },
    make("span.what", {}, make("b", {}, readMade(id) ? "" : `${id} `), exercise?.title ?? nameExercise(id), exercise?.about && make("span.quiet", {}, exercise.about),
      (busy || error) && make("span.quiet", {}, busy ? "Being made …" : error)),
    make("span.minutes", {}, exercise ? `${exercise.minutes} min` : ""),
    make("span.moves", {}, stepper(-1, "up", "↑"), stepper(1, "down", "↓"),
      make("button", { type: "button", "aria-label": `Take out: ${name}`, title: "Take out", disabled: whole === 1, click: () => remove(id) }, "×")));
}

/** @param {Exercise} exercise @param {(id: string) => void} add */
const drawRest = (exercise, add) => make("li", {}, make("button", { type: "button", "aria-label": `Add ${exercise.id}, ${exercise.title}`, click: () => add(exercise.id) }, "Add"),
  make("span.what", {}, make("b", {}, `${exercise.id} `), exercise.title), make("span.minutes", {}, `${exercise.minutes} min`));

/**
 * An exercise made from the two drafts on show, by its kind and its seed.
 * @param {Host} host
 * @param {(id: string) => void} add
 */
function makeMaking(host, add) {
  const ids = { kind: freshId("kind"), seed: freshId("seed") }, about = make("p.quiet");
  const kind = make("select", { id: ids.kind }, ...Object.entries(KINDS).map(([value, words]) => make("option", { value }, words)));
  const seed = make("input", { id: ids.seed, type: "number", min: 1, max: 9999, step: 1, value: "1", required: true, inputMode: "numeric" });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    add(`${kind.value}-${Number(seed.value)}`);
  };
  const node = make("form.made", { submit }, make("label", { htmlFor: ids.kind }, "Make one from the two drafts above"), kind,
    make("label", { htmlFor: ids.seed }, "Seed"), seed, make("button", { type: "submit" }, "Add"), about);
  return {
    node,
    paint() {
      const bundle = host.bundle(), name = (/** @type {string} */ id) => bundle?.drafts.find(({ draft }) => draft === id)?.title ?? id;
      seed.max = String(canMake(host) ? 9999 : SEEDS_ALONE);
      tell(about, bundle ? `From “${name(bundle.old)}” and “${name(bundle.new)}”. The same seed makes the same exercise for everybody who has these two; another seed, another exercise.${canMake(host) ? "" : ` This page holds the seeds 1 to ${SEEDS_ALONE}.`}` : "");
    },
  };
}
