// What the pages do better with a script: explanations beside the text, links
// to copy, the place in the contents. All of it works without.
// SPDX-License-Identifier: MIT
"use strict";

const card = (() => {
	const template = document.getElementById("card");
	if (!template || !("popover" in HTMLElement.prototype)) return null;
	document.body.append(template.content.cloneNode(true));
	return document.querySelector(".card");
})();
let opener = null;

// Below the word that was asked about, inside the window; a narrow window has
// the card at its foot (the style sheet says so).
function place(anchor) {
	const at = anchor.getClientRects()[0] || anchor.getBoundingClientRect();
	const left = Math.min(at.left, innerWidth - card.offsetWidth - 24);
	const below = at.bottom + card.offsetHeight + 12 < innerHeight;
	const top = below ? at.bottom + 8 : at.top - card.offsetHeight - 8;
	card.style.setProperty("--left", Math.max(8, left) + scrollX + "px");
	card.style.setProperty("--top", Math.max(8, top) + scrollY + "px");
}

function show(anchor, content, lang) {
	const facts = card.querySelector(".facts");
	facts.replaceChildren(content);
	facts.lang = lang;
	card.querySelector(".more a").href = anchor.href;
	card.hidePopover();
	opener = anchor;
	card.showPopover();
	place(anchor);
	card.focus({preventScroll: true});
}

function language(element) {
	return element.closest("[lang]").lang;
}

// A fact's reviews: four to a hexadecimal digit, in the order of the list.
function unfold(entry) {
	const all = document.querySelector("template.all-reviews");
	const basis = entry.querySelector("[data-reviews]");
	if (!all || !basis) return entry;
	const links = all.content.querySelectorAll("a");
	const details = document.createElement("details");
	const summary = document.createElement("summary");
	const list = document.createElement("p");
	summary.textContent = basis.textContent;
	links.forEach((link, i) => {
		const digit = parseInt(basis.dataset.reviews[i >> 2], 16);
		if (digit & (8 >> (i & 3))) list.append(link.cloneNode(true), " ");
	});
	details.className = "basis";
	details.append(summary, list);
	basis.replaceWith(details);
	return entry;
}

function fact(link) {
	const id = link.parentElement.dataset.measure;
	for (const template of document.querySelectorAll("template.facts")) {
		if (template.lang !== language(link)) continue;
		for (const entry of template.content.children)
			if (entry.dataset.of === id) return unfold(entry.cloneNode(true));
	}
	return null;
}

function note(link) {
	const target = document.getElementById(link.hash.slice(1));
	const words = target && target.querySelector("div");
	if (!words) return null;
	const copy = words.cloneNode(true);
	for (const back of copy.querySelectorAll(".back")) back.remove();
	for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
	return copy;
}

function copy(link) {
	const status = document.querySelector(".status");
	if (!navigator.clipboard) return;
	navigator.clipboard.writeText(link.href).then(() => {
		status.textContent = status.dataset.copied;
		setTimeout(() => { status.textContent = ""; }, 2500);
	}, () => {});
}

// The first paragraph in sight, by its number, whatever the language.
function paragraph() {
	for (const one of document.querySelectorAll(".numbered[id]"))
		if (one.getClientRects().length &&
		    one.getBoundingClientRect().bottom > 80)
			return one.id.replace(/^.*-/, "");
	return "";
}

// Where the reader last stayed: the way to the other language may be far above.
let reading = "";
let resting = 0;
addEventListener("scroll", () => {
	clearTimeout(resting);
	resting = setTimeout(() => { if (scrollY > 200) reading = paragraph(); }, 600);
}, {passive: true});

document.addEventListener("click", (event) => {
	const link = event.target.closest("a");
	if (event.ctrlKey || event.metaKey || event.shiftKey) return;
	if (event.target.closest(".card .close")) card.hidePopover();
	if (!link) return;
	const content = !card || link.closest(".card") ? null
		: link.matches(".value") ? fact(link)
		: link.matches(".call a") ? note(link) : null;
	if (content) {
		event.preventDefault();
		show(link, content, language(link));
	} else if (link.matches(".number")) {
		copy(link);
	} else if (link.matches(".languages a")) {
		link.hash = scrollY > 200 ? paragraph() : reading;
	} else if (link.closest(".card") && link.hash) {
		card.hidePopover();
	}
});

if (card) {
	card.addEventListener("toggle", (event) => {
		if (event.newState !== "closed" || !opener) return;
		if (document.activeElement === document.body ||
		    card.contains(document.activeElement))
			opener.focus({preventScroll: true});
		opener = null;
	});
	for (const link of document.querySelectorAll("a.value, .call a"))
		link.setAttribute("aria-haspopup", "dialog");
}

// The entry of the contents whose section is being read. What stands in a pair
// is where the pair is, which may not be laid out yet.
const entries = new Map();
for (const link of document.querySelectorAll(".contents a")) {
	const heading = document.getElementById(link.hash.slice(1));
	entries.set(heading && (heading.closest(".pair") || heading), link);
}
let current = null;
function mark() {
	let found = null;
	for (const [heading, link] of entries)
		if (heading && heading.getClientRects().length &&
		    heading.getBoundingClientRect().top < 120)
			found = link;
	if (found === current) return;
	if (current) current.removeAttribute("aria-current");
	if (found) {
		const list = found.closest(".contents");
		found.setAttribute("aria-current", "location");
		if (list.scrollHeight > list.clientHeight)
			list.scrollTop = found.offsetTop - list.clientHeight / 3;
	}
	current = found;
}
if (entries.size) {
	let waiting = false;
	addEventListener("scroll", () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => { waiting = false; mark(); });
	}, {passive: true});
	addEventListener("load", mark); // when all is laid out anyway
}
