// What the tests of the site share: its kinds of pages, a browser, the tally.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const path = require("path");
const {chromium} = require("playwright-core");
const {serve} = require("./server");

const kinds = {
	start: "index.html", note_en: "en/index.html", note_zh: "zh/index.html",
	parallel: "zh-en/index.html", figures: "en/figures/index.html",
	figure_en: "en/figures/chapter2.html", figure_zh: "zh/figures/chapter5.html",
	data_en: "en/data.html", data_zh: "zh/data.html",
	measures_en: "en/measures.html", measures_zh: "zh/measures.html",
	files: "data/index.html",
};
let passed = 0, failed = 0;

function check(good, what) {
	if (good) passed++;
	else { failed++; console.log("FAIL: " + what); }
}

function files(folder) {
	return fs.readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
		entry.isDirectory() ? files(path.join(folder, entry.name))
			: [path.join(folder, entry.name)]);
}

// A page that counts what goes wrong while it is open, and what its fonts weigh.
// late: fonts come when all else is painted.
async function open(browser, address, options) {
	const {root, late, ...rest} = options;
	const context = await browser.newContext(rest);
	const page = await context.newPage();
	page.faults = [];
	page.fonts = 0;
	page.on("console", (message) => page.faults.push(message.text()));
	page.on("pageerror", (error) => page.faults.push(String(error)));
	page.on("requestfailed", (request) => page.faults.push("failed: " + request.url()));
	page.on("response", async (response) => {
		if (response.status() >= 400)
			page.faults.push(response.status() + " " + response.url());
		if (response.url().endsWith(".woff2"))
			page.fonts += Number(response.headers()["content-length"]);
	});
	page.on("request", (request) => {
		if (!request.url().startsWith(root) && !request.url().startsWith("data:"))
			page.faults.push("third party: " + request.url());
	});
	if (late)
		await page.route("**/*.woff2", async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
	await page.goto(address, {waitUntil: "load"});
	return page;
}

// Serve the site, take each step in a browser, say what came of it, and end.
async function run(site, steps) {
	const server = await serve(site);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
		args: ["--headless", "--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--no-first-run",
			"--disable-component-update", "--disable-sync"],
	});
	try {
		for (const [name, step] of Object.entries(steps)) {
			const began = Date.now();
			await step(browser, server.address);
			console.log(name + ": " + ((Date.now() - began) / 1000).toFixed(1) + " s");
		}
	} catch (error) {
		check(false, error.stack);
	}
	await browser.close();
	server.close();
	console.log(passed + " passed, " + failed + " failed");
	process.exit(failed === 0 ? 0 : 1);
}

module.exports = {check, files, kinds, open, run};
