// The site in a real browser: run.js SITE [SHOTS]. Every kind of page at three
// widths and in every mode, accessibility, HTML, keyboard.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const path = require("path");
const {HtmlValidate} = require("html-validate");
const {check, files, kinds, open, run} = require("./common");

const [site, shots] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const widths = [320, 768, 1280];

async function fits(page, what) {
	const over = await page.evaluate(() => ({
		wide: document.documentElement.scrollWidth - innerWidth,
		which: [...document.querySelectorAll("body *")].filter((one) =>
			one.getBoundingClientRect().right > innerWidth + 1 &&
			!one.closest(".frame, .skip, svg")).slice(0, 3)
			.map((one) => one.tagName + "." + one.className),
	}));
	check(over.wide <= 0, what + ": " + over.wide + " px too wide: " + over.which);
	check(page.faults.length === 0, what + ": " + page.faults.slice(0, 3));
	page.faults.length = 0;
}

// To the end of the page and back: what was never in sight may not be laid out
// where it will stand.
async function read(page) {
	await page.evaluate(async () => {
		// A browser that has nothing to draw on may owe a frame for ever.
		const frame = () => new Promise((resolve) => {
			requestAnimationFrame(resolve);
			setTimeout(resolve, 100);
		});
		for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
			scrollTo(0, y);
			await frame();
			await frame();
		}
		scrollTo(0, 0);
		await frame();
	});
}

// Scripts of the tests are let in past the page's own policy.
async function accessible(page, what) {
	await read(page);
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice"],
		resultTypes: ["violations"],
	}));
	for (const violation of found.violations)
		check(false, what + ": " + violation.id + ": " +
			violation.nodes.slice(0, 2).map((node) =>
				node.html.slice(0, 160) + " " + (node.any[0] || {message: ""}).message)
				.join(" | "));
	check(true, what);
}

async function shot(page, name) {
	if (shots) await page.screenshot({path: path.join(shots, name + ".png")});
}

async function inModes(browser, root, kind, file) {
	const page = await open(browser, root + file, {root});
	for (const colorScheme of ["light", "dark"])
		for (const width of widths) {
			await page.setViewportSize({width, height: 900});
			await page.emulateMedia({colorScheme});
			const what = [file, width, colorScheme].join(" ");
			await fits(page, what);
			await shot(page, [kind, width, colorScheme].join("-"));
			if (width !== 768 && (width === 320) === (colorScheme === "dark"))
				await accessible(page, what);
		}
	await page.emulateMedia({colorScheme: "light", forcedColors: "active"});
	await fits(page, file + " forced colours");
	await shot(page, kind + "-forced");
	await page.setViewportSize({width: 700, height: 900});
	await page.emulateMedia({media: "print", forcedColors: "none"});
	await fits(page, file + " print");
	await shot(page, kind + "-print");
	await page.context().close();
	const still = await open(browser, root + file,
		{root, javaScriptEnabled: false, viewport: {width: 320, height: 700}});
	check(still.faults.length === 0, file + " without script: " + still.faults);
	await still.context().close();
}

async function everyMode(browser, root) {
	const left = Object.entries(kinds);
	const work = async () => {
		for (let one; (one = left.shift());) await inModes(browser, root, ...one);
	};
	await Promise.all([work(), work(), work()]);
}

async function everyFile(browser, root) {
	const validate = new HtmlValidate({
		extends: ["html-validate:standard"],
		rules: {
			"no-trailing-whitespace": "off", "long-title": "off",
			// Written by the W3C's own rule for HTML: "&" alone is fine.
			"no-raw-characters": ["error", {relaxed: true}],
		},
	});
	for (const file of files(site).filter((name) => name.endsWith(".html"))) {
		const report = await validate.validateFile(file);
		for (const result of report.results)
			for (const one of result.messages.slice(0, 5))
				check(false, path.relative(site, file) + ":" + one.line + ":" +
					one.column + ": " + one.ruleId + ": " + one.message);
		check(true, file);
		links(file);
	}
}

