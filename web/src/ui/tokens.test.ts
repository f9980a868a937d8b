import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "./contrast";

// Contrast by WCAG 2, computed from the tokens themselves.
const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map<string, [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g))
  tokens.set(name!, [light!, dark!]);

const TEXT = 4.5;
const BORDER = 3;
const grounds = ["surface", "bg"];
const pairs: [string, string, number][] = [
  ...["ink", "muted", "faint", "delft", "delft7", "prive", "groen", "amber", "rood"].flatMap((text) =>
    grounds.map((ground): [string, string, number] => [text, ground, TEXT]),
  ),
  ...["prive", "groen", "amber", "rood"].map((text): [string, string, number] => [text, `${text}50`, TEXT]),
  ...["prive50", "groen50", "amber50", "rood50", "delft50", "delft100", "sunken"].map(
    (ground): [string, string, number] => ["ink", ground, TEXT],
  ),
  ...["prive50", "groen50", "amber50", "rood50", "delft50", "delft100", "sunken"].map(
    (ground): [string, string, number] => ["muted", ground, TEXT],
  ),
  ["delft7", "delft100", TEXT],
  ["delft", "delft50", TEXT],
  ["delft", "delft100", TEXT],
  ["faint", "delft50", TEXT],
  ...["delft", "delft7", "prive", "amber", "rood"].map((fill): [string, string, number] => ["on-fill", fill, TEXT]),
  ...grounds.map((ground): [string, string, number] => ["control", ground, BORDER]),
];

test("each token has a light and a dark value", () => {
  expect(tokens.size).toBe(22);
});

test.each(pairs)("%s on %s has at least %s", (text, ground, least) => {
  for (const scheme of [0, 1] as const)
    expect(contrast(tokens.get(text)![scheme], tokens.get(ground)![scheme])).toBeGreaterThanOrEqual(least);
});
