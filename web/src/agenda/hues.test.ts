import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "../ui/contrast";

const css = readFileSync(new URL("./hues.module.css", import.meta.url), "utf8");
const tokens = readFileSync(new URL("../ui/tokens.css", import.meta.url), "utf8");
const pairs = (source: string) =>
  [...source.matchAll(/--([a-z0-9]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => ({
    name: name!,
    hex: [light!, dark!] as const,
  }));
const token = (name: string) => pairs(tokens).find((one) => one.name === name)!.hex;

test("three hues of our own, each with a mark and a tint", () => {
  expect(pairs(css).map((one) => one.name)).toEqual(["mark", "tint", "mark", "tint", "mark", "tint"]);
});

test("text is read on each tint, and each mark is seen on the page", () => {
  for (const scheme of [0, 1] as const)
    for (const { name, hex } of pairs(css))
      if (name === "tint") {
        expect(contrast(token("ink")[scheme], hex[scheme])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(token("muted")[scheme], hex[scheme])).toBeGreaterThanOrEqual(4.5);
      } else {
        expect(contrast(hex[scheme], token("surface")[scheme])).toBeGreaterThanOrEqual(3);
        expect(contrast(hex[scheme], token("bg")[scheme])).toBeGreaterThanOrEqual(3);
      }
});
