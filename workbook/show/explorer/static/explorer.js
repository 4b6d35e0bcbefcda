// src/host.js
var CHOICES = (
  /** @type {const} */
  ["old", "new", "objective", "theme", "section", "view"]
);
var PATIENCE = 6e4;
function fromModel(model) {
  return {
    canCompare: true,
    state: () => (
      /** @type {State} */
      Object.fromEntries(CHOICES.map((name) => [name, model.get(name)]))
    ),
    bundle: () => model.get("bundle")?.rows ? model.get("bundle") : null,
    drafts: () => model.get("drafts") ?? [],
    error: () => model.get("error") ?? "",
    choose(changes) {
      for (const [name, value] of Object.entries(changes)) model.set(name, value);
      model.save_changes();
    },
    watch(listener) {
      const heard = (
        /** @type {[string, () => void][]} */
        [
          ...CHOICES.map((name) => [`change:${name}`, () => listener("state")]),
          ["change:bundle", () => listener("bundle")],
          ["change:drafts", () => listener("bundle")],
          ["change:error", () => listener("error")]
        ]
      );
      for (const [event, hear] of heard) model.on(event, hear);
      return () => heard.forEach(([event, hear]) => model.off(event, hear));
    },
    askPlotly: () => askKernel(model)
  };
}
function askKernel(model) {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), PATIENCE);
    function hear(content, buffers) {
      if (!content?.plotly) return;
      clearTimeout(giveUp);
      model.off("msg:custom", hear);
      resolve(new Blob([
        /** @type {any} */
        buffers[0]
      ], { type: "text/javascript" }));
    }
    model.on("msg:custom", hear);
    model.send({ ask: "plotly" });
  });
}
function standAlone(bundle, chosen = {}) {
  let state = { old: bundle.old, new: bundle.new, objective: null, theme: null, section: null, view: "auto", ...chosen };
  const listeners = /* @__PURE__ */ new Set();
  return {
    canCompare: false,
    state: () => state,
    bundle: () => bundle,
    drafts: () => bundle.drafts,
    error: () => "",
    choose(changes) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener("state");
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askPlotly: async () => null
  };
}

// src/address.js
var KEPT = (
  /** @type {const} */
  ["old", "new", "objective", "theme", "section", "view"]
);
function followAddress(host) {
  const ours = !host.canCompare || Boolean(
    /** @type {any} */
    window.workbookPlotlyUrl
  );
  if (!ours) return () => void 0;
  const read = () => {
    const changes = readFragment(location.hash, host.drafts(), host.bundle());
    if (Object.keys(changes).length) host.choose(changes);
  };
  read();
  const stop = host.watch((what) => {
    if (what === "state") history.replaceState(history.state, "", writeFragment(host.state()));
  });
  window.addEventListener("hashchange", read);
  return () => {
    stop();
    window.removeEventListener("hashchange", read);
  };
}
function readFragment(fragment, drafts, bundle) {
  const ids = drafts.map((draft) => draft.draft), tags = bundle?.tags ?? [];
  const named = (objective) => tags.filter((tag) => tag.scheme === "objective" === objective).map((tag) => tag.tag);
  const known = {
    old: ids,
    new: ids,
    objective: named(true),
    theme: named(false),
    section: (bundle?.sections ?? []).map((each) => each.section),
    view: ["auto", "chart", "table"]
  };
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return Object.fromEntries([...given].filter(([name, value]) => known[name]?.includes(value)));
}
function writeFragment(state) {
  const chosen = KEPT.filter((name) => state[name] !== null && state[name] !== "auto");
  return `#${new URLSearchParams(chosen.map((name) => [name, String(state[name])]))}`;
}

