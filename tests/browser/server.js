// A web server of files for the tests, and nothing else.
// SPDX-License-Identifier: MIT
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");

const types = {
	".html": "text/html; charset=utf-8", ".css": "text/css",
	".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml",
	".json": "application/json", ".xml": "application/xml",
	".csv": "text/csv; charset=utf-8", ".tsv": "text/tab-separated-values",
	".pdf": "application/pdf", ".png": "image/png",
};

// serve(folder) → {address, close}
exports.serve = (folder) => new Promise((resolve) => {
	const server = http.createServer((request, response) => {
		let name = decodeURIComponent(new URL(request.url, "http://x").pathname);
		if (name.endsWith("/")) name += "index.html";
		fs.readFile(path.join(folder, path.normalize(name)), (error, bytes) => {
			const type = types[path.extname(name)];
			response.writeHead(error ? 404 : 200, error ? {}
				: {"Content-Length": bytes.length,
					...(type && {"Content-Type": type})});
			response.end(error ? "" : bytes);
		});
	});
	server.listen(0, "127.0.0.1", () => resolve({
		address: "http://127.0.0.1:" + server.address().port + "/",
		close: () => server.close(),
	}));
});
