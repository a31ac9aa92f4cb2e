// Prints what a browser's reader view has of the page on standard input: Mozilla's Readability. Argument: the folder of `node_modules`.
const { createRequire } = require("node:module");
const load = createRequire(process.argv[2] + "/");
const { JSDOM } = load("jsdom");
const { Readability } = load("@mozilla/readability");
const page = require("node:fs").readFileSync(0, "utf8");
const read = new Readability(new JSDOM(page, { url: "https://example.org/" }).window.document).parse();
process.stdout.write(JSON.stringify({ title: read.title, byline: read.byline, text: read.textContent, html: read.content }));