// src/counting.js
var FILTERS = (
  /** @type {const} */
  ["objective", "theme", "section"]
);
function valuesOf(row, filter) {
  if (filter === "section") return [row.section];
  return row.tags.filter((tag) => tag.scheme === "objective" === (filter === "objective")).map((tag) => tag.tag);
}
function passes(row, state, except) {
  return FILTERS.every((filter) => {
    const chosen = state[filter];
    return filter === except || chosen === null || valuesOf(row, filter).includes(chosen);
  });
}
var countParagraphs = (rows) => new Set(rows.map((row) => row.paragraph)).size;
function countValues(rows, state, filter) {
  const found = /* @__PURE__ */ new Map();
  for (const row of rows) {
    if (!passes(row, state, filter)) continue;
    for (const value of valuesOf(row, filter)) {
      found.set(value, (found.get(value) ?? /* @__PURE__ */ new Set()).add(row.paragraph));
    }
  }
  return new Map([...found].map(([value, paragraphs]) => [value, paragraphs.size]));
}
function summarize(bundle) {
  const fates = [
    ["unchanged", ["same"]],
    ["edited", ["edited"]],
    ["from splits", ["split"]],
    ["merged", ["merged"]],
    ["new", ["inserted"]],
    ["gone", ["deleted"]]
  ].map(([name, relations]) => {
    const rows = bundle.rows.filter((row) => relations.includes(row.relation));
    return (
      /** @type {[string, number]} */
      [
        /** @type {string} */
        name,
        countParagraphs(rows)
      ]
    );
  });
  const moved = countParagraphs(bundle.rows.filter((row) => row.moved && row.relation !== "split"));
  const told = fates.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  if (moved) told.push(`${moved} of these moved`);
  return `${countParagraphs(bundle.rows)} paragraphs: ${told.join(", ")}`;
}
function percent(share) {
  if (share === null) return "";
  if (share > 0 && share < 5e-3) return "<1%";
  return `${Math.round(share * 100)}%`;
}

