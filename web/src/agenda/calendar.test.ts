import { expect, test } from "vitest";
import { nowInAmsterdam } from "../app/dates";
import {
  addDays,
  addMonths,
  minutesSince,
  mondayOf,
  parseTime,
  shifted,
  timeOf,
  weekday,
  weekNumber,
  weeksOfMonth,
} from "./calendar";

test.each([
  ["2026-11-19", 47],
  ["2026-01-01", 1],
  ["2025-12-29", 1],
  ["2026-12-31", 53],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
  ["2021-01-03", 53],
  ["2024-12-30", 1],
])("%s lies in week %i", (date, week) => {
  expect(weekNumber(date)).toBe(week);
});

test("weekdays and Mondays", () => {
  expect(weekday("2026-11-16")).toBe(1);
  expect(weekday("2026-11-22")).toBe(7);
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-16")).toBe("2026-11-16");
});

// 29 March 2026 has 23 hours, 25 October 2026 has 25.
test.each([
  ["2026-03-28", 1, "2026-03-29"],
  ["2026-03-29", 1, "2026-03-30"],
  ["2026-03-30", -1, "2026-03-29"],
  ["2026-10-24", 1, "2026-10-25"],
  ["2026-10-25", 1, "2026-10-26"],
  ["2026-10-26", -7, "2026-10-19"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-12-31", 1, "2027-01-01"],
])("%s and %i days is %s", (date, days, then) => {
  expect(addDays(date, days)).toBe(then);
});

test("the clock of now on the days that summer time begins and ends", () => {
  expect(nowInAmsterdam(new Date("2026-03-29T00:59:00Z"))).toEqual({ date: "2026-03-29", time: "01:59" });
  expect(nowInAmsterdam(new Date("2026-03-29T01:00:00Z"))).toEqual({ date: "2026-03-29", time: "03:00" });
  expect(nowInAmsterdam(new Date("2026-10-25T00:30:00Z"))).toEqual({ date: "2026-10-25", time: "02:30" });
  expect(nowInAmsterdam(new Date("2026-10-25T01:30:00Z"))).toEqual({ date: "2026-10-25", time: "02:30" });
});

test("a wait counts the hour that a clock shows twice", () => {
  expect(minutesSince("2026-10-25T02:50:00+02:00", new Date("2026-10-25T02:10:00+01:00"))).toBe(20);
  expect(minutesSince("2026-03-29T01:50:00+01:00", new Date("2026-03-29T03:05:00+02:00"))).toBe(15);
  expect(minutesSince("2026-11-19T10:27:30+01:00", new Date("2026-11-19T10:49:00+01:00"))).toBe(21);
  expect(minutesSince("2026-11-19T10:50:00+01:00", new Date("2026-11-19T10:49:00+01:00"))).toBe(0);
});

test("a month as weeks", () => {
  const november = weeksOfMonth("2026-11-19");
  expect(november.length).toBe(6);
  expect(november[0]![0]).toBe("2026-10-26");
  expect(november.at(-1)!.at(-1)).toBe("2026-12-06");
  expect(weeksOfMonth("2027-02-01").length).toBe(4);
  expect(weeksOfMonth("2026-12-31").at(-1)!.at(-1)).toBe("2027-01-03");
});

test.each([
  ["2026-11-19", 1, "2026-12-19"],
  ["2026-12-05", 1, "2027-01-05"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-03-31", 1, "2026-04-30"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-01-15", -1, "2025-12-15"],
  ["2026-07-31", 1, "2026-08-31"],
])("%s and %i months is %s", (date, months, then) => {
  expect(addMonths(date, months)).toBe(then);
});

test.each([
  ["9:05", "09:05"],
  ["09.05", "09:05"],
  ["905", "09:05"],
  [" 1630 ", "16:30"],
  ["24:00", undefined],
  ["9:60", undefined],
  ["9", undefined],
  ["", undefined],
])("%s is read as %s", (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test("times stay within their day", () => {
  expect(timeOf(545)).toBe("09:05");
  expect(timeOf(-10)).toBe("00:00");
  expect(timeOf(24 * 60)).toBe("23:59");
});

test.each([
  ["ArrowDown", "2026-11-19", "11:15"],
  ["ArrowUp", "2026-11-19", "10:45"],
  ["ArrowRight", "2026-11-20", "11:00"],
  ["ArrowLeft", "2026-11-18", "11:00"],
  ["PageDown", "2026-11-26", "11:00"],
  ["PageUp", "2026-11-12", "11:00"],
])("%s moves a slot to %s %s", (key, date, time) => {
  expect(shifted({ date: "2026-11-19", time: "11:00" }, key, 15, 30)).toEqual({ date, time });
});

test("a moved slot finds the grid of steps and stays in its day", () => {
  expect(shifted({ date: "2026-11-19", time: "11:10" }, "ArrowDown", 15, 30)?.time).toBe("11:15");
  expect(shifted({ date: "2026-11-19", time: "11:10" }, "ArrowUp", 15, 30)?.time).toBe("11:00");
  expect(shifted({ date: "2026-11-19", time: "00:00" }, "ArrowUp", 15, 30)?.time).toBe("00:00");
  expect(shifted({ date: "2026-11-19", time: "23:30" }, "ArrowDown", 15, 30)?.time).toBe("23:30");
  expect(shifted({ date: "2026-11-19", time: "11:00" }, "a", 15, 30)).toBeUndefined();
});
