"use strict";
(() => {
  // src/searching.js
  var ALIKE = ["'’‘", '"“”', "-‐‑–"];
  function makePattern(words) {
    const parts = words.trim().split(/\s+/u).filter(Boolean);
    return parts.length ? new RegExp(parts.map((part) => [...part].map(writeSign).join("")).join("\\s+"), "giu") : null;
  }
  function writeSign(sign) {
    const alike = ALIKE.find((signs) => signs.includes(sign));
    return alike ? `[${alike.replace("-", "\\-")}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
  }
  var texts = /* @__PURE__ */ new WeakMap();
  function textsOf(row) {
    let found = texts.get(row);
    if (!found) {
      const side = (at) => row.spans.map((span2) => typeof span2 === "string" ? span2 : span2[at]).join("");
      texts.set(row, found = [side(0), side(1)]);
    }
    return found;
  }
  var holds = (row, pattern) => !pattern || textsOf(row).some((text) => text.search(pattern) >= 0);

  // src/state.js
  var DEFAULTS = {
    objective: null,
    theme: null,
    section: null,
    change: null,
    hand: null,
    words: "",
    changed_only: false,
    map: "objective",
    measure: "share",
    view: "auto",
    reading: "inline",
    struck: false,
    paragraph: ""
  };
  var CHOICES = (
    /** @type {(keyof State)[]} */
    ["old", "new", ...Object.keys(DEFAULTS)]
  );
  var FILTERS = (
    /** @type {const} */
    ["objective", "theme", "section", "change", "hand", "words", "changed_only"]
  );
  var NO_FILTERS = (
    /** @type {Partial<State>} */
    Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]]))
  );
  var CLOSED = {
    change: ["same", "edited", "parted", "moved", "renumbered", "new", "gone", "fragment", "reused"],
    map: ["objective", "theme", "principle", "similarity"],
    measure: ["share", "words_in", "words_out", "touched"],
    view: ["auto", "chart", "table"],
    reading: ["inline", "beside"]
  };
  var isSet = (state, filter) => typeof state[filter] === "string" && filter === "words" ? state.words.trim() !== "" : state[filter] !== DEFAULTS[filter];

  // src/counting.js
  var hasChanged = (row) => row.kinds.some((kind) => kind !== "same");
  var nameRow = (row) => `${row.old_position ?? ""}-${row.new_position ?? ""}`;
  var subjectOf = (row) => row.new_position === null ? `old ${row.old_position}` : `new ${row.new_position}`;
  var countParagraphs = (rows) => new Set(rows.map(subjectOf)).size;
  var known = /* @__PURE__ */ new WeakMap();
  function valuesOf(row, bundle2) {
    let values = known.get(row);
    if (!values) {
      const tags = row.tags.map(([at]) => bundle2.tags[at]);
      const objective = tags.filter((tag) => tag.scheme === "objective").map((tag) => tag.tag);
      const theme = tags.filter((tag) => tag.scheme !== "objective").map((tag) => tag.tag);
      known.set(row, values = { objective, theme, section: [row.section], change: row.kinds, hand: row.hands });
    }
    return values;
  }
  function passes(row, bundle2, state, filter, pattern) {
    if (!isSet(state, filter)) return true;
    if (filter === "words") return holds(row, pattern);
    if (filter === "changed_only") return hasChanged(row);
    return valuesOf(row, bundle2)[filter].includes(
      /** @type {string} */
      state[filter]
    );
  }
  var judged = { bundle: null, key: "", failed: [] };
  var countChanged = (bundle2) => countParagraphs(bundle2.rows.filter(hasChanged));
  function judge(bundle2, state) {
    const key = JSON.stringify(FILTERS.map((filter) => state[filter]));
    if (judged.bundle !== bundle2 || judged.key !== key) {
      const pattern = makePattern(state.words);
      judged = { bundle: bundle2, key, failed: bundle2.rows.map((row) => FILTERS.filter((filter) => !passes(row, bundle2, state, filter, pattern))) };
    }
    return judged.failed;
  }
  function chosenRows(bundle2, state, without) {
    const failed = judge(bundle2, state);
    return bundle2.rows.filter((_row, at) => failed[at].every((filter) => filter === without));
  }
  function countValues(bundle2, state, filter) {
    const found = /* @__PURE__ */ new Map();
    for (const row of chosenRows(bundle2, state, filter)) {
      for (const value of valuesOf(row, bundle2)[filter]) found.set(value, [...found.get(value) ?? [], row]);
    }
    return new Map([...found].map(([value, rows]) => [value, countParagraphs(rows)]));
  }
  function countAlone(bundle2, state, filter) {
    const failed = judge(bundle2, state);
    return countParagraphs(bundle2.rows.filter((_row, at) => !failed[at].includes(filter)));
  }
  function summarize(bundle2) {
    const fates = Object.entries({ same: "unchanged", edited: "edited", split: "from splits", merged: "merged", inserted: "new" });
    const told = fates.map(([relation, name]) => (
      /** @type {const} */
      [name, countParagraphs(bundle2.rows.filter((row) => row.relation === relation))]
    )).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
    const gone = countGone(bundle2.rows), all = countParagraphs(bundle2.rows) - gone;
    const moved = countParagraphs(bundle2.rows.filter((row) => row.kinds.includes("moved")));
    return [
      `${nameNumber(all)} in the newer draft${told.length ? `: ${told.join(", ")}` : ""}.`,
      moved && `Of these ${all}, ${moved} moved.`,
      gone && `${nameNumber(gone)} of the older draft ${gone === 1 ? "is" : "are"} gone.`
    ].filter(Boolean).join(" ");
  }
  var nameNumber = (count) => `${count} ${count === 1 ? "paragraph" : "paragraphs"}`;
  var countGone = (rows) => countParagraphs(rows.filter((row) => row.new_position === null));
  var changesBetween = (one, other) => CHOICES.filter((name) => one[name] !== other[name]);
  function percent(share) {
    if (share === null) return "";
    if (share > 0 && share < 5e-3) return "<1%";
    return `${Math.round(share * 100)}%`;
  }

  // src/address.js
  var SMALL = ["words", "paragraph"];
  function followAddress(host, warn) {
    if (!host.ours) return () => void 0;
    let last2 = host.state(), step = "";
    const read2 = () => {
      const { changes, trouble } = readFragment(location.hash, host.drafts());
      last2 = { ...host.state(), ...changes };
      step = "";
      warn(trouble);
      host.choose(changes);
    };
    if (location.hash.length > 1) read2();
    const stop = host.watch((what) => {
      if (what !== "state") return;
      const state = host.state(), names = changesBetween(last2, state);
      if (!names.length) return;
      const now = names.length === 1 && SMALL.includes(names[0]) ? names[0] : "";
      const write = now && now === step ? "replaceState" : "pushState";
      [last2, step] = [state, now];
      if (writeFragment(state) !== location.hash) history[write](history.state, "", writeFragment(state));
    });
    window.addEventListener("popstate", read2);
    return () => {
      stop();
      window.removeEventListener("popstate", read2);
    };
  }
  function readFragment(fragment, drafts) {
    const known2 = drafts.map((draft) => draft.draft);
    const changes = { ...DEFAULTS };
    const gone = [], strange = [];
    for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
      const closed = (
        /** @type {Record<string, string[]>} */
        CLOSED[name]
      );
      if (name === "old" || name === "new") known2.includes(value) ? changes[name] = value : gone.push(value);
      else if (!CHOICES.includes(
        /** @type {any} */
        name
      ) || closed && !closed.includes(value)) strange.push(`${name}=${value}`);
      else changes[name] = typeof DEFAULTS[
        /** @type {keyof typeof DEFAULTS} */
        name
      ] === "boolean" ? value === "yes" : value;
    }
    return { changes, trouble: describeTrouble(gone, strange) };
  }
  function describeTrouble(gone, strange) {
    const told = [];
    if (gone.length) {
      told.push(`This address asks for ${gone.map((draft) => `“${draft}”`).join(" and ")}, and no draft of that name is here. Its other choices are kept: choose the drafts above, or ask whoever sent the address for the file.`);
    }
    if (strange.length) {
      told.push(`This address was written by another version of the workbook: ${strange.map((part) => `“${part}”`).join(", ")} has no meaning here and is left out. The rest is as it asks; choose what is missing by hand.`);
    }
    return told.join(" ");
  }
  function writeFragment(state) {
    const chosen = CHOICES.filter((name) => name === "old" || name === "new" || state[name] !== DEFAULTS[name]);
    return `#${new URLSearchParams(chosen.map((name) => [name, state[name] === true ? "yes" : String(state[name])]))}`;
  }

  // src/kernel.js
  var STAYS = "What you see stays readable, and filters, search and charts go on working.";
  var SAID = {
    dead: `The workbook's engine has stopped. ${STAYS} To compare other drafts, reload the page: the address keeps what you chose. In a notebook, run the cell again.`,
    disconnected: `The connection to the workbook is lost. ${STAYS} Start the workbook again if you closed it, then reload the page: the address keeps what you chose.`,
    connecting: `The connection to the workbook is lost; trying to get it back. ${STAYS} Only another pair of drafts has to wait.`,
    late: `The workbook's engine has not answered yet. ${STAYS} Only another pair of drafts has to wait.`
  };

  // src/host.js
  function standAlone(bundle2, { pages: pages2 = {}, find, askPlotly: askPlotly2 = async () => null } = {}) {
    let state = { old: bundle2.old, new: bundle2.new, ...DEFAULTS };
    const listeners = /* @__PURE__ */ new Set();
    const tell2 = (what) => listeners.forEach((listener) => listener(what));
    const isOther = (asked) => asked.old !== bundle2.old || asked.new !== bundle2.new;
    async function seek(find2, asked) {
      const found = await find2(asked.old, asked.new);
      if (!found || state.old !== asked.old || state.new !== asked.new) return;
      bundle2 = found;
      tell2("bundle");
    }
    return {
      canCompare: Boolean(find) || Object.keys(pages2).length > 1,
      ours: true,
      state: () => state,
      bundle: () => bundle2,
      drafts: () => bundle2.drafts,
      error: () => "",
      lost: () => "",
      keeps: () => "",
      trouble: () => "",
      remarks: () => [],
      act: async () => ({ error: "Nothing can be changed in a page without the workbook." }),
      choose(changes) {
        const asked = { ...state, ...changes };
        const page = pages2[JSON.stringify([asked.old, asked.new])];
        if (page && isOther(asked)) return location.assign(page + writeFragment(asked));
        const turned = asked.old !== state.old || asked.new !== state.new;
        state = find ? asked : { ...asked, old: bundle2.old, new: bundle2.new };
        tell2("state");
        if (find && turned && isOther(asked)) seek(find, asked);
      },
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      askPlotly: askPlotly2
    };
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
  function sightOf(element) {
    const box = element.closest(".boxed")?.getBoundingClientRect();
    return box ? { top: box.top, height: box.height } : { top: 0, height: window.innerHeight };
  }
  var unseen = (words) => make("span.unseen", {}, words);
  var capitalize = (words) => `${words[0].toUpperCase()}${words.slice(1)}`;
  var made = 0;
  var freshId = (stem) => `workbook-${stem}-${made += 1}`;
  function tell(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  // src/drafts.js
  var GROUPS = { reconstructed: "Readings, reconstructed", "as issued": "As issued", flattened: "As printed", "": "Others" };
  function makeDraft(words, choose, fixed) {
    const id = freshId("draft");
    const about = make("p.about", { id: `${id}-about` });
    const select = make("select", { id, "aria-describedby": about.id, change: () => choose(select.value) });
    const name = make("strong");
    select.hidden = !(name.hidden = !fixed);
    const node = make("div.draft", {}, make("label", { htmlFor: id }, words), select, name, about);
    let listed = "";
    return {
      node,
      /** @param {Draft[]} drafts @param {string} chosen */
      paint(drafts, chosen) {
        const all = drafts.some((draft) => draft.draft === chosen) || !chosen ? drafts : [...drafts, { draft: chosen, title: chosen, date: "", status: "", about: "", caution: "" }];
        const list = JSON.stringify(all);
        if (list !== listed) select.replaceChildren(...listDrafts(all));
        listed = list;
        select.value = chosen;
        tell(name, select.selectedOptions[0]?.textContent ?? chosen);
        const said = all.find((draft) => draft.draft === chosen)?.about ?? "";
        tell(about, said === chosen ? "" : said);
      }
    };
  }
  function listDrafts(drafts) {
    const option = (draft) => make("option", { value: draft.draft }, nameDraft(draft));
    const groups = Object.entries(GROUPS).map(([status, label]) => ({ label, own: drafts.filter((draft) => draft.status === status || !status && !(draft.status in GROUPS)) })).filter(({ own }) => own.length);
    if (groups.length < 2) return drafts.map(option);
    return groups.map(({ label, own }) => make("optgroup", { label }, ...own.map(option)));
  }
  function nameDraft({ title, status }) {
    const plain = !status || status === "as issued" || title.toLowerCase().includes(status);
    return plain ? title : `${title} · ${status}`;
  }

  // src/states.js
  var YOURS = "your reading: ";
  var NOT_KNOWN = "not known";
  var nameHand = (hand, marks) => hand === NOT_KNOWN ? "a hand that is not known" : marks.hands.find(([id]) => id === hand)?.[1] ?? hand;
  var isYours = (state) => state[4].startsWith(YOURS) || state[6].startsWith(YOURS);
  function wrapState(state, marks, children) {
    const [put, struck, back] = state, own = isYours(state) ? ".yours" : "";
    const number = (hand) => String(Math.max(0, marks.hands.findIndex(([id]) => id === hand)) % 3);
    const inner = put ? [make(`ins.mark${own}`, { "data-hand": number(put) }, ...children)] : children;
    if (!put && !struck) return make(`span.mark${own}`, {}, ...children);
    return struck ? make(`del.mark${own}${back ? ".back" : ""}`, { "data-hand": number(struck) }, ...inner) : (
      /** @type {HTMLElement} */
      inner[0]
    );
  }
  function tellState(state, marks) {
    if (!state) return "";
    const [put, struck, back, putGrade, putNote, struckGrade, struckNote] = state;
    const why = (grade, note) => [grade, note].filter(Boolean).join(": ");
    const returned = back ? `, put back by ${nameHand(back, marks)}` : "";
    return [
      !put && !struck && `stood there and stay · ${putNote}`,
      put && `put in by ${nameHand(put, marks)} · ${why(putGrade, putNote)}`,
      struck && `struck by ${nameHand(struck, marks)}${returned} · ${why(struckGrade, struckNote)}`
    ].filter(Boolean).join("\n");
  }
  function drawLegend(states, marks) {
    const hands = [...marks.hands.map(([id]) => id), NOT_KNOWN].filter((hand) => states.some((state) => state.slice(0, 2).includes(hand)));
    if (!hands.length) return null;
    const samples = hands.map((hand) => {
      const put = states.some((state) => state[0] === hand), struck = states.some((state) => state[1] === hand);
      return make(
        "li",
        {},
        put && wrapState([hand, "", "", "", "", "", ""], marks, ["put in"]),
        put && struck && " ",
        struck && wrapState(["", hand, "", "", "", "", ""], marks, ["struck"]),
        ` ${nameHand(hand, marks)}`
      );
    });
    const own = states.some(isYours) && make("li", {}, make("span.mark.yours", {}, "your reading"));
    return make("ul.legend", { "aria-label": "Marks" }, ...samples, own);
  }

  // src/own.js
  var KEPT = {
    disk: "They are saved in your-reading.csv, beside the data.",
    session: "They stay in this page alone, until it is closed or loaded anew: download them to keep them. Put into the data folder, the file is honoured."
  };
  function makeOwn(host) {
    const title = make("strong"), where = make("span"), said = make("p.told", { role: "status" });
    const trouble = make("p.trouble"), list = make("ul"), summary = make("summary");
    const download = make("button", { type: "button", click: () => save() }, "Download your-reading.csv");
    const fold = make("details", {}, summary, list);
    const node = make(
      "section.own",
      { "aria-label": "Your reading" },
      make("p", {}, title, " ", where),
      trouble,
      make("div.acts", {}, download),
      fold,
      said
    );
    let listed = "", here = -1;
    async function save() {
      const { error, table } = await host.act("table");
      tell(said, error);
      if (error || table === void 0) return;
      const url = URL.createObjectURL(new Blob([table], { type: "text/csv" }));
      make("a", { href: url, download: "your-reading.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1e4);
    }
    async function takeBack({ row: _row, mine: _mine, ...remark }, button) {
      here = [...list.querySelectorAll("button")].indexOf(button);
      tell(said, "Taking it back …");
      said.focus();
      const { error } = await host.act("take back", [
        /** @type {Remark} */
        remark
      ]);
      tell(said, error || `“${shorten(remark.words)}” is no longer changed.`);
      if (error) button.focus();
    }
    said.tabIndex = -1;
    return {
      node,
      paint() {
        const remarks = host.remarks(), keeps = host.keeps();
        node.hidden = !keeps || !remarks.length && !said.textContent && !host.trouble();
        fold.hidden = !remarks.length;
        tell(title, remarks.length ? `Your reading: ${remarks.length === 1 ? "one change" : `${remarks.length} changes`} to marks.` : "Your reading: no changes to marks.");
        tell(where, remarks.length ? KEPT[
          /** @type {keyof typeof KEPT} */
          keeps
        ] ?? "" : "");
        tell(trouble, host.trouble());
        trouble.hidden = !host.trouble();
        download.hidden = keeps !== "session" || !remarks.length;
        tell(summary, remarks.length === 1 ? "Show it" : `Show all ${remarks.length}`);
        const now = JSON.stringify(remarks);
        if (now !== listed) list.replaceChildren(...remarks.map((remark) => drawRemark(remark, host, takeBack)));
        if (now !== listed && here >= 0) {
          const left = list.querySelectorAll("button");
          (left[Math.min(here, left.length - 1)] ?? said).focus();
          here = -1;
        }
        listed = now;
      }
    };
  }
  var shorten = (words) => (words.length > 120 ? `${words.slice(0, 120)} …` : words).replace(/\s+/g, " ");
  function drawRemark(kept, host, takeBack) {
    const { file, line, words, inserted_by: put, deleted_by: struck, grade, reason } = kept, marks = host.bundle()?.marks;
    const hands = [marks?.old, marks?.new].find((each) => each?.file === file)?.hands ?? [];
    const name = (hand) => hand === NOT_KNOWN ? "a hand that is not known" : hands.find(([id]) => id === hand)?.[1] ?? hand;
    const fate = [put && `put in by ${name(put)}`, struck && `struck by ${name(struck)}`].filter(Boolean).join(" and ") || "stood there and stays";
    const button = make("button.back", { type: "button", "aria-label": `Take back: ${shorten(words)}` }, "take back");
    button.addEventListener("click", () => takeBack(kept, button));
    return make(
      "li",
      {},
      make("span", {}, make("strong", {}, `“${shorten(words)}”`), ` ${fate} · ${grade}: ${reason} `, make("span.place", {}, `(${file}, line ${line})`)),
      kept.mine ? button : make("span.place", {}, "in the data folder")
    );
  }

  // src/whose.js
  var NOBODY = "?";
  function tellHands(bundle2) {
    const amount = ([put, out]) => `${put} words in, ${out} out`;
    const known2 = bundle2.hands.filter((each) => each.hand !== NOBODY), unknown = bundle2.hands.find((each) => each.hand === NOBODY);
    const told = known2.map(({ name, words }) => `${name}: ${amount(words)}.`);
    if (bundle2.backwards) told.unshift("Compared backwards: what a hand put in is struck here.");
    if (unknown) told.push(`Of no known hand (dotted lines), counted for nobody: ${amount(unknown.words)}.`);
    return told.join(" ");
  }
  function tellMark(bundle2, told) {
    const [hand, grade, reason] = bundle2.told[told], name = bundle2.hands.find((each) => each.hand === hand)?.name ?? hand;
    return hand === NOBODY ? `Whose change this is, is not known: ${reason}` : `${name} · ${grade}: ${reason}`;
  }
  function drawStretches(text, stretches, bundle2) {
    if (!stretches.length) return [text];
    const signs = [...text];
    let at = 0;
    return stretches.map(([length, told]) => {
      const words = signs.slice(at, at += length).join(""), title = tellMark(bundle2, told);
      if (bundle2.told[told][0] !== NOBODY) return make("span.whose", { title }, words);
      return make("span.nobody", { title }, words, make("span.unseen", {}, " (whose is not known)"));
    });
  }
  function listMarks(row, bundle2) {
    const found = /* @__PURE__ */ new Map();
    for (const span2 of row.spans) {
      if (typeof span2 === "string" || span2[2] === 1) continue;
      for (
        const [way, text, stretches] of
        /** @type {[string, string, Stretch[]][]} */
        [["out", span2[0], span2[3] ?? []], ["in", span2[1], span2[4] ?? []]]
      ) {
        const signs = [...text];
        let at = 0;
        for (const [length, told] of stretches) {
          found.set(told, [...found.get(told) ?? [], `${way} “${signs.slice(at, at += length).join("").trim()}”`]);
        }
      }
    }
    return [...found].map(([told, words]) => [words.join(", "), tellMark(bundle2, told)]);
  }

  // src/choices.js
  function makeChoices(host) {
    const old = makeDraft("From", (draft) => host.choose({ old: draft, paragraph: "" }), !host.canCompare);
    const neu = makeDraft("to", (draft) => host.choose({ new: draft, paragraph: "" }), !host.canCompare);
    const turn = () => {
      const { old: before, new: after, paragraph } = host.state();
      if (host.canCompare) host.choose({ old: after, new: before, paragraph: paragraph.split("-").reverse().join("-") });
    };
    const swap = make("button.swap", { type: "button", click: turn }, make("span", { "aria-hidden": "true" }, "⇄"), " swap");
    swap.hidden = !host.canCompare;
    const summary = make("p.summary", { role: "status" }), hands = make("p.hands");
    const error = make("p.error", { role: "alert" });
    const lost = make("p.error", { role: "alert" }), notice = make("p.notice", { role: "alert" });
    const cautions = make("div.cautions"), own = makeOwn(host);
    notice.hidden = true;
    const node = make("header.head", {}, make("h2", {}, "GCM drafts workbook"), make("div.drafts", {}, old.node, swap, neu.node), lost, error, notice, cautions, own.node, summary, hands);
    return {
      node,
      swap: turn,
      /** @param {string} words  what in the address has no meaning here */
      warn(words) {
        const away = make("button.away", { type: "button", "aria-label": "Put this message away", click: () => notice.hidden = true }, "×");
        notice.replaceChildren(words, away);
        notice.hidden = !words;
      },
      /** @param {boolean} busy */
      paint(busy) {
        const state = host.state(), bundle2 = host.bundle(), drafts = host.drafts();
        old.paint(drafts, state.old);
        neu.paint(drafts, state.new);
        paintError(error, host);
        tell(lost, host.lost());
        lost.hidden = !host.lost();
        cautions.replaceChildren(...listCautions(drafts, bundle2 ? [bundle2.old, bundle2.new] : [state.old, state.new]));
        own.paint();
        tell(summary, busy ? "Comparing …" : bundle2 ? summarize(bundle2) : "");
        tell(hands, busy || !bundle2 ? "" : tellHands(bundle2));
      }
    };
  }
  function paintError(node, host) {
    const message = host.error(), bundle2 = host.bundle();
    const titles = Object.fromEntries(host.drafts().map((draft) => [draft.draft, draft.title]));
    const shown = message && bundle2 ? ` Still on show: ${titles[bundle2.old] ?? bundle2.old} to ${titles[bundle2.new] ?? bundle2.new}.` : "";
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
  var NAMES = { change: "Kind of change", hand: "Whose change", objective: "Objective", theme: "Theme", section: "Section" };
  function makeFilters(host, below) {
    const words = makeWords(host), changed = makeChangedOnly(host);
    const lists = (
      /** @type {Listed[]} */
      Object.keys(NAMES).map((filter) => makeList(host, filter))
    );
    const parts = [words, ...lists, changed];
    const clear = make("button.clear", { type: "button", click: () => host.choose(NO_FILTERS) }, "Clear filters");
    const caption = make("span.chosen");
    let roomy = null;
    const fold = make("details.filters", {}, make("summary", {}, "Filters", caption), ...parts.map((part) => part.node), clear);
    return {
      node: make("div", {}, fold, below),
      fill: () => lists.forEach((part) => part.fill()),
      /** Open where there is room, folded where there is none; what a person does in between holds. */
      unfold(wide) {
        if (wide !== roomy) fold.open = roomy = wide;
      },
      paint() {
        const active = FILTERS.filter((filter) => isSet(host.state(), filter)).length;
        clear.disabled = !active;
        tell(caption, active ? `${active} chosen` : "");
        const bundle2 = host.bundle();
        if (bundle2) parts.forEach((part) => part.paint(bundle2));
      },
      /** Puts the cursor where words are looked for. */
      search() {
        fold.open = true;
        words.input.focus();
        words.input.select();
      }
    };
  }
  var ofAll = (found, bundle2) => `${found} of ${nameNumber(countParagraphs(bundle2.rows))}`;
  function tellCount(count, bundle2, state, filter) {
    count.hidden = !isSet(state, filter);
    tell(count, count.hidden ? "" : ofAll(countAlone(bundle2, state, filter), bundle2));
  }
  function makeWords(host) {
    const id = freshId("words");
    const input = make("input", {
      id,
      type: "search",
      placeholder: "in both texts",
      "aria-describedby": `${id}-count`,
      autocomplete: "off",
      spellcheck: false,
      input: () => host.choose({ words: input.value })
    });
    const count = make("p.count", { id: `${id}-count` });
    const node = make("div.filter", {}, make("label", { htmlFor: id }, "Words"), input, count);
    return {
      node,
      input,
      /** @param {Bundle} bundle */
      paint(bundle2) {
        const state = host.state();
        if (input.value !== state.words) input.value = state.words;
        tellCount(count, bundle2, state, "words");
        node.classList.toggle("active", isSet(state, "words"));
      }
    };
  }
  function makeChangedOnly(host) {
    const id = freshId("changed");
    const box = make("input", { id, type: "checkbox", change: () => host.choose({ changed_only: box.checked }) });
    const count = make("span.count");
    return {
      node: make("div.filter.only", {}, box, make("label", { htmlFor: id }, "Only what changed"), count),
      /** @param {Bundle} bundle */
      paint(bundle2) {
        const state = host.state();
        box.checked = state.changed_only;
        tell(count, ofAll(countChanged(bundle2), bundle2));
      }
    };
  }
  function makeList(host, filter) {
    const id = freshId(filter);
    const select = make("select", {
      id,
      "aria-describedby": `${id}-count`,
      change: () => host.choose({ [filter]: select.selectedIndex ? select.value : null })
    });
    const count = make("p.count", { id: `${id}-count` });
    const strange = make("option", { value: "" });
    const node = make("div.filter", {}, make("label", { htmlFor: id }, NAMES[filter]), select, count);
    return {
      node,
      fill() {
        const bundle2 = host.bundle();
        if (bundle2) select.replaceChildren(make("option", {}, "All"), ...listOptions(bundle2, filter));
      },
      /** @param {Bundle} bundle */
      paint(bundle2) {
        const state = host.state(), chosen = state[filter], counts = countValues(bundle2, state, filter);
        strange.remove();
        for (const option of select.querySelectorAll("option[data-name]")) {
          tell(option, `${option.dataset.name} (${counts.get(option.value) ?? 0})`);
        }
        const known2 = [...select.options].findIndex((option, at) => at > 0 && option.value === chosen);
        if (chosen !== null && known2 < 0) addStrange(select, strange, chosen);
        node.hidden = select.options.length < 2;
        select.selectedIndex = chosen === null ? 0 : known2 < 0 ? select.options.length - 1 : known2;
        tellCount(count, bundle2, state, filter);
        node.classList.toggle("active", chosen !== null);
      }
    };
  }
  function addStrange(select, option, chosen) {
    option.value = chosen;
    tell(option, `${chosen} (not in these drafts)`);
    select.append(option);
  }
  function listOptions(bundle2, filter) {
    const option = (value, name) => make("option", { value, "data-name": name }, name);
    if (filter === "section") return bundle2.sections.map((each) => option(each.section, each.short));
    if (filter === "hand") return bundle2.hands.map((each) => option(each.hand, each.name));
    if (filter === "change") return Object.entries(bundle2.kinds).map(([kind, name]) => option(kind, name));
    const options = (scheme) => bundle2.tags.filter((term) => term.scheme === scheme).map((term) => option(term.tag, term.short));
    if (filter === "objective") return options("objective");
    return [["Guiding principles", "principle"], ["Topics", "theme"]].map(([label, scheme]) => make("optgroup", { label }, ...options(scheme)));
  }

  // src/keys.js
  var TYPED = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";
  function followKeys(host, root, keys) {
    const hear = (event) => {
      const pressed = (
        /** @type {KeyboardEvent} */
        event
      ), target = (
        /** @type {HTMLElement} */
        event.target
      );
      const key = keys[pressed.key];
      if (!key || pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.defaultPrevented) return;
      if (target.closest?.(TYPED)) return;
      pressed.preventDefault();
      key[1]();
    };
    const where = host.ours ? document : root;
    root.dataset.lmSuppressShortcuts = "true";
    where.addEventListener("keydown", hear);
    return () => where.removeEventListener("keydown", hear);
  }
  function listKeys(keys) {
    const told = { ...Object.fromEntries(Object.entries(keys).map(([key, [words]]) => [key, words])), "← → ↑ ↓": "walk the table's cells", "Enter": "choose a cell" };
    return make(
      "details.keys",
      {},
      make("summary", {}, "Keys"),
      make("dl", {}, ...Object.entries(told).flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]))
    );
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

  // src/form.js
  var FATES = { stay: "stood there and stay", put: "were put in", struck: "were struck", both: "were put in, and struck by another" };
  var GRADES = {
    documented: "documented: a document says so",
    corroborated: "corroborated: another text shows it",
    inferred: "inferred: by my judgement",
    unknown: "unknown: nothing tells"
  };
  var MOST_REASON = 1e3;
  var QUOTED = 160;
  function makeForm({ chosen, marks, editing, side, row, words }) {
    const hands = marks.hands.length ? marks.hands.map(([id2]) => id2) : [NOT_KNOWN];
    const [put = "", struck = ""] = chosen.state ?? [];
    const names = hands.map((hand) => (
      /** @type {[string, string]} */
      [hand, nameHand(hand, marks)]
    ));
    const fates = Object.entries(FATES).filter(([fate2]) => fate2 !== "both" || hands.length > 1);
    const fate = makeList2("These words", fates, struck ? put ? "both" : "struck" : put ? "put" : "stay");
    const by = makeList2("put in by", names, put || hands[0]), off = makeList2("struck by", names, struck || hands.at(-1) || "");
    const grade = makeList2("How sure", Object.entries(GRADES), "inferred");
    const id = freshId("why"), why = make("input", { id, type: "text", maxLength: MOST_REASON, required: true, autocomplete: "off" });
    const save = make("button.save", { type: "submit" }, "Save"), error = make("p.error", { role: "alert" });
    error.hidden = true;
    queueMicrotask(() => form.scrollIntoView({ block: "nearest" }));
    const paint = () => {
      by.node.hidden = !["put", "both"].includes(fate.value());
      off.node.hidden = !["struck", "both"].includes(fate.value());
    };
    fate.node.addEventListener("change", paint);
    paint();
    async function submit(event) {
      event.preventDefault();
      const remark = {
        file: marks.file,
        line: chosen.line,
        start: chosen.start,
        words: chosen.words,
        inserted_by: by.node.hidden ? "" : by.value(),
        deleted_by: off.node.hidden ? "" : off.value(),
        grade: grade.value(),
        reason: why.value.trim()
      };
      save.disabled = true;
      tell(save, "Saving …");
      const trouble = await editing.save([remark], { side, row, line: chosen.line, start: chosen.start });
      save.disabled = false;
      tell(save, "Save");
      tell(error, trouble);
      error.hidden = !trouble;
      if (trouble) save.focus();
      else if (form.isConnected) words.clear();
    }
    const longer = make(
      "span.steps",
      { role: "group", "aria-label": "Length of the run" },
      make("button", { type: "button", "aria-label": "one word more before", click: () => words.widen(-1) }, "‹"),
      make("span", { "aria-hidden": "true" }, "longer"),
      make("button", { type: "button", "aria-label": "one word more behind", click: () => words.widen(1) }, "›")
    );
    const form = make(
      "form.remark",
      { submit, "aria-label": "Your mark" },
      make("p.quoted", {}, make("strong", {}, `“${shorten2(chosen.words)}”`), longer),
      make("p.now", {}, tellState(chosen.state, marks) || "no mark is on them: they stood there and stay"),
      make(
        "div.fields",
        {},
        fate.node,
        by.node,
        off.node,
        grade.node,
        make("div.field.why", {}, make("label", { htmlFor: id }, "Why"), why)
      ),
      error,
      make("div.acts", {}, save, make("button", { type: "button", click: () => words.clear() }, "Cancel"))
    );
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      words.clear();
      words.focus();
    });
    return form;
  }
  function shorten2(words) {
    const plain = words.replace(/\s+/g, " ");
    return plain.length > QUOTED ? `${plain.slice(0, QUOTED)} …` : plain;
  }
  function makeList2(words, options, chosen) {
    const id = freshId("field");
    const select = make("select", { id }, ...options.map(([value, name]) => make("option", { value, selected: value === chosen }, name)));
    return { node: make("div.field", {}, make("label", { htmlFor: id }, words), select), value: () => (
      /** @type {string} */
      select.value
    ) };
  }

  // src/words.js
  var TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'‐‑-]*|[^\s\p{L}\p{N}]+|\s+/gu;
  function makeWords2(pre, lines, marks, choose) {
    const words = [];
    pre.replaceChildren(...lines.flatMap((pieces, at) => [at ? "\n" : "", ...pieces.map((piece) => drawPiece(piece, marks, words))]));
    pre.setAttribute("role", "group");
    pre.setAttribute("aria-label", "The printed words, to choose from");
    const text = lines.map((pieces) => pieces.map((piece) => piece.text).join(""));
    const top = lines[0][0]?.line ?? 0;
    let active = 0, from = -1, to = -1;
    function paint() {
      const [first, last2] = [Math.min(from, to), Math.max(from, to)];
      words.forEach(({ node }, at) => {
        node.tabIndex = at === active ? 0 : -1;
        node.setAttribute("aria-pressed", String(from >= 0 && at >= first && at <= last2));
      });
    }
    function tellChosen() {
      paint();
      if (from < 0) return choose(null);
      const first = words[Math.min(from, to)], last2 = words[Math.max(from, to)];
      const run = text.slice(first.line - top, last2.line - top + 1).map((line) => [...line]);
      run[run.length - 1] = run[run.length - 1].slice(0, last2.start + last2.length);
      run[0] = run[0].slice(first.start);
      choose({ line: first.line, start: first.start, words: run.map((line) => line.join("")).join("\n"), state: first.state });
    }
    function pick(at, further) {
      active = to = at;
      if (!further || from < 0) from = at;
      tellChosen();
      words[at].node.focus();
    }
    function go(at, further) {
      const next = Math.max(0, Math.min(words.length - 1, at));
      if (further) {
        if (from < 0) from = active;
        return pick(next, true);
      }
      active = next;
      paint();
      words[next].node.focus();
    }
    function clear() {
      from = to = -1;
      tellChosen();
    }
    pre.onmousedown = (event) => event.shiftKey && event.preventDefault();
    pre.onclick = (event) => {
      const at = words.findIndex(({ node }) => node.contains(
        /** @type {Node} */
        event.target
      ));
      if (at >= 0) pick(at, event.shiftKey);
    };
    pre.onkeydown = (event) => {
      const steps = (
        /** @type {Record<string, number>} */
        { ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: words.length - 1 }
      );
      const { key, shiftKey } = event;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (key in steps) go(steps[key], shiftKey);
      else if (key === "Enter" || key === " ") pick(active, shiftKey);
      else if (key === "Escape" && from >= 0) clear();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    paint();
    return {
      clear,
      /** One word more, before the run or behind it. @param {number} by */
      widen(by) {
        const [first, last2] = [Math.min(from, to), Math.max(from, to)];
        [from, to] = by < 0 ? [Math.max(0, first - 1), last2] : [first, Math.min(words.length - 1, last2 + 1)];
        tellChosen();
      },
      /** The word at this place, or the one that the keys are at. @param {number} [line] @param {number} [start] */
      focus(line, start) {
        const at = words.findLastIndex((word) => word.line < (line ?? 0) || word.line === line && word.start <= (start ?? 0));
        if (line !== void 0) active = Math.max(0, at);
        paint();
        words[active]?.node.focus({ preventScroll: line !== void 0 });
      }
    };
  }
  function drawPiece({ text, line, start, state }, marks, words) {
    const told = tellState(state, marks);
    let at = start;
    const nodes = (text.match(TOKEN) ?? []).map((token) => {
      const length = [...token].length;
      at += length;
      if (!token.trim()) return token;
      const node = make("span.word", { role: "button", title: told || null, "aria-description": told || null }, token);
      words.push({ node, line, start: at - length, length, state });
      return node;
    });
    return state ? wrapState(state, marks, nodes) : make("span", {}, ...nodes);
  }

  // src/printed.js
  function drawPrinted(row, bundle2, host, editing) {
    const sides = (
      /** @type {const} */
      ["old", "new"].filter((side) => row.lines[side].length && bundle2.printed[side])
    );
    if (!sides.length) return null;
    const node = make("details.printed", {}, make("summary", {}, "as printed"));
    const fill = () => {
      if (node.open && node.children.length === 1) node.append(...sides.map((side) => drawSide(side, row, bundle2, host, editing)));
    };
    node.addEventListener("toggle", fill);
    if (sides.some((side) => editing.isAt(row, side))) {
      node.open = true;
      fill();
    }
    return node;
  }
  function drawSide(side, row, bundle2, host, editing) {
    const [first, last2] = row.lines[side], id = bundle2[side], marks = bundle2.marks[side];
    const title = bundle2.drafts.find((draft) => draft.draft === id)?.title ?? id;
    const lines = cutLines(bundle2.printed[side].split("\n").slice(first - 1, last2), first, marks);
    const states = (
      /** @type {string[][]} */
      [...new Set(lines.flat().map((piece) => piece.state).filter(Boolean))]
    );
    const pre = make("pre.lines", {}, ...drawLines(lines, marks));
    const toggle = make("button.change", { type: "button", "aria-pressed": "false" }, "change marks");
    toggle.hidden = !host.keeps() || !marks?.file;
    const below = make("div.below"), said = make("p.told", { role: "status" });
    const figure = make(
      "figure",
      {},
      make("figcaption", {}, `${title}, ${first === last2 ? `line ${first}` : `lines ${first} to ${last2}`}`, toggle),
      marks && drawLegend(states, marks),
      pre,
      said,
      below
    );
    function stop() {
      toggle.setAttribute("aria-pressed", "false");
      pre.replaceChildren(...drawLines(lines, marks));
      below.replaceChildren();
      for (const trait of ["role", "aria-label"]) pre.removeAttribute(trait);
      pre.onclick = pre.onkeydown = pre.onmousedown = null;
      tell(said, "");
      editing.close();
    }
    function start() {
      toggle.setAttribute("aria-pressed", "true");
      const words = makeWords2(
        pre,
        lines,
        /** @type {Marks} */
        marks,
        (chosen) => {
          below.replaceChildren(...chosen ? [makeForm({ chosen, marks: (
            /** @type {Marks} */
            marks
          ), editing, side, row, words })] : []);
          tell(said, chosen ? "" : HINT);
        }
      );
      tell(said, HINT);
      return words;
    }
    toggle.addEventListener("click", () => toggle.getAttribute("aria-pressed") === "true" ? stop() : start().focus());
    if (editing.isAt(row, side) && !toggle.hidden) {
      const words = start();
      editing.attach({ focus: (line, at) => words.focus(line, at), say: (told) => tell(said, told) });
    }
    return figure;
  }
  var HINT = "Choose a word; with Shift, or with the Shift and arrow keys, a run of words.";
  function drawLines(lines, marks) {
    return lines.flatMap((pieces, at) => [at ? "\n" : "", ...pieces.map(({ text, state }) => {
      if (!state || !marks) return text;
      const node = wrapState(state, marks, [text]);
      node.title = tellState(state, marks);
      return node;
    })]);
  }
  function cutLines(lines, first, marks) {
    return lines.map((text, at) => {
      const line = first + at, signs = [...text], pieces = (
        /** @type {Piece[]} */
        []
      );
      let done = 0;
      const cut = (end, state) => {
        if (end > done) pieces.push({ line, start: done, text: signs.slice(done, end).join(""), state });
        done = Math.max(done, end);
      };
      for (const [, start, length, state] of marks?.stretches.filter((stretch) => stretch[0] === line) ?? []) {
        cut(start, null);
        cut(start + length, marks?.states[state] ?? null);
      }
      cut(signs.length, null);
      return pieces;
    });
  }

  // src/struck.js
  function makeStruckToggle(host) {
    const id = freshId("struck"), count = make("span.count");
    const box = make("input", { id, type: "checkbox", change: () => host.choose({ struck: box.checked }) });
    const node = make("span.only.struck", {}, box, make("label", { htmlFor: id, title: "Words of the older text that its authors had probably struck already: an inference, never a fact" }, "Probably struck"), count);
    return {
      node,
      /** @param {Bundle} bundle */
      paint(bundle2) {
        node.hidden = !bundle2.struck;
        box.checked = host.state().struck;
        tell(count, bundle2.struck ? `(${bundle2.struck.length})` : "");
      }
    };
  }
  function drawGhosts(text, found, bundle2, draw) {
    const signs = [...text], nodes = (
      /** @type {(Node|string)[]} */
      []
    );
    let done = 0;
    const words = (from, to) => to > from ? draw(signs.slice(from, to).join(""), from) : [];
    for (const [start, length, at] of found) {
      const begin = Math.max(start, done), end = Math.min(start + length, signs.length);
      if (end <= begin) continue;
      const title = `Probably struck already (inferred): ${bundle2.struck?.[at].reason}`;
      nodes.push(...words(done, begin), make("span.ghost", { title }, ...words(begin, end)));
      done = end;
    }
    return [...nodes, ...words(done, signs.length)];
  }
  function listGhosts(row, bundle2, host, editing) {
    const places = [...new Set(row.struck.map(([, , , at]) => at))];
    if (!host.state().struck || !bundle2.struck || !places.length) return null;
    const title = bundle2.drafts.find((draft) => draft.draft === bundle2.old)?.title ?? bundle2.old;
    const items = places.map((at) => drawGhost(
      /** @type {Ghost[]} */
      bundle2.struck[at],
      row,
      bundle2,
      host,
      editing
    ));
    return make(
      "div.ghosts",
      {},
      make("p", {}, make("strong", {}, "Probably struck already"), ` in ${title}. This is inferred from the texts and may be wrong.`),
      make("ul", {}, ...items)
    );
  }
  function drawGhost({ words, reason, surety, places }, row, bundle2, host, editing) {
    const marks = bundle2.marks.old, button = make("button.take", { type: "button", "aria-label": `Take over: ${words}` }, "take over into your reading");
    button.hidden = !host.keeps() || !marks?.file || marks.hands.length > 0;
    const error = make("p.error", { role: "alert" });
    error.hidden = true;
    button.addEventListener("click", async () => {
      const remarks = places.map(([line, start, printed]) => (
        /** @type {Remark} */
        {
          file: marks?.file ?? "",
          line,
          start,
          words: printed,
          inserted_by: "",
          deleted_by: NOT_KNOWN,
          grade: "inferred",
          reason: `probably struck: ${reason}`
        }
      ));
      button.disabled = true;
      const trouble = await editing.save(remarks, { side: "old", row, line: places[0][0], start: places[0][1] }, false);
      button.disabled = false;
      tell(error, trouble);
      error.hidden = !trouble;
      if (trouble) button.focus();
    });
    const told = `: ${reason}; probably struck: ${surety} of 1, by our estimate.`;
    return make("li", {}, make("span", {}, make("span.ghost", {}, words), told), button, error);
  }

  // src/redline.js
  function drawText(row, reading, bundle2, struck) {
    const ghosts = (at) => struck && bundle2.struck ? row.struck.filter(([span2]) => span2 === at).map((found) => found.slice(1)) : [];
    const draw = (side) => row.spans.flatMap((span2, at) => drawSide2(span2, side, bundle2, ghosts(at)));
    if (reading !== "beside" || row.relation === "same") return make("p.text", {}, ...row.spans.flatMap((span2, at) => drawSpan(span2, bundle2, ghosts(at))));
    const old = row.relation === "inserted" ? [make("em.none", {}, "not in the older draft")] : draw(0);
    const neu = row.relation === "deleted" ? [make("em.none", {}, "not in the newer draft")] : draw(1);
    return make("div.sides", {}, make("p.text.old", {}, unseen("Old: "), ...old), make("p.text.new", {}, unseen("New: "), ...neu));
  }
  function drawSpan(span2, bundle2, ghosts) {
    if (typeof span2 === "string") return drawSide2(span2, 0, bundle2, ghosts);
    const [old, neu, form] = span2, [struck, inserted] = [drawSide2(span2, 0, bundle2, ghosts), drawSide2(span2, 1, bundle2, [])];
    if (!neu || !old) return [...struck, ...inserted];
    return [...struck.length > 1 ? struck.slice(0, -1) : struck, form || /^\s/.test(neu) ? "" : " ", ...inserted];
  }
  function drawSide2(span2, side, bundle2, ghosts) {
    if (typeof span2 === "string") return side ? [span2] : drawGhosts(span2, ghosts, bundle2, (words2) => [words2]);
    const text = span2[side], form = span2[2] === 1, stretches = (side ? span2[4] : span2[3]) ?? [];
    if (!text) return [];
    const [, before, words, after] = (
      /** @type {string[]} */
      text.match(/^(\s*)([^]*?)(\s*)$/)
    );
    if (!words) return [text];
    const spaces = [...before].length, own = shorten3(stretches, spaces), name = side ? "ins" : "del";
    const shown = side ? drawStretches(words, own, bundle2) : drawGhosts(
      words,
      ghosts.map(([start, ...rest]) => [start - spaces, ...rest]),
      bundle2,
      (part, from) => drawStretches(part, cutStretches(own, from, [...part].length), bundle2)
    );
    const marked = form ? make(`${name}.form`, { "aria-hidden": side ? null : "true" }, ...shown) : make(name, {}, unseen(side ? "[inserted: " : "[deleted: "), ...shown, unseen("] "));
    return [before, marked, after];
  }
  function shorten3([first, ...rest], spaces) {
    return first ? [[first[0] - spaces, first[1]], ...rest] : [];
  }
  function cutStretches(stretches, from, length) {
    let at = 0;
    return stretches.flatMap(([own, told]) => {
      const start = Math.max(at, from), end = Math.min(at += own, from + length);
      return end > start ? [
        /** @type {Stretch} */
        [end - start, told]
      ] : [];
    });
  }

  // src/card.js
  var makeCard = (row) => make("article.card", { "data-relation": row.relation, "data-paragraph": nameRow(row), "aria-label": tellLabels(row), tabIndex: -1 });
  function fillCard(card, row, bundle2, host, editing) {
    const { reading, struck } = host.state();
    const body = [
      drawText(row, reading, bundle2, struck),
      row.tags.length > 0 && make("div.margin", {}, drawTags(row, bundle2, host)),
      make("div.reasons", {}, drawEvidence(row, bundle2), drawWhose(row, bundle2)),
      listGhosts(row, bundle2, host, editing),
      drawPrinted(row, bundle2, host, editing)
    ];
    const folded = row.relation === "same" && !row.links.length;
    const open = editing.paragraph() === nameRow(row);
    card.replaceChildren(drawLabels(row, host), folded ? make("details.body", { open }, make("summary", {}, drawRelation(row), make("span.opening", {}, opening(row))), ...body) : make("div.body", {}, drawRelation(row), ...body));
  }
  var PARTED = ["split", "merged"];
  function tellLabels(row) {
    if (row.relation === "deleted") return `Old paragraph ${row.old_label || "without a number"}`;
    return `Paragraph ${row.new_label || "without a number"}`;
  }
  function drawLabels(row, host) {
    const label = row.relation === "deleted" ? row.old_label : row.new_label;
    const was = row.relation !== "deleted" && row.old_label && row.old_label !== row.new_label;
    return make(
      "div.labels",
      {},
      row.relation === "deleted" ? make("del.label", {}, label || "¶") : make("span.label", {}, label || "¶"),
      was && make("span.was", {}, `${PARTED.includes(row.relation) ? "from" : "was"} ${row.old_label}`),
      drawLink(row, host)
    );
  }
  function drawLink(row, host) {
    const paragraph = nameRow(row), { old, new: neu, paragraph: chosen } = host.state();
    const click = (event) => {
      event.preventDefault();
      host.choose({ paragraph: host.state().paragraph === paragraph ? "" : paragraph });
    };
    const title = "Choose this paragraph: it is framed in the heatmap" + (host.ours ? ", and the address leads here" : "");
    const traits = { click, title, "aria-pressed": host.ours ? null : String(chosen === paragraph) };
    const label = row.relation === "deleted" ? row.old_label : row.new_label;
    const name = [unseen(row.relation === "deleted" ? "old paragraph " : "paragraph "), label || "¶"];
    return host.ours ? make("a.link", { ...traits, href: writeFragment({ ...DEFAULTS, old, new: neu, paragraph }) }, "link to ", ...name) : make("button.link", { ...traits, type: "button" }, "choose ", ...name);
  }
  function drawRelation(row) {
    const amount = tellAmount(row.amounts);
    return make(
      "span.fate",
      {},
      make("span.relation", {}, [row.words, ...row.links.map((link) => link.words)].join("; ")),
      amount && row.relation !== "inserted" && row.relation !== "deleted" && make("span.amount", {}, amount)
    );
  }
  function tellAmount([old, neu, put, out]) {
    if (!put && !out) return "";
    const changed = put ? `${put} ${put === 1 ? "word" : "words"} in${out ? `, ${out} out` : ""}` : `${out} ${out === 1 ? "word" : "words"} out`;
    return old === neu ? `${changed}, of ${old}` : `${changed}; ${old} words became ${neu}`;
  }
  var opening = (row) => row.spans.map((span2) => typeof span2 === "string" ? span2 : span2[1]).join("").slice(0, 160);
  function drawTags(row, bundle2, host) {
    return make("ul.tags", { "aria-label": "Tags" }, ...row.tags.map(([at, matches]) => {
      const { scheme, tag, short } = bundle2.tags[at], filter = scheme === "objective" ? "objective" : "theme";
      return make("li", {}, make("button.chip", {
        type: "button",
        "data-scheme": scheme,
        title: `Found by: ${matches.join(", ")}`,
        click: () => host.choose({ [filter]: host.state()[filter] === tag ? null : tag })
      }, short));
    }));
  }
  function drawWhose(row, bundle2) {
    const marks = listMarks(row, bundle2).flatMap(([words, told]) => [make("dt", {}, words), make("dd", {}, told)]);
    return marks.length > 0 && make("details.evidence.hands-of", {}, make("summary", {}, "whose words"), make("dl", {}, ...marks));
  }
  function drawEvidence(row, bundle2) {
    const found = row.tags.flatMap(([at, matches]) => [
      make("dt", {}, bundle2.tags[at].short),
      make("dd", {}, matches.map((match) => `“${match}”`).join(", "))
    ]);
    const pairs = [row, ...row.links].filter((link) => link.matched_by);
    if (!pairs.length && !found.length) return null;
    const paired = pairs.flatMap((link, at) => [
      make("dt", {}, at ? `Linked with ${link.old_label || "an unnumbered paragraph"} by` : "Paired by"),
      make("dd", {}, link.matched_by)
    ]);
    return make("details.evidence", {}, make("summary", {}, "evidence"), make("dl", {}, ...paired, ...found));
  }

  // src/editing.js
  var SAVED = { disk: "Saved in your-reading.csv.", session: "Kept in this page. Download your reading above to keep it for longer." };
  function makeEditing(host) {
    let place2 = null;
    let view = null;
    let told = "";
    let waits = false, anew = false;
    return {
      /** Whether this is the text that words are being chosen from. @param {Row} row @param {"old"|"new"} side */
      isAt: (row, side) => Boolean(place2?.words) && place2?.side === side && place2.paragraph === nameRow(row),
      /** The card where something is being changed. */
      paragraph: () => place2?.paragraph ?? "",
      close() {
        place2 = view = null;
      },
      /** @param {View} given */
      attach(given) {
        view = given;
      },
      /**
       * Has remarks kept; what went wrong, or nothing. Afterwards the reader is where the words stand, or at their card.
       * @param {Remark[]} remarks
       * @param {Where} where
       * @param {boolean} [words]
       */
      async save(remarks, { side, row, line, start }, words = true) {
        const before = place2;
        place2 = { side, paragraph: nameRow(row), line, start, words };
        told = "";
        waits = true;
        anew = false;
        const { error } = await host.act("remark", remarks);
        if (error) {
          place2 = before;
          waits = false;
        } else {
          told = SAVED[
            /** @type {"disk"|"session"} */
            host.keeps()
          ] ?? "";
          view?.say(told);
          if (waits && words) view?.focus(line, start);
        }
        return error;
      },
      /** The card that the place lies in by now: other words may pair other paragraphs. @param {Bundle} bundle */
      follow(bundle2) {
        if (!place2) return;
        anew = true;
        view = null;
        const { side, line, paragraph } = place2;
        const rows = bundle2.rows.filter(({ lines }) => lines[side].length && lines[side][0] <= line && line <= lines[side][1]);
        const row = rows.find((each) => nameRow(each) === paragraph) ?? rows[0];
        if (row) place2.paragraph = nameRow(row);
      },
      /** Puts the reader back, once the cards are there. @param {(paragraph: string) => HTMLElement|undefined} find */
      restore(find) {
        if (!waits || !anew || !place2) return;
        waits = anew = false;
        if (view) view.focus(place2.line, place2.start);
        else find(place2.paragraph)?.focus({ preventScroll: true });
        view?.say(told);
        if (!place2.words) place2 = null;
      }
    };
  }

  // src/lister.js
  var FEW = 150;
  var FIRST = 10;
  var SLICE = 8;
  var idle = (
    /** @type {(work: () => void) => void} */
    "requestIdleCallback" in window ? (work) => requestIdleCallback(work, { timeout: 300 }) : (work) => setTimeout(work, 16)
  );
  function makeLister(draw, done) {
    let round = 0;
    const byNode = /* @__PURE__ */ new Map();
    const near = new IntersectionObserver((entries) => {
      fill(entries.filter((entry) => entry.isIntersecting).flatMap((entry) => byNode.get(entry.target) ?? []));
    }, { rootMargin: "800px" });
    function fill(cards) {
      for (const card of cards) {
        if (card.filled) continue;
        card.filled = true;
        near.unobserve(card.node);
        draw(card);
      }
    }
    function goOn(waiting, mine) {
      if (mine !== round) return;
      const end = performance.now() + SLICE;
      while (waiting.length && performance.now() < end) fill([
        /** @type {Card} */
        waiting.shift()
      ]);
      if (waiting.length) idle(() => goOn(waiting, mine));
      else done();
    }
    window.addEventListener("beforeprint", () => fill([...byNode.values()]));
    return {
      fill,
      /**
       * Those on show first, then all others: what is not filled cannot be found by the browser's own search.
       * @param {Card[]} shown
       * @param {Card[]} all
       */
      start(shown, all) {
        round += 1;
        fill(all.length > FEW ? shown.slice(0, FIRST) : all);
        const waiting = [.../* @__PURE__ */ new Set([...shown, ...all])].filter((card) => !card.filled), mine = round;
        if (!waiting.length) return;
        byNode.clear();
        near.disconnect();
        for (const card of waiting) {
          byNode.set(card.node, card);
          near.observe(card.node);
        }
        idle(() => goOn(waiting, mine));
      }
    };
  }

  // src/marks.js
  var NAMES2 = { tag: "workbook-match", hit: "workbook-hit", now: "workbook-now" };
  function openRegister() {
    const registry = (
      /** @type {any} */
      CSS.highlights
    ), kind = (
      /** @type {any} */
      window.Highlight
    );
    if (!registry || !kind) return null;
    for (const name of Object.values(NAMES2)) if (!registry.has(name)) registry.set(name, new kind());
    return (name) => registry.get(NAMES2[name]);
  }
  function makeMarks() {
    const register = openRegister();
    const mine = { tag: [], hit: [], now: [] };
    const set = (name, ranges) => {
      if (!register) return;
      for (const range of mine[name]) register(name).delete(range);
      for (const range of mine[name] = ranges) register(name).add(range);
    };
    let place2 = { name: "", at: -1 };
    return {
      /** @param {Card[]} cards @param {State} state @param {Bundle|null} bundle */
      paint(cards, state, bundle2) {
        const filled = cards.filter((card) => card.filled), pattern = makePattern(state.words);
        set("now", []);
        set("hit", pattern ? filled.flatMap((card) => findHits(card.node, pattern)) : []);
        if (!bundle2 || state.objective === null && state.theme === null) return set("tag", []);
        set("tag", filled.flatMap(({ row, node }) => {
          const words = chosenWords(row, bundle2, state);
          return words.length ? textsIn(node).flatMap((text) => findWords(readText(text, "del"), words)) : [];
        }));
      },
      /**
       * The hit behind the last one, or before it.
       * @param {Card[]} cards @param {State} state @param {number} by @param {(card: Card) => void} fill
       */
      step(cards, state, by, fill) {
        const pattern = makePattern(state.words);
        if (!pattern || !cards.length) return null;
        let card = cards.findIndex((each) => nameRow(each.row) === place2.name), at = place2.at + by;
        if (card < 0) [card, at] = by > 0 ? [0, 0] : [cards.length - 1, Infinity];
        for (let tried = 0; tried <= cards.length; tried += 1) {
          fill(cards[card]);
          const hits = findHits(cards[card].node, pattern), next = at === Infinity ? hits.length - 1 : at;
          if (next >= 0 && next < hits.length) {
            place2 = { name: nameRow(cards[card].row), at: next };
            set("now", [hits[next]]);
            show(cards[card].node, hits[next]);
            return { told: `${next + 1} of ${hits.length} in ${cards[card].node.getAttribute("aria-label")?.toLowerCase()}` };
          }
          card = (card + by + cards.length) % cards.length;
          at = by > 0 ? 0 : Infinity;
        }
        return null;
      }
    };
  }
  function show(card, range) {
    const fold = (
      /** @type {HTMLDetailsElement|null} */
      card.querySelector("details.body")
    );
    if (fold) fold.open = true;
    const sight = sightOf(card), top = range.getBoundingClientRect().top - sight.top;
    const scroller = card.closest(".boxed") ?? window;
    if (top < 80 || top > sight.height - 80) scroller.scrollBy({ top: top - sight.height / 3 });
    card.focus({ preventScroll: true });
  }
  var chosenWords = (row, bundle2, state) => row.tags.flatMap(([at, matches]) => {
    const { scheme, tag } = bundle2.tags[at];
    return tag === (scheme === "objective" ? state.objective : state.theme) ? matches : [];
  });
  var textsIn = (card) => [...card.querySelectorAll(".text")];
  function readText(text, without) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole2 = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement?.closest(`${without}, .unseen`)) continue;
      const start = whole2.length;
      whole2 += node.textContent;
      nodes.push({ node, start, end: whole2.length });
    }
    return { whole: whole2, nodes };
  }
  function findHits(card, pattern) {
    return textsIn(card).flatMap((text) => {
      const found = (
        /** @type {const} */
        ["del", "ins"].flatMap((without) => {
          const reading = readText(text, without);
          return [...reading.whole.matchAll(pattern)].flatMap((match) => span(reading, match.index, match.index + match[0].length));
        })
      );
      const own = found.filter((range, at) => !found.slice(0, at).some((other) => sameRange(other, range)));
      return own.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    });
  }
  var sameRange = (one, other) => one.compareBoundaryPoints(Range.START_TO_START, other) === 0 && one.compareBoundaryPoints(Range.END_TO_END, other) === 0;
  function findWords({ whole: whole2, nodes }, words) {
    const ranges = [];
    for (const word of new Set(words)) {
      for (let at = whole2.indexOf(word); word && at >= 0; at = whole2.indexOf(word, at + word.length)) {
        ranges.push(...span({ whole: whole2, nodes }, at, at + word.length));
      }
    }
    return ranges;
  }
  function span({ nodes }, from, to) {
    const first = nodes.find((each) => each.end > from), last2 = nodes.findLast((each) => each.start < to);
    if (!first || !last2) return [];
    const range = document.createRange();
    range.setStart(first.node, from - first.start);
    range.setEnd(last2.node, to - last2.start);
    return [range];
  }

  // src/nothing.js
  function makeNothing(host) {
    const node = make("div.nothing", { role: "status" });
    return {
      node,
      paint(bundle2, empty) {
        node.hidden = !empty;
        if (!empty) return node.replaceChildren();
        const state = host.state(), choices = tellChoices(bundle2, state);
        const words = choices.length > 1 ? `No paragraph has all of these at once: ${choices.map(([, told]) => told).join(", ")}. Leave something out:` : "No paragraph of these two drafts has this. Leave it out, or choose other drafts:";
        const ways = choices.flatMap(([filter, told]) => {
          const count = countParagraphs(chosenRows(
            bundle2,
            state,
            /** @type {Filter} */
            filter
          ));
          return count === 0 ? [] : make(
            "button",
            { type: "button", click: () => host.choose({ [filter]: (
              /** @type {any} */
              DEFAULTS[filter]
            ) }) },
            `without ${told} (${count})`
          );
        });
        const all = choices.length > 1 && make("button", { type: "button", click: () => host.choose(NO_FILTERS) }, "without any filter");
        node.replaceChildren(make("p", {}, words), make("div.ways", {}, ...ways, all));
      }
    };
  }

  // src/redlines.js
  function makeRedlines(host) {
    const title = make("h3.found", { "aria-live": "polite", tabIndex: -1 });
    const clear = make("button.clear", { type: "button", click: () => host.choose(NO_FILTERS) }, "clear");
    const said = make("span.said", { role: "status" });
    const changes = makeSteps("change", (by) => stepChange(by)), hits = makeSteps("hit", (by) => stepHit(by));
    const reading = makeReading(host), struck = makeStruckToggle(host), editing = makeEditing(host);
    const nothing = makeNothing(host), list = make("div.cards");
    const node = make(
      "section.redlines",
      { "aria-label": "What changed" },
      make("div.bar", {}, title, clear, said, make("div.tools", {}, hits, changes, struck.node, reading.node)),
      nothing.node,
      list
    );
    let cards = [], shown = (
      /** @type {Card[]} */
      []
    );
    let read2 = "", revealed = "", top = (
      /** @type {number|undefined} */
      void 0
    );
    const marks = makeMarks();
    const lister = makeLister(
      (card) => fillCard(
        card.node,
        card.row,
        /** @type {Bundle} */
        host.bundle(),
        host,
        editing
      ),
      () => marks.paint(shown, host.state(), host.bundle())
    );
    function reveal(card, focus) {
      lister.fill(cards.slice(0, cards.indexOf(card) + 6));
      if (focus) card.node.focus({ preventScroll: true });
      const sight = sightOf(node), top2 = card.node.getBoundingClientRect().top - sight.top;
      if (top2 < 44 || top2 > sight.height * 0.6) card.node.scrollIntoView({ block: "start" });
    }
    function stepChange(by) {
      const changed = shown.filter((card) => hasChanged(card.row));
      const here = shown.findIndex((card) => card.node.contains(document.activeElement) || nameRow(card.row) === host.state().paragraph);
      const from = here < 0 ? shown.findIndex((card) => card.node.getBoundingClientRect().bottom > sightOf(node).top + 60) - (by > 0 ? 1 : 0) : here;
      const next = by > 0 ? changed.find((card) => shown.indexOf(card) > from) : changed.findLast((card) => shown.indexOf(card) < from);
      tell(said, next ? "" : changed.length ? `This is the ${by > 0 ? "last" : "first"} change.` : "Nothing changed here.");
      if (!next) return;
      revealed = nameRow(next.row);
      host.choose({ paragraph: revealed });
      reveal(next, true);
    }
    function stepHit(by) {
      const found = marks.step(shown, host.state(), by, (card) => lister.fill([card]));
      tell(said, found ? found.told : "");
    }
    return {
      node,
      title,
      stepChange,
      fill() {
        const bundle2 = host.bundle();
        if (!bundle2) return;
        top = cards.find((card) => nameRow(card.row) === editing.paragraph())?.node.getBoundingClientRect().top;
        editing.follow(bundle2);
        cards = groupRows(bundle2).flatMap(({ heading, rows }) => {
          const group = make("section.group", {}, make("h4", {}, heading));
          return rows.map((row) => ({ row, group, node: makeCard(row), filled: false }));
        });
        for (const card of cards) card.group.append(card.node);
        list.replaceChildren(...new Set(cards.map((card) => card.group)));
        list.classList.toggle("settled", cards.length > FEW);
        requestAnimationFrame(() => requestAnimationFrame(() => list.classList.add("settled")));
        revealed = "";
      },
      paint() {
        const state = host.state(), bundle2 = host.bundle();
        if (!bundle2) return;
        const looks = `${state.reading} ${state.struck}`;
        if (read2 !== looks) for (const card of cards) card.filled = false;
        read2 = looks;
        const rows = new Set(chosenRows(bundle2, state));
        shown = cards.filter((card) => rows.has(card.row));
        for (const card of cards) card.node.hidden = !rows.has(card.row);
        const groups = new Set(shown.map((card) => card.group));
        for (const card of cards) card.group.hidden = !groups.has(card.group);
        lister.start(shown, cards);
        for (const card of cards) paintChosen(card, nameRow(card.row) === state.paragraph, host);
        marks.paint(shown, state, bundle2);
        hits.hidden = !state.words.trim() || !shown.length;
        changes.hidden = !shown.length;
        clear.hidden = shown.length === cards.length;
        nothing.paint(bundle2, shown.length === 0);
        reading.paint(state.reading);
        struck.paint(bundle2);
        tell(title, tellFound(bundle2, state, shown.map((card) => card.row)));
        const chosen = shown.find((card) => nameRow(card.row) === state.paragraph);
        if (chosen && revealed !== state.paragraph) reveal(chosen);
        revealed = state.paragraph;
        const find = (paragraph) => cards.find((card) => nameRow(card.row) === paragraph)?.node;
        if (top !== void 0) keepSight(find(editing.paragraph()), top);
        top = void 0;
        editing.restore(find);
      }
    };
  }
  function keepSight(card, top) {
    const by = card && card.getBoundingClientRect().top - top;
    if (by) (card.closest(".boxed") ?? window).scrollBy({ top: by, behavior: "instant" });
  }
  function paintChosen({ node }, chosen, host) {
    if (chosen === node.classList.contains("chosen")) return;
    node.classList.toggle("chosen", chosen);
    if (chosen) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
    if (!host.ours) node.querySelector("button.link")?.setAttribute("aria-pressed", String(chosen));
  }
  function makeSteps(what, step) {
    const button = (sign, words, by) => make("button", { type: "button", title: `${words} ${what}`, "aria-label": `${words} ${what}`, click: () => step(by) }, sign);
    return make("div.steps", { role: "group" }, button("‹", "previous", -1), make("span", { "aria-hidden": "true" }, what), button("›", "next", 1));
  }
  function makeReading(host) {
    const names = { inline: "inline", beside: "side by side" };
    const buttons = Object.entries(names).map(([reading, name]) => make("button", { type: "button", "data-reading": reading, click: () => host.choose({ reading }) }, name));
    return {
      node: make("div.toggle", { role: "group", "aria-label": "Read as" }, ...buttons),
      /** @param {string} reading */
      paint: (reading) => buttons.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.reading === reading)))
    };
  }
  function tellFound(bundle2, state, rows) {
    const all = nameNumber(countParagraphs(bundle2.rows)), found = countParagraphs(rows), gone = countGone(rows);
    const told = tellChoices(bundle2, state).map(([, words]) => words).join(" · ");
    const count = (told ? `${found} of ${all}` : all) + (gone && gone < found ? `, ${gone} of them gone` : "");
    return told ? `${count}: ${told}` : count;
  }
  function tellChoices(bundle2, state) {
    const name = (tag, objective) => bundle2.tags.find((term) => term.tag === tag && term.scheme === "objective" === objective)?.short ?? tag;
    const section = bundle2.sections.find((each) => each.section === state.section)?.short ?? state.section;
    const words = state.words.trim();
    return (
      /** @type {[string, string|false|null][]} */
      [
        ["objective", state.objective !== null && `objective ${name(state.objective, true)}`],
        ["theme", state.theme !== null && name(state.theme, false)],
        ["section", state.section !== null && (section || "Opening")],
        ["change", state.change !== null && (bundle2.kinds[state.change] ?? state.change)],
        ["hand", state.hand !== null && `changed by: ${bundle2.hands.find((each) => each.hand === state.hand)?.name ?? state.hand}`],
        ["words", words && `“${words}”`],
        ["changed_only", state.changed_only && "only what changed"]
      ].flatMap(([filter, told]) => told ? [
        /** @type {[string, string]} */
        [filter, told]
      ] : [])
    );
  }
  function groupRows(bundle2) {
    const groups = [];
    for (const row of bundle2.rows) {
      if (groups.at(-1)?.section !== row.section) {
        groups.push({ section: row.section, heading: row.section || "Opening", rows: [] });
      }
      groups[groups.length - 1].rows.push(row);
    }
    return groups;
  }

  // src/similarity.js
  var MOST_CELLS = 4e4;
  var NAME = 15;
  var MARGINS = 110;
  var last = { bundle: null, key: "", grid: null };
  function mapParagraphs(bundle2, state) {
    const everything = { rows: bundle2.rows, key: "similarity" };
    const big = listHeads(bundle2.rows, "old").length * listHeads(bundle2.rows, "new").length > MOST_CELLS;
    const shown = big ? chosenRows(bundle2, state) : bundle2.rows;
    const key = big ? `similarity ${shown.map((row) => row.at)}` : everything.key;
    if (last.bundle !== bundle2 || last.key !== key || !last.grid) last = { bundle: bundle2, key, grid: drawGrid(bundle2, shown, key) };
    return last.grid ?? drawGrid(bundle2, shown, key);
  }
  function drawGrid(bundle2, shown, key) {
    const rows = listHeads(shown, "old"), columns = listHeads(shown, "new");
    const tooMany = rows.length * columns.length > MOST_CELLS;
    const trouble = tooMany ? `${rows.length} old and ${columns.length} new paragraphs are too many to draw side by side. Choose a section, an objective or a theme: the map then shows the paragraphs that are left.` : rows.length && columns.length ? "" : "No old paragraph stands beside a new one here. Clear a filter, or choose two other drafts.";
    const x = placesOf(columns), y = placesOf(rows);
    const pairs = new Map(bundle2.rows.map((row) => [nameRow(row), row]));
    const cells = trouble ? [] : rows.map((row) => columns.map((column) => ({ value: (
      /** @type {number|null} */
      null
    ), told: [`${row.title}, ${column.title}`, "next to nothing in common"] })));
    if (!trouble) for (const [old, neu, percent2] of bundle2.similarity) fillCell(cells, rows[y.get(`${old}`) ?? -1], columns[x.get(`${neu}`) ?? -1], x, y, percent2, pairs);
    return {
      key,
      rows,
      columns,
      cells,
      trouble,
      percent: true,
      most: 1,
      corner: "new ↓ old →",
      title: "how much of the rarer wording two paragraphs share; what moved lies off the diagonal",
      figure: bundle2.figures.similarity,
      layOut: (layout, width) => layOut(layout, columns, rows, width),
      chosen: () => null,
      framed(row) {
        const place2 = [x.get(`${row.new_position}`), y.get(`${row.old_position}`)];
        return place2.includes(void 0) ? [] : [
          /** @type {[number, number]} */
          place2
        ];
      },
      pick(column, row, state) {
        const pair = pairs.get(`${rows[row].id}-${columns[column].id}`);
        const target = pair ?? bundle2.rows.find((each) => `${each.new_position}` === columns[column].id);
        if (!target) return {};
        const visible = chosenRows(bundle2, state).includes(target);
        return { ...visible ? {} : NO_FILTERS, paragraph: nameRow(target) };
      }
    };
  }
  function fillCell(cells, row, column, x, y, percent2, pairs) {
    if (!row || !column) return;
    const pair = pairs.get(`${row.id}-${column.id}`);
    const fate = pair ? ["paired", ...pair.words.split("; ")] : ["not paired"];
    cells[y.get(row.id) ?? 0][x.get(column.id) ?? 0] = { value: percent2 / 100, told: [`${row.title}, ${column.title}`, `${percent2}% of the rarer wording`, ...fate] };
  }
  var placesOf = (heads) => new Map(heads.map((head, at) => [head.id, at]));
  function listHeads(rows, side) {
    const found = new Map(rows.filter((row) => row[`${side}_position`] !== null).map((row) => [row[`${side}_position`], row[`${side}_label`]]));
    return [...found].sort(([one], [other]) => Number(one) - Number(other)).map(([position, label]) => ({
      id: `${position}`,
      short: label || "¶",
      title: `${side} ${label || "paragraph without a number"}`
    }));
  }
  function layOut(layout, columns, rows, width) {
    const height = Math.min(Math.max(900 / Math.max(rows.length, 1), 6), 30);
    return {
      ...layout,
      height: 130 + Math.round(height * rows.length),
      margin: { ...layout.margin, r: 24 },
      xaxis: { ...layout.xaxis, tickangle: -90, ...nameTicks(columns, (width - MARGINS) / Math.max(columns.length, 1)) },
      yaxis: { ...layout.yaxis, ...nameTicks(rows, height) }
    };
  }
  function nameTicks(heads, room) {
    const step = Math.max(1, Math.ceil(NAME / room));
    const shown = heads.map((_head, at) => at).filter((at) => at % step === 0);
    return { tickvals: shown, ticktext: shown.map((at) => escapeText(heads[at].short)) };
  }
  var escapeText = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  // src/maps.js
  var MAPS = {
    objective: "objective × section",
    theme: "theme × section",
    principle: "principle × section",
    similarity: "old paragraph × new paragraph"
  };
  var HEADINGS = (
    /** @type {Record<string, string>} */
    {
      objective: "Where the words changed",
      theme: "Where the words changed",
      principle: "Where the words changed",
      similarity: "How alike the paragraphs are"
    }
  );
  var CORNERS = { objective: "Objective", theme: "Theme", principle: "Principle" };
  var drawn = /* @__PURE__ */ new WeakMap();
  function gridOf(bundle2, state) {
    if (state.map === "similarity") return mapParagraphs(bundle2, state);
    const grids = drawn.get(bundle2) ?? /* @__PURE__ */ new Map(), key = `${state.map} ${state.measure}`;
    drawn.set(bundle2, grids);
    if (!grids.has(key)) grids.set(key, mapTags(
      bundle2,
      /** @type {any} */
      state.map,
      state.measure,
      key
    ));
    return grids.get(key);
  }
  var MEASURES = (
    /** @type {Record<string, (count: Count) => number|null>} */
    {
      share: ([, , , , old, neu, put, out]) => old + neu ? (put + out) / (old + neu) : null,
      words_in: (count) => count[6],
      words_out: (count) => count[7],
      touched: (count) => count[3]
    }
  );
  function mapTags(bundle2, scheme, measure, key) {
    const terms = bundle2.tags.flatMap((term, at) => term.scheme === scheme ? [{ term, at }] : []);
    const columns = terms.map(({ term }) => ({ id: term.tag, short: term.short, title: term.title }));
    const rows = bundle2.sections.map(({ section, short }) => ({ id: section, short, title: section }));
    const counts = new Map(bundle2.counts.map((count) => [`${count[0]} ${count[1]}`, count]));
    const cells = rows.map((_row, at) => terms.map((each) => describe(counts.get(`${each.at} ${at}`), measure, bundle2.cell)));
    const filter = scheme === "objective" ? "objective" : "theme";
    const column = (tag) => columns.findIndex((each) => each.id === tag);
    const row = (section) => rows.findIndex((each) => each.id === section);
    return {
      key,
      columns,
      rows,
      cells,
      figure: bundle2.figures[scheme],
      trouble: "",
      percent: measure === "share",
      title: `${bundle2.measures[measure]}, ${MAPS[scheme]}`,
      corner: CORNERS[scheme],
      most: measure === "share" ? 1 : Math.max(1, ...cells.flat().map((cell) => cell.value ?? 0)),
      layOut: (layout) => layout,
      chosen(state) {
        const place2 = (
          /** @type {[number, number]} */
          [column(state[filter]), row(state.section)]
        );
        const missing = state[filter] !== null && place2[0] < 0 || state.section !== null && place2[1] < 0;
        return missing || place2[0] < 0 && place2[1] < 0 ? null : place2;
      },
      framed: (each) => terms.flatMap(({ at }, x) => each.tags.some(([tag]) => tag === at) && row(each.section) >= 0 ? [
        /** @type {[number, number]} */
        [x, row(each.section)]
      ] : []),
      pick(x, y, state) {
        if (!counts.has(`${terms[x].at} ${y}`)) return {};
        const again = state[filter] === columns[x].id && state.section === rows[y].id;
        return { [filter]: again ? null : columns[x].id, section: again ? null : rows[y].id };
      }
    };
  }
  function describe(count, measure, words) {
    if (!count) return { value: null, told: words.empty };
    const [, , paragraphs, touched, words_old, words_new, words_in, words_out, unknown] = count, all = words_in + words_out;
    const amounts = (
      /** @type {Record<string, number>} */
      { paragraphs, touched, words_old, words_new, words_in, words_out, all, known: all - unknown }
    );
    const facts = unknown === null ? words.told : [...words.told, ...words.hands];
    return { value: MEASURES[measure](count), told: facts.map((fact) => fact.replace(/\{(\w+)\}/g, (_all, name) => String(amounts[name]))) };
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
    if (typeof blob === "string") {
      document.head.append(Object.assign(document.createElement("script"), { textContent: blob }));
      return page.Plotly ?? null;
    }
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

  // src/turned.js
  var LINE = 15;
  var LETTER = 7;
  var LONG = 18;
  function turnGrid(grid) {
    return {
      ...grid,
      columns: grid.rows,
      rows: grid.columns,
      cells: grid.columns.map((_column, x) => grid.rows.map((_row, y) => grid.cells[y][x])),
      layOut: (layout) => ({
        ...layout,
        height: 30 + LETTER * longest(grid.rows) + LINE * (longest(grid.columns) > LONG ? 2.4 : 1.7) * grid.columns.length,
        margin: { ...layout.margin, l: 4, r: 4 },
        xaxis: { ...layout.xaxis, tickangle: -90, ...nameTicks2(grid.rows, Infinity) },
        yaxis: { ...layout.yaxis, ...nameTicks2(grid.columns, LONG) }
      }),
      chosen(state) {
        const place2 = grid.chosen(state);
        return place2 && [place2[1], place2[0]];
      },
      framed: (row) => grid.framed(row).map(([x, y]) => [y, x]),
      pick: (column, row, state) => grid.pick(row, column, state)
    };
  }
  var longest = (heads) => Math.max(0, ...heads.map((head) => head.short.length));
  var nameTicks2 = (heads, long) => ({
    tickvals: heads.map((_head, at) => at),
    ticktext: heads.map((head) => foldName(head.short, long).map(escapeText).join("<br>"))
  });
  function foldName(name, long) {
    const spaces = [...name.matchAll(/ /g)].map((match) => match.index), middle = name.length / 2;
    if (name.length <= long || !spaces.length) return [name];
    const at = spaces.reduce((best, space) => Math.abs(space - middle) < Math.abs(best - middle) ? space : best);
    return [name.slice(0, at), name.slice(at + 1)];
  }

  // src/heatmap.js
  var CELL = 29;
  var ROOM = 720;
  var SETTINGS = { displaylogo: false, modeBarButtonsToRemove: ["autoScale2d", "zoom2d", "pan2d"], toImageButtonOptions: { filename: "changes", scale: 2 } };
  function makeHeatmap(host, pick) {
    const canvas = make("div.canvas", { role: "img" }), note = make("p.note", {}, "The chart is loading …");
    const node = make("div.heatmap", {}, note, canvas);
    let plotly = null;
    let width = 0, drawn2 = "";
    let shown = null;
    async function draw() {
      if (!host.bundle() || node.hidden || !node.isConnected) return;
      plotly ??= await loadPlotly(host);
      const bundle2 = host.bundle(), state = host.state();
      if (!plotly || !bundle2) return tell(note, "The chart could not be loaded; the table says the same.");
      const turned = state.map !== "similarity" && node.clientWidth < ROOM, given = gridOf(bundle2, state);
      const grid = turned ? turnGrid(given) : given, look = currentLook(), template = bundle2.templates[look];
      tell(note, grid.trouble);
      note.hidden = !(canvas.hidden = Boolean(grid.trouble));
      if (grid.trouble) return;
      canvas.setAttribute("aria-label", `Heatmap: ${grid.title}. The table has the same numbers.`);
      const shapes = drawFrames(grid, state, bundle2.rows.find((row) => nameRow(row) === state.paragraph), template);
      const wide = node.clientWidth, crowded = !turned && wide / (grid.columns.length + 6) < CELL;
      const now = `${look} ${crowded} ${turned} ${state.map === "similarity" && wide} ${grid.key}`;
      if (shown === bundle2 && drawn2 === now) return plotly.relayout(canvas, { shapes });
      shown = bundle2;
      drawn2 = now;
      canvas.dataset.turned = turned ? "yes" : "";
      const { data, layout } = fillFigure(grid, crowded, wide);
      await plotly.react(canvas, data, Object.assign(layout, { template, shapes }), SETTINGS);
      node.dispatchEvent(new Event("workbook-drawn", { bubbles: true }));
      if (canvas.dataset.heard) return;
      canvas.dataset.heard = "yes";
      canvas.on("plotly_click", ({ points: [{ x, y }] }) => canvas.dataset.turned ? pick(y, x) : pick(x, y));
    }
    canvas.tabIndex = -1;
    canvas.addEventListener("pointerdown", () => canvas.focus({ preventScroll: true }));
    const watcher = new ResizeObserver(() => {
      if (!node.clientWidth || node.clientWidth === width) return;
      width = node.clientWidth;
      if (plotly && canvas.dataset.heard && !canvas.hidden) plotly.Plots.resize(canvas);
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
  function fillFigure(grid, crowded, width) {
    const { data: [trace], layout } = structuredClone(grid.figure);
    trace.x = grid.columns.map((_column, at) => at);
    trace.y = grid.rows.map((_row, at) => at);
    trace.z = grid.cells.map((row) => row.map((cell) => cell.value));
    trace.customdata = grid.cells.map((row, y) => row.map((_cell, x) => [grid.columns[x].id, grid.rows[y].id]));
    trace.hovertext = grid.cells.map((row, y) => row.map((cell, x) => tellCell(grid, cell.told, x, y)));
    trace.hovertemplate = "%{hovertext}<extra></extra>";
    trace.text = grid.cells.map((row) => row.map(({ value }) => grid.percent ? escapeText(percent(value)) : `${value ?? ""}`));
    trace.texttemplate = crowded ? "" : "%{text}";
    layout.coloraxis = { ...layout.coloraxis, cmin: 0, cmax: grid.most };
    return { data: [trace], layout: grid.layOut(layout, width) };
  }
  function tellCell(grid, told, x, y) {
    const lines = grid.key.startsWith("similarity") ? told : [`${grid.columns[x].short} · ${grid.rows[y].short}`, ...told];
    return lines.map(escapeText).join("<br>");
  }
  function drawFrames(grid, state, paragraph, template) {
    const { columns, rows } = grid, ink = template.layout.font.color;
    const frame = ([x, y], line) => ({
      type: "rect",
      line,
      x0: x < 0 ? -0.5 : x - 0.5,
      x1: x < 0 ? columns.length - 0.5 : x + 0.5,
      y0: y < 0 ? -0.5 : y - 0.5,
      y1: y < 0 ? rows.length - 0.5 : y + 0.5
    });
    const chosen = grid.chosen(state), framed = paragraph ? grid.framed(paragraph) : [];
    return [
      ...framed.map((place2) => frame(place2, { width: 2, color: ink, dash: "2px,2px" })),
      ...chosen ? [frame(chosen, { width: 2.5, color: ink })] : []
    ];
  }

  // src/table.js
  var STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -9999], End: [0, 9999] };
  function makeTable(host, pick) {
    const node = make("div.grid");
    let cells = [];
    let shown = null;
    const find = (event) => {
      const cell = (
        /** @type {any} */
        /** @type {HTMLElement} */
        event.target.closest("td")
      );
      const row = cells.findIndex((each) => each.includes(cell));
      return row < 0 ? null : { row, column: cells[row].indexOf(cell) };
    };
    node.addEventListener("click", (event) => {
      const place2 = find(event);
      if (!place2) return;
      walk(cells, place2.row, place2.column);
      pick(place2.row, place2.column);
    });
    node.addEventListener("keydown", (event) => {
      const place2 = find(event), step = STEPS[event.key];
      if (!place2 || !step && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      if (!step) return pick(place2.row, place2.column);
      walk(cells, place2.row + step[0], place2.column + step[1]);
    });
    function redraw(grid) {
      const row = cells.findIndex((each) => each.includes(
        /** @type {any} */
        document.activeElement
      ));
      const column = row < 0 ? 0 : cells[row].indexOf(
        /** @type {any} */
        document.activeElement
      );
      shown = grid;
      cells = grid.trouble ? [] : grid.columns.map((_column, x) => grid.rows.map((_row, y) => drawCell(grid, x, y)));
      node.replaceChildren(grid.trouble ? make("p.note", {}, grid.trouble) : drawTable(grid, cells));
      node.classList.toggle("fine", grid.key.startsWith("similarity"));
      if (cells[0]?.[0]) cells[0][0].tabIndex = 0;
      if (row >= 0 && cells.length) walk(cells, row, column);
    }
    return {
      node,
      paint() {
        const bundle2 = host.bundle();
        if (!bundle2 || node.hidden) return;
        const state = host.state(), grid = gridOf(bundle2, state);
        if (grid !== shown) redraw(grid);
        const chosen = grid.chosen(state), paragraph = bundle2.rows.find((row) => nameRow(row) === state.paragraph);
        const framed = new Set((paragraph ? grid.framed(paragraph) : []).map(String));
        for (const [x, column] of cells.entries()) {
          for (const [y, cell] of column.entries()) paintCell(cell, chosen?.[0] === x && chosen[1] === y, framed.has(`${x},${y}`));
        }
      }
    };
  }
  function paintCell(cell, chosen, framed) {
    if (cell.getAttribute("aria-selected") !== String(chosen)) cell.setAttribute("aria-selected", String(chosen));
    if (framed === cell.hasAttribute("aria-description")) return;
    if (framed) cell.setAttribute("aria-description", "the chosen paragraph counts here");
    else cell.removeAttribute("aria-description");
  }
  function walk(cells, row, column) {
    const next = cells[Math.min(Math.max(row, 0), cells.length - 1)];
    const cell = next[Math.min(Math.max(column, 0), next.length - 1)];
    for (const each of cells.flat()) if (each.tabIndex === 0) each.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }
  function drawTable(grid, cells) {
    const head = make(
      "tr",
      {},
      make("th", { scope: "col" }, grid.corner),
      ...grid.rows.map((row) => make("th", { scope: "col", title: row.title }, row.short))
    );
    const body = grid.columns.map((column, x) => make("tr", {}, make("th", { scope: "row", title: column.title }, column.short), ...cells[x]));
    return make(
      "table",
      { role: "grid" },
      make("caption.unseen", {}, capitalize(grid.title)),
      make("thead", {}, head),
      make("tbody", {}, ...body)
    );
  }
  function drawCell(grid, x, y) {
    const { value, told } = grid.cells[y][x];
    const words = value === null ? "" : grid.percent ? percent(value) : String(value);
    const title = told.join("; ");
    const cell = make("td", {
      role: "gridcell",
      tabIndex: -1,
      title,
      "data-column": grid.columns[x].id,
      "data-row": grid.rows[y].id,
      "aria-label": words ? `${words}: ${title}` : title
    }, words);
    cell.style.setProperty("--share", String((value ?? 0) / grid.most));
    return cell;
  }

  // src/where.js
  function makeWhere(host) {
    const pick = (column, row) => {
      const bundle2 = host.bundle();
      if (bundle2) host.choose(gridOf(bundle2, host.state()).pick(column, row, host.state()));
    };
    const table = makeTable(host, pick), heatmap = makeHeatmap(host, pick), toggle = makeToggle(host);
    const map = makeSelect("Map", (value) => host.choose({ map: value }));
    const measure = makeSelect("Measure", (value) => host.choose({ measure: value }));
    const heading = make("h3", { id: freshId("where") }), explained = make("p.explained");
    const node = make(
      "section.where",
      { "aria-labelledby": heading.id },
      make("div.bar", {}, heading, make("div.tools", {}, map.node, measure.node, toggle.node)),
      explained,
      heatmap.node,
      table.node
    );
    return {
      node,
      /** @param {boolean} wide */
      paint(wide) {
        const { view: wanted, map: chosen, measure: measured } = host.state(), bundle2 = host.bundle();
        const view = wanted === "auto" ? wide ? "chart" : "table" : wanted;
        heatmap.node.hidden = view !== "chart";
        table.node.hidden = view !== "table";
        toggle.paint(view);
        map.paint(MAPS, chosen);
        measure.paint(bundle2?.measures ?? {}, measured);
        measure.node.hidden = chosen === "similarity";
        tell(heading, HEADINGS[chosen]);
        const goal = chosen === "similarity" ? "leads to the paragraph" : "shows its paragraphs below";
        const keys = view === "table" ? `Arrow keys walk the cells; Enter on a cell ${goal}.` : `A click on a cell ${goal}.`;
        const usage = wide ? keys : `Tap a cell: it ${goal}.`;
        const grid = bundle2 && gridOf(bundle2, host.state());
        tell(explained, grid && !grid.trouble ? `${capitalize(grid.title)}. ${usage}` : "");
        table.paint();
      },
      draw: heatmap.paint,
      close: heatmap.close
    };
  }
  function makeSelect(name, choose) {
    const id = freshId(name.toLowerCase()), select = make("select", { id, change: () => choose(select.value) });
    return {
      node: make("div.pick", {}, make("label.unseen", { htmlFor: id }, name), select),
      /** @param {Record<string, string>} options @param {string} chosen */
      paint(options, chosen) {
        if (select.options.length !== Object.keys(options).length) {
          select.replaceChildren(...Object.entries(options).map(([value, words]) => make("option", { value }, words)));
        }
        select.value = chosen;
      }
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

  // src/page.js
  var ROOM2 = 720;
  function mount(host, element) {
    const choices = makeChoices(host), redlines = makeRedlines(host), where = makeWhere(host);
    const keys = {
      n: ["next change", () => redlines.stepChange(1)],
      p: ["previous change", () => redlines.stepChange(-1)],
      "/": ["look for words", () => filters.search()],
      x: ["swap the drafts", () => choices.swap()],
      "?": ["show these keys", () => help.toggleAttribute("open")]
    };
    const help = listKeys(keys), filters = makeFilters(host, help);
    const root = make(
      "div.workbook-explorer",
      {},
      choices.node,
      make("div.body", {}, make("aside.side", {}, filters.node), make("div.main", {}, where.node, redlines.node))
    );
    root.classList.toggle("boxed", !host.ours);
    let wide = false;
    function isBusy() {
      const { old, new: neu } = host.state(), bundle2 = host.bundle();
      return !host.error() && !host.lost() && bundle2 !== null && (bundle2.old !== old || bundle2.new !== neu);
    }
    function paint() {
      const busy = isBusy(), focused = (
        /** @type {any} */
        document.activeElement
      ), inside = root.contains(focused);
      root.dataset.look = currentLook();
      root.setAttribute("aria-busy", String(busy));
      wide = root.clientWidth >= ROOM2;
      filters.unfold(wide);
      choices.paint(busy);
      filters.paint();
      where.paint(wide);
      redlines.paint();
      const gone = inside && (!focused.isConnected || focused.disabled || !focused.checkVisibility());
      if (gone && (focused === document.activeElement || !root.contains(document.activeElement))) redlines.title.focus({ preventScroll: true });
      requestAnimationFrame(() => setTimeout(where.draw));
    }
    function fill() {
      filters.fill();
      redlines.fill();
    }
    const unfollow = followAddress(host, choices.warn);
    const stop = host.watch((what) => {
      if (what === "bundle") fill();
      paint();
    });
    const width = new ResizeObserver(() => {
      const now = root.clientWidth >= ROOM2;
      if (root.clientWidth && now !== wide) paint();
    });
    element.replaceChildren(root);
    fill();
    const unwatchLook = watchLook(paint), unhear = followKeys(host, root, keys);
    paint();
    width.observe(root);
    return () => {
      for (const end of [stop, unfollow, unwatchLook, unhear]) end();
      width.disconnect();
      where.close();
    };
  }

  // src/alone.js
  var read = (name) => document.getElementById(`workbook-${name}`);
  async function askPlotly() {
    await whole;
    const packed = read("plotly");
    if (!packed?.textContent) return null;
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  var whole = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve(null);
    else document.addEventListener("DOMContentLoaded", resolve);
  });
  var bundle = JSON.parse(read("bundle")?.textContent ?? "null");
  var pages = JSON.parse(read("pages")?.textContent ?? "{}");
  var beside = read("plotly")?.dataset.file;
  if (beside) window.workbookPlotlyUrl = beside;
  var place = document.querySelector("main");
  if (bundle && place) {
    read("plain")?.remove();
    document.body.classList.add("workbook-page");
    mount(standAlone(bundle, { pages, askPlotly }), place);
  }
})();