// src/dom.js
function make(name, traits = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.className = classes.join(" ");
  for (const [key, value] of Object.entries(traits)) {
    if (value === void 0 || value === null) continue;
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key.includes("-") || key === "role") element.setAttribute(key, String(value));
    else element[key] = value;
  }
  element.append(.../** @type {(Node|string)[]} */
  children.filter(Boolean));
  return element;
}
var unseen = (words) => make("span.unseen", {}, words);
var made = 0;
var freshId = (stem) => `workbook-${stem}-${made += 1}`;
function tell(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

// src/choices.js
function makeChoices(host) {
  const old = makeSelect("From", (draft) => host.choose({ old: draft }), !host.canCompare);
  const neu = makeSelect("to", (draft) => host.choose({ new: draft }), !host.canCompare);
  const swap = make("button.swap", {
    type: "button",
    click: () => host.choose({ old: host.state().new, new: host.state().old })
  }, make("span", { "aria-hidden": "true" }, "⇄"), " swap");
  swap.hidden = !host.canCompare;
  const summary = make("p.summary", { role: "status" });
  const error = make("p.error", { role: "alert" });
  const cautions = make("div.cautions");
  const node = make("header.head", {}, make("h2", {}, "GCM drafts workbook"), make("div.drafts", {}, old.node, swap, neu.node), error, cautions, summary);
  return {
    node,
    paint(busy) {
      const state = host.state(), bundle = host.bundle(), drafts = host.drafts();
      old.paint(drafts, state.old);
      neu.paint(drafts, state.new);
      paintError(error, host);
      cautions.replaceChildren(...listCautions(drafts, bundle ? [bundle.old, bundle.new] : [state.old, state.new]));
      tell(summary, busy ? "Comparing …" : bundle ? summarize(bundle) : "");
    }
  };
}
function makeSelect(words, choose, fixed) {
  const id = freshId("draft");
  const select = make("select", { id, change: () => choose(select.value) });
  const name = make("strong");
  select.hidden = !(name.hidden = !fixed);
  const node = make("div.draft", {}, make("label", { htmlFor: id }, words), select, name);
  let listed = "";
  return {
    node,
    /** @param {Draft[]} drafts @param {string} chosen */
    paint(drafts, chosen) {
      const all = drafts.some((draft) => draft.draft === chosen) || !chosen ? drafts : [...drafts, { draft: chosen, title: chosen, date: "", status: "", caution: "" }];
      const list = JSON.stringify(all);
      if (list !== listed) {
        select.replaceChildren(...all.map((draft) => make("option", { value: draft.draft }, nameDraft(draft))));
        listed = list;
      }
      select.value = chosen;
      tell(name, select.selectedOptions[0]?.textContent ?? chosen);
    }
  };
}
var nameDraft = (draft) => [draft.title, draft.status !== "as issued" && draft.status].filter(Boolean).join(" · ");
function paintError(node, host) {
  const message = host.error(), bundle = host.bundle();
  const titles = Object.fromEntries(host.drafts().map((draft) => [draft.draft, draft.title]));
  const shown = message && bundle ? ` Still on show: ${titles[bundle.old] ?? bundle.old} to ${titles[bundle.new] ?? bundle.new}.` : "";
  tell(node, message + shown);
  node.hidden = !message;
}
function listCautions(drafts, shown) {
  const told = /* @__PURE__ */ new Map();
  for (const id of new Set(shown)) {
    const draft = drafts.find((each) => each.draft === id);
    if (draft?.caution) told.set(draft.caution, [...told.get(draft.caution) ?? [], draft.title]);
  }
  return [...told].map(([caution, titles]) => make("p.caution", { role: "note" }, make("strong", {}, `${titles.join(" and ")}: `), make("span", {}, caution)));
}

// src/filters.js
var NAMES = { objective: "Objective", theme: "Theme", section: "Section" };
function makeFilters(host) {
  const parts = FILTERS.map((filter) => makeFilter(host, filter));
  const clear = make("button.clear", {
    type: "button",
    click: () => host.choose({ objective: null, theme: null, section: null })
  }, "Clear filters");
  const caption = make("span.chosen");
  let roomy = null;
  const fold = make("details.filters", {}, make("summary", {}, "Filters", caption), ...parts.map((part) => part.node), clear);
  return {
    node: fold,
    fill: () => parts.forEach((part) => part.fill()),
    /** Open where there is room, folded where there is none; what a person does in between holds. */
    unfold(wide) {
      if (wide !== roomy) fold.open = roomy = wide;
    },
    paint() {
      const state = host.state();
      const active = FILTERS.filter((filter) => state[filter] !== null).length;
      clear.disabled = !active;
      tell(caption, active ? `${active} chosen` : "");
      parts.forEach((part) => part.paint());
    }
  };
}
function makeFilter(host, filter) {
  const id = freshId(filter);
  const select = make("select", {
    id,
    "aria-describedby": `${id}-count`,
    change: () => host.choose({ [filter]: select.selectedIndex ? select.value : null })
  });
  const count = make("p.count", { id: `${id}-count` });
  const node = make("div.filter", {}, make("label", { htmlFor: id }, NAMES[filter]), select, count);
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (bundle) select.replaceChildren(make("option", {}, "All"), ...listOptions(bundle, filter));
    },
    paint() {
      const bundle = host.bundle(), state = host.state();
      if (!bundle) return;
      const counts = countValues(bundle.rows, state, filter), chosen = state[filter];
      for (const option of select.querySelectorAll("option[data-name]")) {
        tell(option, `${option.dataset.name} (${counts.get(option.value) ?? 0})`);
      }
      const index = [...select.options].findIndex((option, at) => at > 0 && option.value === chosen);
      select.selectedIndex = Math.max(index, 0);
      const found = bundle.rows.filter((row) => chosen === null || valuesOf(row, filter).includes(chosen));
      tell(count, `${countParagraphs(found)} of ${countParagraphs(bundle.rows)} paragraphs`);
      node.classList.toggle("active", chosen !== null);
    }
  };
}
function listOptions(bundle, filter) {
  const option = (value, name) => make("option", { value, "data-name": name }, name);
  if (filter === "section") return bundle.sections.map((each) => option(each.section, each.short));
  const options = (scheme) => bundle.tags.filter((term) => term.scheme === scheme).map((term) => option(term.tag, term.short));
  if (filter === "objective") return options("objective");
  return [["Guiding principles", "principle"], ["Topics", "theme"]].map(([label, scheme]) => make("optgroup", { label }, ...options(scheme)));
}

// src/look.js
var system = window.matchMedia("(prefers-color-scheme: dark)");
function currentLook() {
  const { voila, jpThemeLight } = document.body.dataset;
  const dark = !voila && jpThemeLight ? jpThemeLight === "false" : system.matches;
  return dark ? "dark" : "light";
}
function watchLook(listener) {
  const theme = new MutationObserver(listener);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", listener);
  return () => {
    theme.disconnect();
    system.removeEventListener("change", listener);
  };
}

