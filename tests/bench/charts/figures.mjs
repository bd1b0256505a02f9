// The six figures of the note by Vega-Lite, as SVG: figures.mjs DATA OUT.
// SPDX-License-Identifier: MIT
import fs from "node:fs";
import * as vega from "vega";
import {compile} from "vega-lite";

const [data, out] = process.argv.slice(2);
const inks = ["#12294a", "#b3541e", "#1f6f6b"];

function read(name) {
	const rows = fs.readFileSync(`${data}/${name}.en.csv`, "utf8").trim()
		.split("\r\n").map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)]
			.map((cell) => cell[1].replaceAll('""', '"')));
	return {heads: rows[0], rows: rows.slice(1)};
}

async function save(name, spec) {
	const whole = {$schema: "https://vega.github.io/schema/vega-lite/v6.json",
		config: {font: "Liberation Sans", view: {stroke: null}}, ...spec};
	const view = new vega.View(vega.parse(compile(whole).spec), {renderer: "none"});
	fs.writeFileSync(`${out}/${name}.svg`, await view.toSVG());
}

// Bars with their numbers, names at the left.
function bars(table, column, ink, names) {
	const y = {field: "name", type: "nominal", sort: null, title: null,
		axis: names ? {labelLimit: 200} : null};
	return {
		width: names ? 200 : 140, title: table.heads[column],
		data: {values: table.rows.map((row) => ({name: row[1], n: Number(row[column])}))},
		encoding: {y, x: {field: "n", type: "quantitative", title: null}},
		layer: [{mark: {type: "bar", color: ink}},
			{mark: {type: "text", align: "left", dx: 3}, encoding: {text: {field: "n"}}}],
	};
}

// Several series side by side.
function grouped(table, count, along) {
	const across = along === "x" ? "y" : "x";
	const values = table.rows.flatMap((row) => [...Array(count).keys()].map((i) =>
		({name: row[1], series: table.heads[2 + i], n: Number(row[2 + i])})));
	return {
		width: 300, height: 200, data: {values},
		encoding: {
			[across]: {field: "name", type: "nominal", sort: null, title: null},
			[across + "Offset"]: {field: "series", sort: null},
			[along]: {field: "n", type: "quantitative", title: null},
			color: {field: "series", sort: null, scale: {range: inks}},
		},
		layer: [{mark: "bar"}, {mark: {type: "text"}, encoding: {text: {field: "n"}}}],
	};
}

for (const name of ["categories1", "categories2"])
	await save(name, bars(read(name), 2, inks[0], true));
await save("chapters2", grouped(read("chapters2"), 2, "y"));
await save("regions2", grouped(read("regions2"), 3, "x"));
for (const name of ["chapter2", "chapter5"]) {
	const table = read(name);
	await save(name, {hconcat: [0, 1].map((i) => bars(table, 2 + i, inks[i], i === 0))});
}
