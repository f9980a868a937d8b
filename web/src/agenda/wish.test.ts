import { expect, test } from "vitest";
import type { Agenda } from "./columns";
import { lengthsWith, placeOf, wishFrom, wrongIn } from "./wish";

const wish = { date: "19-11-2026", time: "9.15", minutes: 30, practitioner: "SH", room: "" };
const one = { id: "a", patient: "p", version: 1, date: "2026-11-19", time: "09:00", name: "N", alias: "U" };
const agenda: Agenda = {
  from: "2026-11-19",
  to: "2026-11-19",
  practitioners: [
    { code: "SH", name: "Sanne Hofstra" },
    { code: "JW", name: "Joris Wiersma", own: true },
  ],
  rooms: ["Kamer 1"],
  hours: [],
  absences: [],
  appointments: [
    { ...one, practitioner: "SH", minutes: 20, status: "planned", room: "Kamer 1" },
    { ...one, practitioner: "JW", minutes: 45, status: "done" },
  ],
  waiting: [],
};

test("what is typed becomes a place", () => {
  expect(placeOf(wish)).toEqual({ date: "2026-11-19", time: "09:15", minutes: 30, practitioner: "SH" });
  expect(placeOf({ ...wish, room: "Kamer 1" })?.room).toBe("Kamer 1");
  expect(placeOf({ ...wish, date: "31-11-2026" })).toBeUndefined();
  expect(placeOf({ ...wish, time: "" })).toBeUndefined();
  expect(placeOf({ ...wish, practitioner: "" })).toBeUndefined();
});

test("each field says what is wrong with it", () => {
  expect(wrongIn(wish)).toEqual({});
  expect(Object.keys(wrongIn({ date: "x", time: "25:00" }))).toEqual(["date", "time"]);
});

test("what is not asked for is what is usual", () => {
  expect(wishFrom({}, agenda, "2026-11-19")).toEqual({
    date: "19-11-2026",
    time: "",
    minutes: 45,
    practitioner: "JW",
    room: "",
  });
  expect(wishFrom({ practitioner: "SH", time: "10:00", date: "2026-11-20" }, agenda, "2026-11-19")).toEqual({
    date: "20-11-2026",
    time: "10:00",
    minutes: 20,
    practitioner: "SH",
    room: "Kamer 1",
  });
  expect(wishFrom({}, undefined, "2026-11-19").minutes).toBe(30);
});

test("a length that is not in the list is added in its place", () => {
  expect(lengthsWith(35).indexOf(35)).toBe(lengthsWith(35).indexOf(30) + 1);
  expect(lengthsWith(30).length).toBe(lengthsWith(35).length - 1);
});
