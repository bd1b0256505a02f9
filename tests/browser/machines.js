// What machines read of the site: machines.js SITE ADDRESS DIFF. Metadata, the
// map, JSON-LD, the data's package and codebook; and the page of data says of
// the changes what `diff --format json` says.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const path = require("path");
const {Package} = require("datapackage");

const [site, address, difference] = process.argv.slice(2);
const read = (name) => fs.readFileSync(path.join(site, name), "utf8");
const there = (name) => fs.existsSync(path.join(site, name));
let passed = 0, failed = 0;

function check(good, what) {
	if (good) passed++;
	else { failed++; console.log("FAIL: " + what); }
}

const pages = fs.readdirSync(site, {recursive: true}).filter((name) =>
	name.endsWith(".html")).sort();
const unescape = (words) => words.replace(/&quot;/g, "\"").replace(/&lt;/g, "<")
	.replace(/&gt;/g, ">").replace(/&#39;/g, "'").replace(/&amp;/g, "&");
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) =>
	match.slice(1).map(unescape));

// A whole address that leads to a file of the site.
function leads(href, what) {
	check(href.startsWith(address) && there(href.slice(address.length) || "index.html"),
		what + " leads nowhere: " + href);
}

function metadata(name) {
	const head = read(name).split("</head>")[0];
	const canonical = all(head, /<link rel="canonical" href="([^"]*)"/g);
	const og = Object.fromEntries(all(head,
		/<meta property="og:([^"]*)" content="([^"]*)"/g));
	check(canonical.length === 1 && canonical[0][0] === address + name,
		name + ": canonical " + canonical);
	check(og.url === address + name && og.title && og.type === "article" &&
		og.site_name, name + ": Open Graph " + JSON.stringify(og));
	check(/<meta name="description" content="[^"]{4,}"/.test(head),
		name + ": no description");
	if (og.image) leads(og.image, name + ": og:image");
	check(/\/figures\/(?!index)/.test(name) === Boolean(og.image),
		name + ": a picture for figures and for nothing else");
	return all(head, /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g);
}

// Each page in a language names itself and the others, and they name it.
function alternates(found) {
	for (const [name, links] of found) {
		check(/^(en|zh)\//.test(name) === links.length > 0,
			name + ": hreflang " + links);
		for (const [lang, href] of links) {
			leads(href, name + ": hreflang " + lang);
			const to = href.slice(address.length);
			if (lang === "x-default") continue;
			check(read(to).includes("<html lang=\"" + lang + "\">"),
				name + ": " + to + " is not in " + lang);
			check(found.get(to).some(([, back]) => back === address + name),
				to + " does not name " + name);
		}
	}
}

function map() {
	const listed = all(read("sitemap.xml"), /<loc>([^<]*)<\/loc>/g)
		.map(([href]) => href.slice(address.length)).sort();
	check(JSON.stringify(listed) === JSON.stringify(pages),
		"sitemap.xml lists " + listed.length + " of " + pages.length + " pages");
	check(read("robots.txt") ===
		"User-agent: *\nAllow: /\nSitemap: " + address + "sitemap.xml\n", "robots.txt");
}

function linked(name, type, fields) {
	const blocks = all(read(name),
		/<script type="application\/ld\+json">([^<]*)<\/script>/g);
	check(blocks.length === 1, name + ": " + blocks.length + " blocks of JSON-LD");
	const data = JSON.parse(blocks[0][0]);
	check(data["@context"] === "https://schema.org" && data["@type"] === type,
		name + ": " + data["@type"]);
	for (const field of fields)
		check(data[field] && data[field].length !== 0, name + ": no " + field);
	check(data.url === address + name, name + ": url " + data.url);
	check(/^\d{4}-\d\d-\d\d$/.test(data.datePublished), name + ": datePublished");
	for (const {contentUrl, encodingFormat} of data.encoding || data.distribution) {
		leads(contentUrl, name + ": contentUrl");
		check(/^\w+\/[\w-]+$/.test(encodingFormat), name + ": " + encodingFormat);
	}
	if (data.isBasedOn) leads(data.isBasedOn, name + ": isBasedOn");
}

