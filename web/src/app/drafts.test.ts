import { expect, test } from "vitest";
import { draftsBelongTo, forgetDrafts, hasDrafts, keepDraft } from "./drafts";

test("another account does not get what somebody typed", () => {
  draftsBelongTo("ilse");
  keepDraft("glass/p1", "Patiënt belt");
  draftsBelongTo("ilse");
  expect(hasDrafts()).toBe(true);
  draftsBelongTo("sanne");
  expect(hasDrafts()).toBe(false);
});

test("logging out forgets", () => {
  keepDraft("a", "b");
  forgetDrafts();
  expect(hasDrafts()).toBe(false);
});