// src/plotly.js
var loading = null;
function loadPlotly(host) {
  loading ??= fetchPlotly(host).catch(() => null).then((plotly) => {
    if (!plotly) loading = null;
    return plotly;
  });
  return loading;
}
async function fetchPlotly(host) {
  const page = (
    /** @type {any} */
    window
  );
  if (page.Plotly) return page.Plotly;
  if (page.workbookPlotlyUrl) {
    await runScript(page.workbookPlotlyUrl).catch(() => void 0);
    if (page.Plotly) return page.Plotly;
  }
  const blob = await host.askPlotly();
  if (!blob) return null;
  const url = URL.createObjectURL(blob);
  await runScript(url).finally(() => URL.revokeObjectURL(url));
  return page.Plotly ?? null;
}
function runScript(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });
}

// src/heatmap.js
var CELL = 29;
function makeHeatmap(host, pick) {
  const canvas = make("div.canvas", { role: "img", "aria-label": "Heatmap of the share of words changed, by objective and section. The table has the same numbers." });
  const note = make("p.note", {}, "The chart is loading …");
  const node = make("div.heatmap", {}, note, canvas);
  let plotly = null;
  let width = 0, drawn = "";
  let shown = null;
  async function draw() {
    const bundle = host.bundle();
    if (!bundle || node.hidden || !node.isConnected) return;
    plotly ??= await loadPlotly(host);
    if (!plotly) return tell(note, "The chart could not be loaded; the table says the same.");
    const look = currentLook(), template = bundle.templates[look];
    const shapes = frameCell(bundle.figure.data[0].customdata, host.state(), template);
    const columns = bundle.figure.data[0].x.length, crowded = node.clientWidth / (columns + 6) < CELL;
    if (shown === bundle && drawn === `${look} ${crowded}`) return plotly.relayout(canvas, { shapes });
    shown = bundle;
    drawn = `${look} ${crowded}`;
    const { data, layout } = structuredClone(bundle.figure);
    Object.assign(layout, { template, shapes });
    if (crowded) data[0].texttemplate = "";
    const settings = { displaylogo: false, modeBarButtonsToRemove: ["autoScale2d", "zoom2d", "pan2d"], toImageButtonOptions: { filename: "changes", scale: 2 } };
    await plotly.react(canvas, data, layout, settings);
    note.hidden = true;
    if (canvas.dataset.heard) return;
    canvas.dataset.heard = "yes";
    canvas.on("plotly_click", (event) => pick(...cellOf(event)));
  }
  const watcher = new ResizeObserver(() => {
    if (!node.clientWidth || node.clientWidth === width) return;
    width = node.clientWidth;
    if (plotly && canvas.dataset.heard) plotly.Plots.resize(canvas);
    draw();
  });
  watcher.observe(node);
  return {
    node,
    paint: draw,
    close() {
      watcher.disconnect();
      if (plotly) plotly.purge(canvas);
    }
  };
}
var cellOf = (event) => event.points[0].customdata;
function frameCell(cells, { objective, section }, template) {
  if (!cells.length || objective === null && section === null) return [];
  const x = objective === null ? -1 : cells[0].findIndex(([tag]) => tag === objective);
  const y = section === null ? -1 : cells.findIndex(([first]) => first[1] === section);
  if (objective !== null && x < 0 || section !== null && y < 0) return [];
  return [{
    type: "rect",
    x0: x < 0 ? -0.5 : x - 0.5,
    x1: x < 0 ? cells[0].length - 0.5 : x + 0.5,
    y0: y < 0 ? -0.5 : y - 0.5,
    y1: y < 0 ? cells.length - 0.5 : y + 0.5,
    line: { width: 2.5, color: template.layout.font.color }
  }];
}

