import { expect, test } from "vitest";
import { statusOf } from "./status";

test.each([
  ["gepland", "planned"],
  ["Aangemeld", "arrived"],
  ["voltooid", "done"],
  [" niet verschenen ", "no_show"],
  ["afgezegd", "cancelled"],
  ["arrived", "arrived"],
  ["", "planned"],
  ["iets anders", "planned"],
])("%s is %s", (text, status) => {
  expect(statusOf(text)).toBe(status);
});
