import { expect, test } from "vitest";
import { shortName } from "./short_name";

test("how one speaks of somebody", () => {
  const identity = { surname: "Meulen-Visser", tussenvoegsel: "van der" };
  expect(shortName({ name: "Mevrouw J. van der Meulen-Visser", identity })).toBe("Mevrouw Van der Meulen");
  expect(shortName({ name: "De heer T. Bosma", identity: { surname: "Bosma" } })).toBe("De heer Bosma");
  expect(shortName({ name: "T. Bosma", identity: { surname: "Bosma" } })).toBeUndefined();
  expect(shortName({ name: "Mevrouw", identity: {} })).toBeUndefined();
});
