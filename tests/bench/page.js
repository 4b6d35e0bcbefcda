// Watches a page while it loads and when something is chosen in it. Times are milliseconds since the visit began.
// What counts is what a person sees: a time is taken when the frame that shows it has been painted.
window.bench = (() => {
  const find = (name) => document.querySelector(name);
  // The first task behind the frame: what the page itself has put off until then is no part of it.
  const painted = () => new Promise((done) => requestAnimationFrame(() => scheduler.postTask(() => done(performance.now()), { priority: "user-blocking" })));
  const until = (holds, root = document) => new Promise((done) => {
    if (holds()) return done();
    const watcher = new MutationObserver(() => {
      if (!holds()) return;
      watcher.disconnect();
      done();
    });
    watcher.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const drawn = () => new Promise((done) => {
    const chart = find(".canvas");
    const events = ["plotly_relayout", "plotly_react", "plotly_afterplot"]; // moved frames end in the first
    const hear = () => { events.forEach((each) => chart.removeListener(each, hear)); done(); };
    events.forEach((each) => chart.on(each, hear));
  });
  const shown = () => find(".card .body") && !find(".card .body").closest("[hidden]"); // cheap: it is asked at every change
  const said = () => find(".found").textContent;
  const change = (select, value) => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const listed = (label) => find(`#${[...document.querySelectorAll(".workbook-explorer label")].find((each) => each.textContent === label).htmlFor}`);

  const loading = until(shown).then(async () => {
    const seen = await painted(), before = said(), objective = listed("Objective");
    change(objective, objective.options[3].value);
    await until(() => said() !== before);
    return { seen, live: await painted() };
  });
  const charted = until(() => find(".canvas .nsewdrag")).then(painted);

  return {
    async load() {
      const { seen, live } = await loading, chart = await charted;
      return { seen, live, chart, first: performance.getEntriesByName("first-contentful-paint")[0].startTime };
    },
    // One choice among what is loaded: until the list says it, and until the chart does.
    async choose(label, value) {
      const before = said(), select = listed(label), start = performance.now(), chart = drawn();
      change(select, value);
      if (label !== "Measure") await until(() => said() !== before);
      const list = await painted();
      await chart;
      return { list: list - start, chart: (await painted()) - start };
    },
    // Any other choice: until what it changes has been painted. A box that is typed into is given the words at once.
    async act(kind, number) {
      const root = find(".workbook-explorer"), tab = (name) => root.querySelector(`[role=tab][data-tab=${name}]`);
      const among = (selector) => {
        // Not by checkVisibility, for which a browser lays out what the page leaves until it comes into sight.
        const all = [...root.querySelectorAll(selector)].filter((each) => !each.closest("[hidden]"));
        return all[number % all.length];
      };
      const acts = {
        filter: () => change(listed("Theme"), listed("Theme").options[1 + (number % 6)].value),
        words: () => {
          listed("Words").value = ["migrants", "rights", "the", ""][number % 4];
          listed("Words").dispatchEvent(new Event("input", { bubbles: true }));
        },
        cell: ((cell) => () => cell.click())(among("main [role=tabpanel] td[role=gridcell]:not(:empty)")),
        paragraph: ((link) => () => link.click())(among(".card a.link")),
        reading: ((button) => () => button.click())(among(".redlines .toggle [aria-pressed=false]")),
        tab: ((name) => () => name.click())(tab(["themes", "compare", "commitments", "compare"][number % 4])),
      };
      await new Promise((done) => setTimeout(done, 80)); // what the last choice left for later is done
      const start = performance.now();
      acts[kind]();
      const end = await painted();
      performance.measure("chosen", { start, end }); // for a trace: work.py
      return end - start;
    },
    // The drafts the other way round: until the new redlines stand there.
    async swap() {
      const card = find(".card"), start = performance.now();
      find(".swap").click();
      await until(() => find(".card .body") && find(".card") !== card);
      const list = await painted();
      return { list: list - start, error: find(".error").textContent };
    },
    // Until the page says that its kernel has taken over.
    kernel: () => until(() => document.body.dataset.kernel).then(painted),
    values: (label) => [...listed(label).options].map((each) => each.value),
  };
})();
