// What the page's own modules make of answers: run by test_answers.py, which says what is expected of each line.
import { judge } from "../../workbook/show/explorer/src/workshop/checking.js";
import { findLabel, spellLabel } from "../../workbook/show/explorer/src/workshop/labels.js";
import { offerPlans, tellLacking } from "../../workbook/show/explorer/src/workshop/plans.js";
import { nameValue } from "../../workbook/show/explorer/src/workshop/telling.js";
import { NOTHING, drawMark, nameFile, readAnswers, readFile, writeAnswers, writeFile } from "../../workbook/show/explorer/src/workshop/progress.js";

const given = (/** @type {any[]} */ ...questions) => new Map(questions.map(([id, changes]) => [id, { ...NOTHING, ...changes }]));
const plain = (/** @type {Map<any, any>} */ progress) => Object.fromEntries([...progress].map(([id, own]) => [id, Object.fromEntries(own)]));
/** @type {Record<string, (told: any) => any>} */
const asked = {
  spell: spellLabel,
  find: findLabel,
  draw: (count) => Array.from({ length: count }, drawMark),
  called: nameFile,
  name: ({ question, value }) => nameValue(/** @type {any} */ ({ material: [] }), question, value),
  judge: ({ question, values }) => judge(question, values),
  round: (exercises) => {
    const progress = new Map(exercises.map(([id, questions]) => [id, given(...questions)]));
    const { all, address } = writeAnswers(progress), file = writeFile(progress, { mark: "7k3mxx", room: "E1", old: "a", new: "b" }, () => "words");
    return { all, address, read: plain(readAnswers(all)), file, opened: readFile(file).progress.size, same: JSON.stringify(plain(readFile(file).progress)) === JSON.stringify(plain(progress)) };
  },
  plans: ({ plans, written }) => ({ offered: offerPlans(plans, written).map(({ id }) => id), told: tellLacking(plans, written) }),
  address: (words) => plain(readAnswers(words)),
  file: (words) => ({ ...readFile(words), progress: plain(readFile(words).progress) }),
};
let told = "";
for await (const part of process.stdin) told += part;
process.stdout.write(JSON.stringify(JSON.parse(told).map(([name, value]) => asked[name](value))));
