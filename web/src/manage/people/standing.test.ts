import { expect, test } from "vitest";
import { standing } from "./standing";

const today = "2026-11-28";
const until = (date: string) => `${date}T10:00:00+01:00`;

test.each([
  [{ state: "active" as const }, "active"],
  [{ state: "active" as const, ends_on: "2026-11-28" }, "active"],
  [{ state: "active" as const, ends_on: "2026-11-27" }, "left"],
  [{ state: "invited" as const }, "uninvited"],
  [{ state: "invited" as const, invite_ends_at: until("2026-12-01") }, "invited"],
  [{ state: "invited" as const, invite_ends_at: until("2026-11-27") }, "expired"],
  [{ state: "invited" as const, invite_ends_at: until("2026-12-01"), ends_on: "2026-11-01" }, "left"],
  [{ state: "disabled" as const, ends_on: "2026-11-01" }, "disabled"],
])("%o is %s", (person, expected) => {
  expect(standing(person, today)).toBe(expected);
});