// src/card.js
function makeCard(row, bundle, host) {
  const body = [
    make("p.text", {}, ...row.spans.flatMap(drawSpan)),
    make("div.margin", {}, row.tags.length > 0 && drawTags(row, bundle, host), drawEvidence(row, bundle))
  ];
  const same = row.relation === "same";
  const card = same ? make("details.body", {}, make("summary", {}, drawRelation(row), make("span.opening", {}, opening(row))), ...body) : make("div.body", {}, drawRelation(row), ...body);
  return make("article.card", { "data-relation": row.relation, "aria-label": tellLabels(row) }, drawLabels(row), card);
}
var PARTED = ["split", "merged"];
function tellLabels(row) {
  if (row.relation === "deleted") return `Old paragraph ${row.old_label || "without a number"}`;
  return `Paragraph ${row.new_label || "without a number"}`;
}
function drawLabels(row) {
  const label = row.relation === "deleted" ? row.old_label : row.new_label;
  const was = row.relation !== "deleted" && row.old_label && row.old_label !== row.new_label;
  return make(
    "div.labels",
    {},
    row.relation === "deleted" ? make("del.label", {}, label || "¶") : make("span.label", {}, label || "¶"),
    was && make("span.was", {}, `${PARTED.includes(row.relation) ? "from" : "was"} ${row.old_label}`)
  );
}
function drawRelation(row) {
  const amount = row.words_changed ? `${row.words_changed} of ${row.words_all} words` : "";
  return make(
    "span.fate",
    {},
    make("span.relation", {}, [row.words, ...row.links].join("; ")),
    amount && row.relation !== "inserted" && row.relation !== "deleted" && make("span.amount", {}, amount)
  );
}
var opening = (row) => row.spans.map((span) => span.new).join("").slice(0, 160);
function drawSpan(span) {
  if (span.op === "equal") return [span.new];
  const inserted = mark("ins", "inserted", span.new, span.form);
  if (!span.new || !span.old) return [...mark("del", "deleted", span.old, span.form), ...inserted];
  const between = span.form || /^\s/.test(span.new) ? "" : " ";
  return [...mark("del", "deleted", span.old.trimEnd(), span.form), between, ...inserted];
}
function mark(name, said, text, form) {
  if (!text) return [];
  const [, before, words, after] = (
    /** @type {string[]} */
    text.match(/^(\s*)([^]*?)(\s*)$/)
  );
  if (!words) return [text];
  const marked = form ? make(`${name}.form`, { "aria-hidden": name === "del" ? "true" : null }, words) : make(name, {}, unseen(`[${said}: `), words, unseen("] "));
  return [before, marked, after];
}
function drawTags(row, bundle, host) {
  return make("ul.tags", { "aria-label": "Tags" }, ...row.tags.map(({ scheme, tag, matches }) => {
    const filter = scheme === "objective" ? "objective" : "theme";
    const chip = make("button.chip", {
      type: "button",
      "data-scheme": scheme,
      title: `Found by: ${matches.join(", ")}`,
      click: () => host.choose({ [filter]: host.state()[filter] === tag ? null : tag })
    }, nameTag(bundle, tag));
    return make("li", {}, chip);
  }));
}
var nameTag = (bundle, tag) => bundle.tags.find((term) => term.tag === tag)?.short ?? tag;
function drawEvidence(row, bundle) {
  const found = row.tags.flatMap(({ tag, matches }) => [
    make("dt", {}, nameTag(bundle, tag)),
    make("dd", {}, matches.map((match) => `“${match}”`).join(", "))
  ]);
  if (!row.matched_by && !found.length) return null;
  return make(
    "details.evidence",
    {},
    make("summary", {}, "evidence"),
    make("dl", {}, ...row.matched_by ? [make("dt", {}, "Paired by"), make("dd", {}, row.matched_by)] : [], ...found)
  );
}

// src/marks.js
var NAME = "workbook-match";
function makeMarks() {
  const registry = (
    /** @type {any} */
    CSS.highlights
  ), kind = (
    /** @type {any} */
    window.Highlight
  );
  if (!registry || !kind) return () => void 0;
  if (!registry.has(NAME)) registry.set(NAME, new kind());
  const all = registry.get(NAME);
  let mine = [];
  return (cards, state) => {
    for (const range of mine) all.delete(range);
    mine = cards.flatMap(({ row, node }) => {
      const chosen = row.tags.filter(({ tag }) => tag === state.objective || tag === state.theme);
      return chosen.length ? findWords(node, chosen.flatMap((tag) => tag.matches)) : [];
    });
    for (const range of mine) all.add(range);
  };
}
function findWords(card, words) {
  const text = card.querySelector(".text");
  if (!text) return [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest("del, .unseen")) continue;
    const start = whole.length;
    whole += node.textContent;
    nodes.push({ node, start, end: whole.length });
  }
  const ranges = [];
  for (const word of new Set(words)) {
    for (let at = whole.indexOf(word); word && at >= 0; at = whole.indexOf(word, at + word.length)) {
      ranges.push(...nodes.flatMap(({ node, start, end }) => cover(node, at - start, at + word.length - start, end - start)));
    }
  }
  return ranges;
}
function cover(node, from, to, length) {
  if (to <= 0 || from >= length) return [];
  const range = document.createRange();
  range.setStart(node, Math.max(from, 0));
  range.setEnd(node, Math.min(to, length));
  return [range];
}