// Every relative link leads to a file, and its fragment to an id in it.
const ids = new Map();
function idsOf(file) {
	if (!ids.has(file)) {
		const html = fs.readFileSync(file, "utf8");
		ids.set(file, new Set([...html.matchAll(/\bid="([^"]*)"/g)].map((m) => m[1])));
	}
	return ids.get(file);
}
function links(file) {
	const html = fs.readFileSync(file, "utf8");
	for (const [, href] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
		if (/^[a-z]+:/.test(href)) continue;
		const [name, fragment] = href.split("#");
		let to = name === "" ? file : path.join(path.dirname(file), name);
		const there = fs.existsSync(to);
		check(there, path.relative(site, file) + " leads nowhere: " + href);
		if (there && fragment && to.endsWith(".html"))
			check(idsOf(to).has(fragment),
				path.relative(site, file) + " leads to no id: " + href);
	}
}

async function keyboard(browser, root) {
	const page = await open(browser, root + "en/index.html",
		{root, viewport: {width: 1280, height: 800}});
	const focused = (what) => page.evaluate((selector) =>
		document.activeElement.matches(selector), what);
	await page.keyboard.press("Tab");
	check(await focused(".skip"), "the first stop is the way to the text");
	await page.keyboard.press("Enter");
	check(await focused("main"), "it leads to the text");
	for (const [what, selector] of [["a number", "#p8 a.value"],
		["a note", "#p9 .call a"]]) {
		await page.locator(selector).first().focus();
		await page.keyboard.press("Enter");
		check(await page.locator(".card").isVisible(), what + " opens");
		check((await page.locator(".card .facts").innerText()).length > 10,
			what + " says something");
		await page.keyboard.press("Tab");
		check(await focused(".card .close"), "its first stop is the way out");
		await page.keyboard.press("Escape");
		check(!await page.locator(".card").isVisible(), what + " closes");
		check(await focused(selector), "the keyboard is back at " + what);
	}
	await page.locator("#p8 a.value").nth(1).click();
	await page.locator(".card details summary").click();
	const listed = await page.locator(".card details a").count();
	const said = await page.locator(".card details summary").innerText();
	check(listed > 0 && said.includes(String(listed)),
		"the reviews are as many as said: " + said + " " + listed);
	await page.keyboard.press("Escape");
	await page.locator("#p14").scrollIntoViewIfNeeded();
	await page.evaluate(() => document.getElementById("p14").scrollIntoView());
	await page.waitForTimeout(800);
	check(await page.locator(".contents [aria-current]").count() === 1,
		"the contents say where the reader is");
	await page.locator(".languages a").nth(1).focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/zh\/index\.html#p1[34]$/, {timeout: 3000}).catch(() => {});
	check(/zh\/index\.html#p1[34]$/.test(page.url()), "the other language, " + page.url());
	check(page.faults.length === 0, "keyboard: " + page.faults);
	await page.context().close();
}

async function withoutScript(browser, root) {
	const page = await open(browser, root + "zh/index.html",
		{root, javaScriptEnabled: false, viewport: {width: 1280, height: 800}});
	await page.locator(".call a").nth(3).click();
	const note = page.locator(".notes li:target");
	check(await note.isVisible(), "a note shows itself without script");
	await note.locator(".back").click();
	check(!await page.locator(".notes li:target").count(), "and goes again");
	await page.locator("#p8 a.value").first().click();
	check(/measures\.html#/.test(page.url()), "a number leads to its measure");
	await page.context().close();
	const both = await open(browser, root + "zh-en/index.html",
		{root, javaScriptEnabled: false, viewport: {width: 1280, height: 800}});
	const tops = () => both.locator("#p12").evaluate((one) => [
		one.getBoundingClientRect().top,
		document.getElementById("zh-p12").getBoundingClientRect().top,
		document.getElementById("zh-p12").getClientRects().length]);
	let [right, left] = await tops();
	check(Math.abs(right - left) < 6, "paragraphs side by side: " + left + " " + right);
	await both.locator("#show-first").uncheck();
	check((await tops())[2] === 0, "a language can be hidden");
	await both.context().close();
}

async function fromFolder(browser) {
	const page = await (await browser.newContext()).newPage();
	await page.goto("file://" + path.resolve(site, "zh/index.html"));
	check(await page.evaluate(async () => {
		await document.fonts.ready;
		return document.fonts.check("16px 'Note Serif SC'") &&
			getComputedStyle(document.querySelector("main")).maxWidth !== "none";
	}), "from a folder, without a server");
	await page.context().close();
}

run(site, {everyFile, keyboard, withoutScript, fromFolder, everyMode});
