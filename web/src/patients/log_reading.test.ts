import { expect, test } from "vitest";
import { byDay, choicesOf, type Line, peopleIn, pick } from "./log_reading";

const line = (at: string, who: string, event: string, role: Line["role"] = "behandelaar"): Line => ({
  at: `${at}T10:49:00+01:00`,
  who,
  event,
  label: { looked: "ingezien", refused: "geweigerd" }[event] ?? event,
  ...(who === "het programma" ? {} : { role }),
});
const lines = [
  line("2026-11-22", "Sanne", "looked"),
  line("2026-11-22", "Joris", "refused"),
  line("2026-11-17", "Sanne", "looked"),
  line("2026-11-12", "het programma", "maintained"),
];

test("lines stand by day, newest first", () => {
  expect(byDay(lines).map(([day, members]) => [day, members.length])).toEqual([
    ["2026-11-22", 2],
    ["2026-11-17", 1],
    ["2026-11-12", 1],
  ]);
});

test("what occurs can be chosen, and both choices hold", () => {
  expect(choicesOf(lines)).toEqual({
    who: ["het programma", "Joris", "Sanne"],
    events: [
      ["refused", "geweigerd"],
      ["looked", "ingezien"],
      ["maintained", "maintained"],
    ],
  });
  expect(pick(lines, { who: "", event: "" })).toEqual(lines);
  expect(pick(lines, { who: "Sanne", event: "" })).toHaveLength(2);
  expect(pick(lines, { who: "Sanne", event: "refused" })).toHaveLength(0);
});

test("the program is nobody", () => {
  expect(peopleIn(lines)).toBe(2);
});
