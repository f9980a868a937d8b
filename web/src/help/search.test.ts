import { expect, test } from "vitest";
import { sections } from "../../build/handbook";
import { avg } from "./avg";
import { findSections } from "./search";

const book = sections(
  "handleiding.md",
  "# Handleiding\n\n## Beginnen\nKies een **wachtzin**. Zie [accounts](accounts.md).\n\n## Reservekopie\nMaak een kopie.\n",
);

test("a document is cut at its headings", () => {
  expect(book.map((one) => one.id)).toEqual(["handleiding-beginnen", "handleiding-reservekopie"]);
  expect(book[0]!.html).toContain('<a href="/handboek/accounts">accounts</a>');
});

test("a link that leads outside loses its address", () => {
  const [one] = sections("x.md", "# X\n\nZie [elders](https://example.org/).\n");
  expect(one!.html).not.toContain("example.org");
});

test("all words count, with or without their marks", () => {
  expect(findSections(book, "kopie").map((one) => one.title)).toEqual(["Reservekopie"]);
  expect(findSections(book, "WACHTZIN kies").map((one) => one.title)).toEqual(["Beginnen"]);
  expect(findSections(book, "olifant")).toEqual([]);
  expect(findSections(avg, "avg").length).toBe(avg.length);
  expect(findSections(avg, "patient inzage")[0]!.id).toBe("avg-verzoek");
});
