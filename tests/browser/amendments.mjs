// Asks the page's module on saved amendments, in a browser's stead: one line of JSON in, one out.
const kept = new Map();
globalThis.localStorage = {
  getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: (name) => void kept.delete(name),
};
globalThis.window = { addEventListener: () => undefined };
const { makeStore, readFile, writeFile } = await import("../../workbook/show/explorer/src/workshop/amendments.js");

let input = "";
for await (const part of process.stdin) input += part;
const asked = JSON.parse(input), half = { text: "half", reason: "", id: "" };
const acts = {
  read: (raw) => readFile(typeof raw === "string" ? raw : JSON.stringify(raw)),
  again: (amendments) => readFile(writeFile(amendments)).amendments,
  hold: (lasting) => {
    kept.clear();
    const store = makeStore(() => undefined);
    store.keepHalf("draft:1", half, lasting);
    return [store.half("draft:1"), makeStore(() => undefined).half("draft:1"), [...kept.values()].join("")];
  },
  save: (amendments) => {
    kept.clear();
    const store = makeStore(() => undefined);
    const taken = amendments.map((one) => store.put(one));
    return [taken, makeStore(() => undefined).list().map(({ id, text }) => [id, text])];
  },
};
console.log(JSON.stringify(asked.map(([name, value]) => acts[name](value))));
