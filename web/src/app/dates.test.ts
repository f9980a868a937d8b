import { expect, test } from "vitest";
import {
  ageOn,
  clock,
  dayName,
  daysBetween,
  fieldDate,
  longDate,
  minutes,
  nowInAmsterdam,
  parseFieldDate,
  shortDate,
} from "./dates";

test("dates read as a Dutchman writes them", () => {
  expect(dayName("2026-11-19", "nl")).toBe("donderdag 19 november");
  expect(longDate("1958-03-14", "nl")).toBe("14 maart 1958");
  expect(shortDate("2026-11-12", "nl")).toBe("12 nov 2026");
  expect(shortDate("2026-11-12", "en")).toBe("12 Nov 2026");
  expect(fieldDate("1958-03-14")).toBe("14-03-1958");
  expect(clock("2026-11-22T10:49:00+01:00")).toBe("10:49");
  expect(minutes("10:30")).toBe(630);
});

test("a typed date is read, or it is none", () => {
  expect(parseFieldDate("14-3-1958")).toBe("1958-03-14");
  expect(parseFieldDate(" 14/03/1958 ")).toBe("1958-03-14");
  expect(parseFieldDate("29-02-2024")).toBe("2024-02-29");
  for (const wrong of ["", "31-02-2026", "29-02-2026", "00-01-2026", "1-13-2026", "14-03-58", "2026-03-14", "morgen"])
    expect(parseFieldDate(wrong)).toBeUndefined();
});

test("days are counted over the change of the clock", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-11-22", "2026-11-19")).toBe(-3);
});

test("now is Amsterdam's, in winter and in summer", () => {
  expect(nowInAmsterdam(new Date("2026-01-10T23:30:00Z"))).toEqual({ date: "2026-01-11", time: "00:30" });
  expect(nowInAmsterdam(new Date("2026-07-10T22:30:00Z"))).toEqual({ date: "2026-07-11", time: "00:30" });
});

test("an age is in whole years", () => {
  expect(ageOn("1958-03-14", "2026-11-22")).toBe(68);
  expect(ageOn("1958-11-23", "2026-11-22")).toBe(67);
  expect(ageOn("1958-11-22", "2026-11-22")).toBe(68);
  expect(ageOn("2004-02-29", "2026-02-28")).toBe(21);
  expect(ageOn("2004-02-29", "2026-03-01")).toBe(22);
});
