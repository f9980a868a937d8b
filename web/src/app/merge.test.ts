import { expect, test } from "vitest";
import { changedFields, merge } from "./merge";

const base = { phone: "0348-561234", city: "Oudewater", email: "a@b.nl" };

test("what only the other changed is taken over", () => {
  const merged = merge(base, { ...base, phone: "06-1" }, { ...base, city: "Woerden" });
  expect(merged.mine).toEqual({ phone: "06-1", city: "Woerden", email: "a@b.nl" });
  expect(merged.conflicts).toEqual([]);
  expect(merged.others).toEqual(["city"]);
  expect(changedFields(merged.base, merged.mine)).toEqual(["phone"]);
});

test("what both changed is a person's choice, unless they agree", () => {
  expect(merge(base, { ...base, phone: "06-1" }, { ...base, phone: "06-2" }).conflicts).toEqual(["phone"]);
  expect(merge(base, { ...base, phone: "06-1" }, { ...base, phone: "06-1" }).conflicts).toEqual([]);
});

test("what the other took away is absent", () => {
  const merged = merge(base, base, { phone: "0348-561234", city: "Oudewater" });
  expect(merged.others).toEqual(["email"]);
  expect(merged.mine.email).toBe("");
});