// src/redlines.js
function makeRedlines(host) {
  const title = make("h3.found", { "aria-live": "polite", tabIndex: -1 });
  const clear = make("button.clear", {
    type: "button",
    click: () => {
      host.choose({ objective: null, theme: null, section: null });
      title.focus();
    }
  }, "clear");
  const list = make("div.cards");
  const node = make("section.redlines", {}, make("div.bar", {}, title, clear), list);
  let cards = [];
  const mark2 = makeMarks();
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (!bundle) return;
      cards = groupRows(bundle).flatMap(({ heading, rows }) => {
        const group = make("section.group", {}, make("h4", {}, heading));
        return rows.map((row) => ({ row, group, node: makeCard(row, bundle, host) }));
      });
      for (const card of cards) card.group.append(card.node);
      list.replaceChildren(...new Set(cards.map((card) => card.group)));
    },
    paint() {
      const state = host.state(), bundle = host.bundle();
      if (!bundle) return;
      for (const card of cards) card.node.hidden = !passes(card.row, state);
      const shown = cards.filter((card) => !card.node.hidden);
      const groups = new Set(shown.map((card) => card.group));
      for (const card of cards) card.group.hidden = !groups.has(card.group);
      mark2(shown, state);
      clear.hidden = shown.length === cards.length;
      tell(title, tellFound(bundle, state, shown.map((card) => card.row)));
    }
  };
}
function tellFound(bundle, state, rows) {
  const count = `${countParagraphs(rows)} of ${countParagraphs(bundle.rows)} paragraphs`;
  const name = (tag) => bundle.tags.find((term) => term.tag === tag)?.short;
  const section = bundle.sections.find((each) => each.section === state.section)?.short;
  const chosen = [
    state.objective !== null && `objective ${name(state.objective) ?? state.objective}`,
    state.theme !== null && (name(state.theme) ?? state.theme),
    state.section !== null && (section ?? state.section)
  ];
  const told = chosen.filter(Boolean).join(" · ");
  return told ? `${count}: ${told}` : count;
}
function groupRows(bundle) {
  const groups = [];
  for (const row of bundle.rows) {
    if (groups.at(-1)?.section !== row.section) {
      groups.push({ section: row.section, heading: row.section || "Opening", rows: [] });
    }
    groups[groups.length - 1].rows.push(row);
  }
  return groups;
}

