import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" });
type Texts = { [key: string]: string | Texts };

const flat = (texts: Texts, before = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
const read = (name: string): [string, string][] => flat(JSON.parse(readFileSync(new URL(name, root), "utf8")) as Texts);

const dutch = files.filter((name) => name.endsWith("/nl.json"));
const all = new Map(dutch.flatMap(read));
const sources = files.filter((name) => /\.tsx?$/.test(name) && !/\.(test|gen)\./.test(name));

test.each(dutch)("%s has the same keys and gaps in English", (name) => {
  const gaps = (text: string) => (text.match(/\{\{\w+\}\}|<\/?b>/g) ?? []).sort().join();
  const english = new Map(read(name.replace("nl.json", "en.json")));
  const mine = read(name);
  expect([...english.keys()].sort()).toEqual(mine.map(([key]) => key).sort());
  for (const [key, text] of mine) expect([key, gaps(english.get(key)!)]).toEqual([key, gaps(text)]);
});

test("no key stands in two slices", () => {
  expect(dutch.flatMap(read).length).toBe(all.size);
});

test("every key that a source names is there", () => {
  const missing: string[] = [];
  for (const name of sources) {
    const source = readFileSync(new URL(name, root), "utf8");
    for (const [, key] of source.matchAll(/\bt\(\s*"([a-zA-Z0-9_.-]+)"/g))
      if (!all.has(key!) && !all.has(`${key}_one`)) missing.push(`${name}: ${key}`);
  }
  expect(missing).toEqual([]);
});

// Words that the interface does not use: errors say what to do, and people are "u".
test("no text blames, shouts or says you informally", () => {
  const banned = /\b(oeps|ongeldig|ging iets mis|jij|jouw|je)\b|!/i;
  expect([...all].filter(([, text]) => banned.test(text))).toEqual([]);
});
