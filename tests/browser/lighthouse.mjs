// Lighthouse's verdict on each kind of page, as on a slow phone: lighthouse.mjs
// ADDRESS. 95 of 100 are asked for in each category; of a few attempts the best
// counts, for whatever else the machine does only takes from a page.
// SPDX-License-Identifier: MIT
import {spawn} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import lighthouse from "lighthouse";
import common from "./common.js";

const address = process.argv[2];
const categories = ["performance", "accessibility", "best-practices", "seo"];
const least = 0.95, attempts = 3;

// Chromium with its own folder → {port, close}; it says where it listens.
async function browse() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lighthouse"));
	const chromium = spawn(process.env.CHROMIUM || "/usr/bin/chromium", ["--headless",
		"--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--no-first-run", "--disable-component-update", "--disable-sync",
		"--remote-debugging-port=0", "--user-data-dir=" + folder, "about:blank"],
	{stdio: ["ignore", "ignore", "pipe"]});
	let said = "";
	const port = await new Promise((resolve, reject) => {
		chromium.on("exit", () => reject(new Error("Chromium: " + said)));
		chromium.stderr.on("data", (words) => {
			said += words;
			const found = said.match(/ws:\/\/127\.0\.0\.1:(\d+)/);
			if (found) resolve(Number(found[1]));
		});
	});
	return {port, close: () => new Promise((resolve) => {
		chromium.removeAllListeners("exit").on("exit", () => {
			fs.rmSync(folder, {recursive: true, force: true, maxRetries: 5});
			resolve();
		});
		chromium.kill();
	})};
}

// The best of some attempts in each category, and what is wanting in the rest.
async function judge(file, port) {
	const best = {};
	let wanting = [];
	for (let i = 0; i < attempts; i++) {
		const {lhr} = await lighthouse(address + file, {port, output: "json",
			logLevel: "error", onlyCategories: categories});
		if (lhr.runtimeError) throw new Error(file + ": " + lhr.runtimeError.message);
		for (const name of categories)
			best[name] = Math.max(best[name] || 0, lhr.categories[name].score);
		wanting = Object.values(lhr.audits).filter((audit) => audit.score !== null &&
			audit.score < 0.9 && audit.scoreDisplayMode !== "informative")
			.map((audit) => audit.id + " " + (audit.displayValue || audit.score));
		if (categories.every((name) => best[name] >= least)) break;
	}
	return {best, wanting};
}

const {port, close} = await browse();
let failed = 0;
for (const file of Object.values(common.kinds)) {
	const {best, wanting} = await judge(file, port);
	const good = categories.every((name) => best[name] >= least);
	console.log((good ? "" : "FAIL: ") + file + ": " + categories.map((name) =>
		name + " " + Math.round(best[name] * 100)).join(", "));
	if (!good) console.log("  wanting: " + wanting.join("; "));
	failed += !good;
}
await close();
process.exit(failed === 0 ? 0 : 1);
