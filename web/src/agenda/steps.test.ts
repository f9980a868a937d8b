import { expect, test } from "vitest";
import type { Status } from "./status";
import { stepsOf } from "./steps";

const today = "2026-11-19";
test.each<[Status, string, Status[]]>([
  ["planned", "2026-11-19", ["arrived", "no_show", "cancelled"]],
  ["planned", "2026-11-20", ["cancelled"]],
  ["planned", "2026-11-18", ["done", "no_show", "cancelled"]],
  ["arrived", "2026-11-19", ["done", "planned", "cancelled"]],
  ["no_show", "2026-11-19", ["arrived", "planned"]],
  ["no_show", "2026-11-18", ["planned"]],
  ["done", "2026-11-19", ["planned"]],
  ["cancelled", "2026-11-20", ["planned"]],
])("%s on %s can become %o", (status, date, steps) => {
  expect(stepsOf(status, date, today)).toEqual(steps);
});
