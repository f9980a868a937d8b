import { expect, test } from "vitest";
import { closedAt, closedOf, overlapAt, shownHours, stepOf } from "./hours";

// Sanne works on Mondays from 08:30 to 17:00 with a break, on Tuesdays in the morning; she is away from 23 to 24 November.
const plan = {
  hours: [
    { practitioner: "SH", weekday: 1, from: "08:30", until: "17:00", break_from: "12:30", break_until: "13:00" },
    { practitioner: "SH", weekday: 2, from: "08:00", until: "12:00" },
    { practitioner: "JW", weekday: 1, from: "09:00", until: "21:00" },
  ],
  absences: [{ practitioner: "SH", from: "2026-11-23", until: "2026-11-24" }],
};
const shown = { from: 480, until: 1080 };

test("before, between and after work a day is closed", () => {
  expect(closedOf(plan, "SH", "2026-11-16", shown)).toEqual([
    { from: 480, until: 510, why: "closed" },
    { from: 750, until: 780, why: "break" },
    { from: 1020, until: 1080, why: "closed" },
  ]);
  expect(closedOf(plan, "SH", "2026-11-17", shown)).toEqual([{ from: 720, until: 1080, why: "closed" }]);
});

test("a day without hours, and a day off, is closed as a whole", () => {
  expect(closedOf(plan, "SH", "2026-11-18", shown)).toEqual([{ ...shown, why: "away" }]);
  expect(closedOf(plan, "SH", "2026-11-23", shown)).toEqual([{ ...shown, why: "away" }]);
  expect(closedOf(plan, "JW", "2026-11-23", shown)).toEqual([{ from: 480, until: 540, why: "closed" }]);
});

test.each([
  ["2026-11-16", 510, 540, undefined],
  ["2026-11-16", 500, 530, "closed"],
  ["2026-11-16", 720, 750, undefined],
  ["2026-11-16", 735, 765, "break"],
  ["2026-11-16", 780, 810, undefined],
  ["2026-11-16", 1005, 1035, "closed"],
  ["2026-11-18", 600, 630, "away"],
  ["2026-11-24", 600, 630, "away"],
])("%s from %i to %i: %s", (date, from, until, why) => {
  expect(closedAt(plan, "SH", date, { from, until })).toBe(why);
});

const at = (id: string, time: string, minutes: number, status = "planned") => ({
  id,
  practitioner: "SH",
  date: "2026-11-16",
  time,
  minutes,
  status,
});

test("who overlaps whom", () => {
  const day = [at("a", "09:00", 30), at("b", "09:30", 30, "cancelled")];
  const wanted = { practitioner: "SH", date: "2026-11-16", time: "09:15", minutes: 15 };
  expect(overlapAt(day, wanted)?.id).toBe("a");
  expect(overlapAt(day, { ...wanted, id: "a" })).toBeUndefined();
  expect(overlapAt(day, { ...wanted, time: "09:30" })).toBeUndefined();
  expect(overlapAt(day, { ...wanted, practitioner: "JW" })).toBeUndefined();
  expect(overlapAt(day, { ...wanted, date: "2026-11-17" })).toBeUndefined();
});

test("a grid shows whole hours around work and what was planned outside it", () => {
  expect(shownHours(plan.hours.slice(0, 2), [])).toEqual({ from: 480, until: 1020 });
  expect(shownHours(plan.hours.slice(0, 2), [{ time: "07:45", minutes: 20 }])).toEqual({ from: 420, until: 1020 });
  expect(shownHours([], [])).toEqual({ from: 480, until: 1080 });
  expect(shownHours([], [{ time: "23:30", minutes: 45 }])).toEqual({ from: 1380, until: 1440 });
});

test("the step is the coarsest that fits", () => {
  expect(stepOf([])).toBe(15);
  expect(stepOf([{ time: "09:15", minutes: 30 }])).toBe(15);
  expect(stepOf([{ time: "09:10", minutes: 20 }])).toBe(10);
  expect(stepOf([{ time: "09:10", minutes: 15 }])).toBe(5);
  expect(stepOf([{ time: "09:07", minutes: 15 }])).toBe(5);
});
