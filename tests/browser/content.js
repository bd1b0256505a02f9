// What the pages hold and weigh, in a real browser: content.js SITE NOTE_FOLDER.
// Weight, layout shift, the same words everywhere, languages, links, fonts.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const {check, kinds, open, run} = require("./common");

const [site, notes] = process.argv.slice(2);
const isChinese = (file) => /^zh\//.test(file);

// With gzip, which every reader and server has; brotli is smaller.
async function weights(browser, root) {
	const packed = (name) => zlib.gzipSync(fs.readFileSync(path.join(site, name)),
		{level: 9}).length;
	const assets = fs.readdirSync(path.join(site, "assets"))
		.filter((name) => !name.endsWith(".woff2"))
		.reduce((sum, name) => sum + packed("assets/" + name), 0);
	const english = packed("en/index.html") + assets;
	console.log("English page with style and script: " + english + " bytes packed");
	check(english < 150 * 1024, "English page: " + english + " bytes");
	for (const file of Object.values(kinds)) {
		const page = await open(browser, root + file, {root});
		await page.waitForLoadState("networkidle");
		console.log(file + ": " + packed(file) + " bytes packed, fonts " + page.fonts);
		check(page.fonts > 0 && (!isChinese(file) || page.fonts < 250 * 1024),
			file + ": fonts " + page.fonts + " bytes");
		await page.context().close();
	}
}

// Nothing moves, even if the fonts come late.
async function shifts(browser, root) {
	for (const file of Object.values(kinds))
		for (const width of [320, 1280]) {
			const page = await open(browser, root + file,
				{root, late: true, viewport: {width, height: 900}});
			const shift = await page.evaluate(async () => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += entry.value;
				}).observe({type: "layout-shift", buffered: true});
				await document.fonts.ready;
				await new Promise((resolve) => setTimeout(resolve, 200));
				return sum;
			});
			check(shift < 0.01, file + " " + width + ": layout shift " + shift);
			await page.context().close();
		}
}

// The note of the site says what the page that stands alone says.
async function sameText(browser, root) {
	const context = await browser.newContext();
	const page = await context.newPage();
	const words = async (address) => {
		await page.goto(address);
		return page.evaluate(() => {
			for (const one of document.querySelectorAll(
				".enlarge, .contents, template, .bar, .foot, .status, .skip, .other, .card"))
				one.remove();
			return document.body.textContent.replace(/\s+/g, " ").trim();
		});
	};
	for (const language of ["en", "zh"])
		check(await words(root + language + "/index.html") ===
			await words("file://" + path.resolve(notes, "note." + language + ".html")),
		language + ": the site's text differs from the page that stands alone");
	await context.close();
}

// Each side of the parallel edition says what that language's own page says.
async function sameSides(browser, root) {
	const page = await (await browser.newContext()).newPage();
	const words = async (address, selector) => {
		await page.goto(address);
		return page.evaluate((what) => [...document.querySelectorAll(what)]
			.map((one) => one.textContent).join("").replace(/\s+/g, ""), selector);
	};
	for (const [language, side] of [["en", "second"], ["zh", "first"]]) {
		const alone = await words(root + language + "/index.html",
			"h1, div.text > :not(.notes), .notes ol");
		const both = await words(root + "zh-en/index.html", "h1 ." + side +
			", .text > .pair > ." + side + ", .notes ." + side);
		let at = 0;
		while (at < both.length && both[at] === alone[at]) at++;
		check(both.length > 5000 && both === alone, language +
			": not " + alone.substr(at - 20, 50) + " but " + both.substr(at - 20, 50));
	}
	await page.context().close();
}

// What is in another language than its page says so; external links are marked;
// every face lets the text be seen before it comes.
async function marked(browser, root) {
	for (const file of Object.values(kinds)) {
		const page = await open(browser, root + file, {root});
		const found = await page.evaluate(() => {
			const faults = [];
			const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node; (node = walk.nextNode());) {
				const at = node.parentElement;
				const lang = at.closest("[lang]").getAttribute("lang");
				const words = node.data.trim();
				if (at.closest("script, style, code, .id")) continue;
				if (lang === "en" && /\p{Script=Han}/u.test(words) ||
				    lang !== "en" && /^[A-Za-z][a-z]+\W*\s([A-Za-z][a-z]+)/.test(words) &&
				    !/\p{Script=Han}/u.test(words))
					faults.push(lang + ": " + words.slice(0, 60));
			}
			for (const link of document.querySelectorAll("a[href^=http]"))
				if (!link.relList.contains("external") ||
				    !getComputedStyle(link, "::after").content.includes("↗"))
					faults.push("not marked: " + link.href);
			for (const sheet of document.styleSheets)
				for (const rule of sheet.cssRules)
					if (rule instanceof CSSFontFaceRule &&
					    rule.style.getPropertyValue("font-display") !== "swap")
						faults.push("hidden until it comes: " + rule.cssText.slice(0, 80));
			return faults;
		});
		check(found.length === 0, file + ": " + found.slice(0, 4).join("; "));
		await page.context().close();
	}
}

run(site, {weights, shifts, sameText, sameSides, marked});