async function packaged() {
	const folder = path.join(site, "data");
	const data = await Package.load(path.join(folder, "datapackage.json"));
	check(data.valid, "datapackage.json: " + data.errors);
	const rows = {};
	for (const resource of data.resources.filter((one) => one.tabular)) {
		rows[resource.name] = await resource.read({keyed: true}).catch((error) => {
			check(false, resource.name + ": " + error.message + " " +
				(error.errors || []).slice(0, 3));
			return [];
		});
		check(rows[resource.name].length > 100, resource.name + " has rows");
		check(fs.statSync(path.join(folder, resource.descriptor.path)).size ===
			resource.descriptor.bytes, resource.name + ": bytes");
		check(resource.schema.fields.every((field) => field.descriptor.description),
			resource.name + ": a column without words");
	}
	const files = data.getResource("reviews").descriptor.path;
	check(files.every((name) => there("data/" + name)), "a review's file is missing");
	check(fs.readdirSync(path.join(folder, "reviews")).every((name) =>
		files.includes("reviews/" + name)), "a review's file is not in the package");
	codes(rows);
}

// Every code in the table of entries is in the codebook, named in each language.
function codes({entries, codebook}) {
	const known = new Set(codebook.map((row) => row.column + " " + row.code));
	const used = new Set(entries.flatMap((row) => ["state", "region", "cycle",
		"chapter", "article", "category"].filter((column) => row[column] !== null)
		.map((column) => column + " " + row[column])
		.concat((row.topics || "").split(" ").filter(Boolean)
			.map((topic) => "topic " + topic))));
	for (const code of used) check(known.has(code), "not in the codebook: " + code);
	for (const row of codebook)
		check(row["name.en"] && row["name.zh"], "no name in a language: " + row.code);
}

function changes(language) {
	const told = JSON.parse(fs.readFileSync(difference, "utf8"));
	const page = read(language + "/data.html");
	const section = page.slice(page.indexOf("id=\"changes\""),
		page.indexOf("<h2>", page.indexOf("id=\"changes\"")));
	const number = (words) => words.replace(/[,\s\u00a0\u2009\u202f]/g, "");
	const rows = new Map(all(section, new RegExp("<tr><th scope=\"row\">" +
		"<a href=\"measures\\.html#([^\"]*)\">[^<]*</a></th><td>([^<]*)</td>" +
		"<td>([^<]*)</td><td>([^<]*)</td>", "g"))
		.map(([id, ...cells]) => [id, cells.map(number)]));
	const items = told.measures.concat(told.claims);
	check(rows.size === items.length && items.length > 100,
		language + ": " + rows.size + " changes of " + items.length);
	for (const {id, from, to, reviews} of items) {
		const [then, now, causes] = rows.get(id) || [];
		check(causes === String(reviews.length), language + ": causes of " + id);
		if (/^\d+$/.test(from)) check(then === from, language + ": " + id + " then");
		if (/^\d+$/.test(to)) check(now === to, language + ": " + id + " now");
	}
	for (const cycle of told.cycles)
		for (const [from, to] of [cycle.reviews, cycle.needs, cycle.challenges])
			check(number(section).includes(from === to ? "<td>" + to
				: "<td>" + from + "→" + to), language + ": cycle " + cycle.cycle);
	check(all(section, /href="\.\.\/data\/reviews\/([^"]*)"/g).length ===
		told.reviews.length, language + ": the reviews that came");
}

(async () => {
	alternates(new Map(pages.map((name) => [name, metadata(name)])));
	map();
	for (const language of ["en", "zh"]) {
		linked(language + "/index.html", "Report", ["name", "inLanguage",
			"reportNumber", "abstract", "publisher", "isBasedOn", "encoding"]);
		linked(language + "/data.html", "Dataset", ["name", "description",
			"inLanguage", "creditText", "distribution"]);
		changes(language);
	}
	await packaged();
	console.log(passed + " passed, " + failed + " failed");
	process.exit(failed === 0 ? 0 : 1);
})();
