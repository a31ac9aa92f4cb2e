/* Reads a citation with one of Zotero's own translators: node zotero.js BUNDLE LABEL < citation. Prints its items as JSON.

   BUNDLE is index.js of the package zotero-translators, which holds the source of each translator. They run in Zotero, so
   this stands in for as much of it as BibTeX and RIS ask for; what is read, and how, is theirs. */
"use strict";
const fs = require("fs");
const vm = require("vm");

const [bundle, label] = process.argv.slice(2);
const lines = fs.readFileSync(bundle, "utf-8").split("\n").filter((line) => line.startsWith('  "code": "'));
const sources = lines.map((line) => JSON.parse(`{${line.trim().replace(/,$/, "")}}`).code);
const source = sources.find((code) => code.slice(0, 1000).includes(`"label": "${label}"`));
const header = /^\{[\s\S]*?\n\}\s*\n/; // its description, in JSON

let input = fs.readFileSync(0, "utf-8");
const read = (count) => {
  if (!input) return false;
  const end = count || (input.indexOf("\n") + 1 || input.length);
  const part = input.slice(0, end);
  input = input.slice(end);
  return count ? part : part.replace(/\r?\n$/, "");
};

const items = [];
class Item {
  constructor(itemType) {
    Object.assign(this, { itemType, creators: [], tags: [], notes: [], attachments: [], seeAlso: [] });
  }
  complete() { items.push(this); }
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const Utilities = {
  trim: (text) => text.trim(),
  trimInternal: (text) => text.replace(/\s+/g, " ").trim(),
  text2html: (text) => text,
  unescapeHTML: (text) => text,
  fieldIsValidForType: () => true,
  getVersion: () => "test",
  cleanDOI: (text) => (/10\.[0-9]{4,}\/[^\s]*[^\s.,]/.exec(text) || [null])[0],
  deepCopy: (value) => structuredClone(value),
  removeDiacritics: (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  XRegExp: (pattern, flags = "") => new RegExp(pattern.replace(/\\p([LMN])/g, "\\p{$1}"), `${flags}u`),
  formatDate: ({ year, month, day }) => [MONTHS[month], day, year].filter((part) => part).join(" "),
  strToDate: (text) => {
    const [year, month, day] = text.split(/[-/]/).map(Number);
    return { year, month: month - 1, day };
  },
  cleanAuthor: (name, creatorType, comma) => {
    const [lastName, firstName = ""] = comma
      ? name.split(/, ?/)
      : [name.slice(name.lastIndexOf(" ") + 1), name.slice(0, Math.max(0, name.lastIndexOf(" ")))];
    return { firstName, lastName, creatorType };
  },
};
const Zotero = { read, Item, Utilities, debug: () => {}, getHiddenPref: () => undefined, getOption: () => undefined };
const sandbox = { Zotero, Z: Zotero, ZU: Utilities, console, Promise };
vm.createContext(sandbox);
vm.runInContext(`${source.replace(header, "")}\n;this.running = doImport();`, sandbox);
Promise.resolve(sandbox.running).then(() => process.stdout.write(JSON.stringify(items)));
