import { expect, test } from "vitest";
import { changed, choicesOf, type Kinds, mappingOf, type PreviewFile, twice, withKind } from "./mapping";

const kinds: Kinds = [
  {
    kind: "patients",
    columns: [
      { key: "surname", repeats: false },
      { key: "birth_date", repeats: false },
      { key: "memo", repeats: true },
    ],
  },
  { kind: "treatments", columns: [{ key: "date", repeats: false }] },
];
const file: PreviewFile = {
  name: "klanten.csv",
  kind: "patients",
  encoding: "UTF-8",
  rows: 2,
  missing: [],
  columns: ["naam:surname", "geboren:birth_date", "kamer:"].map((one) => {
    const [header, column] = one.split(":");
    return { header: header!, column: column || null, guessed: false, samples: [], filled: 2 };
  }),
};
const picture: PreviewFile = { ...file, name: "foto.png", kind: null, columns: [] };

test("what nobody changed says the same, and names what does not come along", () => {
  const choices = choicesOf([file, picture]);
  expect(changed([file, picture], choices)).toBe(false);
  expect(mappingOf([file, picture], choices)).toEqual({
    format: "zorgkluis-mapping/1",
    files: [
      {
        file: "klanten.csv",
        kind: "patients",
        columns: { naam: "surname", geboren: "birth_date" },
        ignored: ["kamer"],
      },
    ],
  });
});

test("a file that is left out stays out", () => {
  const choices = { "klanten.csv": { kind: "" as const, columns: { naam: "surname" } } };
  expect(mappingOf([file], choices).files).toEqual([{ file: "klanten.csv", kind: "ignored" }]);
});

test("one meaning stands once, but for free text", () => {
  const choice = { kind: "patients" as const, columns: { a: "surname", b: "surname", c: "memo", d: "memo" } };
  expect(twice(choice, kinds)).toEqual(["surname"]);
});

test("another kind drops what is not its own", () => {
  const choice = { kind: "patients" as const, columns: { naam: "surname" } };
  expect(withKind(choice, "treatments", kinds)).toEqual({ kind: "treatments", columns: {} });
});
