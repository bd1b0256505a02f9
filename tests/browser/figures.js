// Every kind of figure in a real browser: figures.js FOLDER, where FOLDER is
// the gallery's output. On a page with all of them, in both languages, at three
// widths and in every mode: accessibility, ids, one picture at a time, words
// that are large enough, apart from each other, and can be selected.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const path = require("path");
const {chromium} = require("playwright-core");
const {serve} = require("./server");

const [folder] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const KINDS = 12;	// figures of the gallery
const LEAST = 9.5;	// pixels of type
let passed = 0, failed = 0;

function check(good, what) {
	if (good) passed++;
	else { failed++; console.log("FAIL: " + what); }
}

// What is wrong with the pictures that are shown.
function look(least) {
	const faults = [];
	const shown = [...document.querySelectorAll("svg.chart")]
		.filter((svg) => svg.checkVisibility());
	for (const svg of shown) {
		const name = svg.querySelector("title").id;
		const frame = svg.getBoundingClientRect();
		const texts = [...svg.querySelectorAll("text")].map((text) =>
			({words: text.textContent, box: text.getBoundingClientRect(),
				size: parseFloat(getComputedStyle(text).fontSize) *
					frame.width / svg.viewBox.baseVal.width}));
		for (const [i, a] of texts.entries()) {
			if (a.size < least)
				faults.push(`${name}: "${a.words}" is ${a.size.toFixed(1)} px`);
			if (a.box.left < frame.left - 1.5 || a.box.right > frame.right + 1.5)
				faults.push(`${name}: "${a.words}" is cut off`);
			for (const b of texts.slice(i + 1)) {
				const across = Math.min(a.box.right, b.box.right) -
					Math.max(a.box.left, b.box.left);
				const down = Math.min(a.box.bottom, b.box.bottom) -
					Math.max(a.box.top, b.box.top);
				if (across > 1.5 && down > 0.4 * a.box.height)
					faults.push(`${name}: "${a.words}" meets "${b.words}"`);
			}
		}
		const range = document.createRange();
		range.selectNodeContents(svg.querySelector("text"));
		getSelection().removeAllRanges();
		getSelection().addRange(range);
		if (getSelection().toString() !== texts[0].words)
			faults.push(`${name}: "${texts[0].words}" cannot be selected`);
	}
	return {count: shown.length, faults};
}

async function accessible(page, what) {
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice"],
		resultTypes: ["violations"],
	}));
	for (const violation of found.violations)
		check(false, what + ": " + violation.id + ": " +
			violation.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | "));
	check(true, what);
}

async function gallery(browser, root, language) {
	const page = await browser.newPage();
	await page.goto(`${root}note.${language}.html`);
	const ids = await page.evaluate(() =>
		[...document.querySelectorAll("[id]")].map((one) => one.id));
	check(new Set(ids).size === ids.length, language + ": an id stands twice");
	for (const [colorScheme, forcedColors] of
		[["light", "none"], ["dark", "none"], ["dark", "active"]])
		for (const width of [320, 480, 1280]) {
			const what = [language, colorScheme, forcedColors, width].join(" ");
			await page.setViewportSize({width, height: 900});
			await page.emulateMedia({colorScheme, forcedColors});
			const {count, faults} = await page.evaluate(look, LEAST);
			check(count === KINDS, what + ": shows " + count + " pictures");
			check(faults.length === 0, what + ": " + faults.slice(0, 4).join("; "));
			if (forcedColors === "none") await accessible(page, what);
		}
	await page.close();
}

// Each file by itself: its own type and colours, words to select, no fault.
async function alone(browser, root, file) {
	const page = await browser.newPage();
	const said = [];
	page.on("console", (message) => said.push(message.text()));
	await page.goto(root + "figures/" + file);
	const ground = {};
	for (const colorScheme of ["light", "dark"]) {
		await page.emulateMedia({colorScheme});
		ground[colorScheme] = await page.evaluate(() =>
			getComputedStyle(document.documentElement).backgroundColor);
	}
	check(ground.light !== ground.dark, file + " is the same in the dark");
	check(await page.evaluate(() => {
		const text = document.querySelector("text");
		const range = document.createRange();
		range.selectNodeContents(text);
		getSelection().addRange(range);
		return getSelection().toString() === text.textContent;
	}), file + ": words cannot be selected");
	check(said.length === 0, file + ": " + said);
	await page.close();
}

(async () => {
	const {address, close} = await serve(folder);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
		args: ["--no-sandbox", "--headless", "--disable-gpu",
			"--disable-background-networking"],
	});
	for (const language of ["en", "zh"]) await gallery(browser, address, language);
	const files = fs.readdirSync(path.join(folder, "figures"))
		.filter((name) => name.endsWith(".svg"));
	check(files.length === 2 * KINDS, "there are " + files.length + " SVGs");
	for (const file of files) await alone(browser, address, file);
	await browser.close();
	close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
})();
