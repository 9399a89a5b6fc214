// The same server and data for Node.

import { createServer } from "node:http";
import { PerformanceObserver } from "node:perf_hooks";

const entries = 400000;
const changesPerRequest = 4;

const entryKey = (i) => "key-" + i;
const makeList = (...items) => items.reduceRight((rest, item) => ({ car: item, cdr: rest }), null);
const makeEntry = (i) =>
  makeList(String(i), new Array(8).fill(i), Buffer.alloc(100, "a").toString("latin1"), makeList(i, i + 1, i + 2, 1.5 * i));

const table = new Map();
for (let i = 0; i < entries; i++) table.set(entryKey(i), makeEntry(i));

let seed = 12345n;
const nextPlace = () => {
  seed = (seed * 1103515245n + 12345n) % 2147483648n;
  return Number((seed / 7n) % BigInt(entries));
};

const change = () => {
  const place = nextPlace();
  const key = entryKey(place);
  table.get(key).cdr.car[0] = table.get(entryKey(nextPlace()));
  table.get(entryKey(nextPlace())).cdr.car.fill(place);
  table.set(key, makeEntry(place));
};

let pauses = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) pauses.push(entry.duration);
}).observe({ entryTypes: ["gc"] });

const pausesText = () => {
  const sorted = pauses.sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  const total = sorted.reduce((sum, length) => sum + length, 0);
  pauses = [];
  return `collections ${sorted.length}\nlongest ${at(1)}\npercentile-99.9 ${at(0.999)}\nmedian ${at(0.5)}\ntotal ${total}\n`;
};

const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  let body = "Hello, world!";
  if (request.url === "/pauses") body = pausesText();
  else for (let i = 0; i < changesPerRequest; i++) change();
  response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": body.length });
  response.end(body);
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => {
  console.log("listening on port " + server.address().port);
});