// src/table.js
var STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -99], End: [0, 99] };
function makeTable(host, pick) {
  const node = make("div.grid");
  let cells = [];
  const find = (event) => {
    const cell = (
      /** @type {HTMLElement} */
      event.target.closest("td")
    );
    const row = cells.findIndex((each) => each.includes(
      /** @type {any} */
      cell
    ));
    return row < 0 ? null : { row, column: cells[row].indexOf(
      /** @type {any} */
      cell
    ) };
  };
  const choose = ({ row, column }) => {
    const { tag, section } = cells[row][column].dataset;
    pick(tag ?? "", section ?? "");
  };
  node.addEventListener("click", (event) => {
    const place = find(event);
    if (place) choose(place);
  });
  node.addEventListener("keydown", (event) => {
    const place = find(event), step = STEPS[event.key];
    if (!place || !step && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    if (!step) return choose(place);
    walk(cells, place.row + step[0], place.column + step[1]);
  });
  return {
    node,
    fill() {
      const bundle = host.bundle();
      if (!bundle) return;
      const table = drawTable(bundle);
      cells = [...table.tBodies[0].rows].map((row) => (
        /** @type {HTMLElement[]} */
        [...row.querySelectorAll("td")]
      ));
      if (cells[0]?.[0]) cells[0][0].tabIndex = 0;
      node.replaceChildren(table);
    },
    paint() {
      const { objective, section } = host.state();
      for (const cell of cells.flat()) {
        const chosen = cell.dataset.tag === objective && cell.dataset.section === section;
        cell.setAttribute("aria-selected", String(chosen));
      }
    }
  };
}
function walk(cells, row, column) {
  const next = cells[Math.min(Math.max(row, 0), cells.length - 1)];
  const cell = next[Math.min(Math.max(column, 0), next.length - 1)];
  for (const each of cells.flat()) each.tabIndex = each === cell ? 0 : -1;
  cell.focus();
}
function drawTable(bundle) {
  const counts = new Map(bundle.counts.map((count) => [JSON.stringify([count.tag, count.section]), count]));
  const head = make(
    "tr",
    {},
    make("th", { scope: "col" }, "Objective"),
    ...bundle.sections.map((each) => make("th", { scope: "col", title: each.section }, each.short))
  );
  const body = bundle.tags.filter((term) => term.scheme === "objective").map((term) => make("tr", {}, make("th", { scope: "row", title: term.title }, term.short), ...bundle.sections.map((each) => drawCell(counts.get(JSON.stringify([term.tag, each.section])), term.tag, each.section))));
  return make(
    "table",
    { role: "grid" },
    make("caption", {}, "Share of words changed. Arrow keys walk the cells, Enter selects one."),
    make("thead", {}, head),
    make("tbody", {}, ...body)
  );
}
function drawCell(count, tag, section) {
  const told = count?.paragraphs ? `${count.words_in + count.words_out} of ${count.words_old + count.words_new} words, ${count.touched} of ${count.paragraphs} paragraphs` : "no paragraph";
  const share = count?.share ?? null;
  const cell = make("td", {
    role: "gridcell",
    tabIndex: -1,
    title: told,
    "data-tag": tag,
    "data-section": section,
    "aria-label": share === null ? told : `${percent(share)}: ${told}`
  }, percent(share));
  cell.style.setProperty("--share", String(share ?? 0));
  return cell;
}

// src/page.js
var ROOM = 720;
function mount(host, element) {
  const pick = (tag, section) => {
    const { objective, section: chosen } = host.state();
    const again = objective === tag && chosen === section;
    host.choose(again ? { objective: null, section: null } : { objective: tag, section });
  };
  const choices = makeChoices(host), filters = makeFilters(host), redlines = makeRedlines(host);
  const table = makeTable(host, pick), heatmap = makeHeatmap(host, pick), toggle = makeToggle(host);
  const where = make(
    "section.where",
    { "aria-label": "Where the words changed" },
    make(
      "div.bar",
      {},
      make("h3", {}, "Where the words changed ", make("span.unit", {}, "share of all words put in or taken out")),
      toggle.node
    ),
    heatmap.node,
    table.node
  );
  const root = make(
    "div.workbook-explorer",
    {},
    choices.node,
    make("div.body", {}, make("aside.side", {}, filters.node), make("div.main", {}, where, redlines.node))
  );
  let busy = false, wide = false;
  function paint() {
    root.dataset.look = currentLook();
    root.setAttribute("aria-busy", String(busy));
    const wanted = host.state().view;
    wide = root.clientWidth >= ROOM;
    const view = wanted === "auto" ? wide ? "chart" : "table" : wanted;
    heatmap.node.hidden = view !== "chart";
    table.node.hidden = view !== "table";
    filters.unfold(wide);
    toggle.paint(view);
    choices.paint(busy);
    for (const part of [filters, table, redlines]) part.paint();
    requestAnimationFrame(() => setTimeout(heatmap.paint));
  }
  function fill() {
    for (const part of [filters, table, redlines]) part.fill();
  }
  const stop = host.watch((what) => {
    const { old, new: neu } = host.state(), bundle = host.bundle();
    busy = !host.error() && Boolean(bundle) && (bundle?.old !== old || bundle?.new !== neu);
    if (what === "bundle") fill();
    paint();
  });
  const width = new ResizeObserver(() => {
    const now = root.clientWidth >= ROOM;
    if (root.clientWidth && now !== wide) paint();
  });
  const unwatchLook = watchLook(paint), unfollow = followAddress(host);
  element.replaceChildren(root);
  fill();
  paint();
  width.observe(root);
  return () => {
    stop();
    unfollow();
    unwatchLook();
    width.disconnect();
    heatmap.close();
  };
}
function makeToggle(host) {
  const buttons = (
    /** @type {const} */
    ["chart", "table"].map((view) => make("button", { type: "button", "data-view": view, click: () => host.choose({ view }) }, view))
  );
  return {
    node: make("div.toggle", { role: "group", "aria-label": "Show as" }, ...buttons),
    /** @param {string} view */
    paint: (view) => buttons.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.view === view)))
  };
}

// src/index.js
var render = ({ model, el }) => mount(fromModel(model), el);
var index_default = { render };
export {
  index_default as default,
  mount,
  standAlone
};
