import { expect, test } from "vitest";
import { type DayHours, hoursOf, weekFrom, wrongDay } from "./week_hours";

const hours = [
  { practitioner: "SH", weekday: 1, from: "08:30", until: "17:00", break_from: "12:30", break_until: "13:00" },
  { practitioner: "SH", weekday: 3, from: "08:00", until: "12:00" },
];
const day = (part: Partial<DayHours>): DayHours => ({
  works: true,
  from: "08:30",
  until: "17:00",
  breakFrom: "",
  breakUntil: "",
  ...part,
});

test("a week of the form and back is the same", () => {
  const week = weekFrom(hours);
  expect(week.map((one) => one.works)).toEqual([true, false, true, false, false, false, false]);
  expect(hoursOf("SH", week)).toEqual(hours);
});

test("times may be typed without a colon", () => {
  expect(hoursOf("SH", [day({ from: "830", until: "17.00" })])).toEqual([
    { practitioner: "SH", weekday: 1, from: "08:30", until: "17:00" },
  ]);
});

test.each<[Partial<DayHours>, string | undefined]>([
  [{}, undefined],
  [{ works: false, from: "x" }, undefined],
  [{ from: "x" }, "agenda.hours.timeWrong"],
  [{ until: "08:30" }, "agenda.hours.orderWrong"],
  [{ breakFrom: "12:00" }, "agenda.hours.timeWrong"],
  [{ breakFrom: "13:00", breakUntil: "12:30" }, "agenda.hours.breakWrong"],
  [{ breakFrom: "08:00", breakUntil: "09:00" }, "agenda.hours.breakWrong"],
  [{ breakFrom: "16:30", breakUntil: "17:30" }, "agenda.hours.breakWrong"],
  [{ breakFrom: "12:30", breakUntil: "13:00" }, undefined],
])("%o is wrong by %s", (part, wrong) => {
  expect(wrongDay(day(part))).toBe(wrong);
});
