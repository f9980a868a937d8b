import { expect, test } from "vitest";
import { addressOf, dateIn, isView, rangeOf, turned } from "./address";
import { type Agenda, type Appointment, columnsOf, inColumn, nameOf, ownFirst, usual, workDays } from "./columns";

const people = [
  { code: "SH", name: "Sanne Hofstra" },
  { code: "JW", name: "Joris Wiersma", own: true },
];
const at = (id: string, date: string, practitioner: string, rest: Partial<Appointment> = {}): Appointment => ({
  id,
  patient: "p",
  version: 1,
  date,
  time: "09:00",
  minutes: 30,
  practitioner,
  status: "planned",
  name: "N",
  alias: "Uil 3",
  ...rest,
});
const agenda = (appointments: Appointment[], hours: Agenda["hours"] = []): Agenda => ({
  from: "2026-11-16",
  to: "2026-11-22",
  practitioners: people,
  rooms: ["Kamer 1", "Kamer 2"],
  hours,
  absences: [],
  appointments,
  waiting: [],
});

test("one's own column stands first", () => {
  expect(ownFirst(people).map((one) => one.code)).toEqual(["JW", "SH"]);
  expect(nameOf(people, "SH")).toBe("Sanne Hofstra");
  expect(nameOf(people, "XX")).toBe("XX");
});

test("a week has five days, and the weekend when somebody works or comes", () => {
  expect(workDays(agenda([]), "2026-11-16").length).toBe(5);
  expect(workDays(agenda([at("a", "2026-11-22", "SH")]), "2026-11-16").at(-1)).toBe("2026-11-22");
  const saturdays = [{ practitioner: "SH", weekday: 6, from: "09:00", until: "12:00" }];
  expect(workDays(agenda([], saturdays), "2026-11-16")).toEqual([
    "2026-11-16",
    "2026-11-17",
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
  ]);
});

test("columns are practitioners within days, or rooms", () => {
  const week = columnsOf(agenda([]), "week", "2026-11-19", ownFirst(people));
  expect(week.map((one) => one.key).slice(0, 3)).toEqual(["2026-11-16/JW", "2026-11-16/SH", "2026-11-17/JW"]);
  expect(week.length).toBe(10);
  expect(columnsOf(agenda([]), "dag", "2026-11-19", people).map((one) => one.key)).toEqual([
    "2026-11-19/SH",
    "2026-11-19/JW",
  ]);
  const rooms = columnsOf(agenda([at("a", "2026-11-19", "SH")]), "kamers", "2026-11-19", people);
  expect(rooms.map((one) => one.room)).toEqual(["Kamer 1", "Kamer 2", ""]);
});

test("a column holds its own, without what is cancelled", () => {
  const all = [
    at("a", "2026-11-19", "SH", { room: "Kamer 1" }),
    at("b", "2026-11-19", "JW", { room: "Kamer 1" }),
    at("c", "2026-11-20", "SH"),
    at("d", "2026-11-19", "SH", { status: "cancelled" }),
  ];
  const ids = (column: Parameters<typeof inColumn>[0], shown = people) =>
    inColumn(column, all, shown).map((one) => one.id);
  expect(ids({ key: "", date: "2026-11-19", practitioner: people[0]! })).toEqual(["a"]);
  expect(ids({ key: "", date: "2026-11-19", room: "Kamer 1" })).toEqual(["a", "b"]);
  expect(ids({ key: "", date: "2026-11-19", room: "Kamer 1" }, people.slice(1))).toEqual(["b"]);
  expect(ids({ key: "", date: "2026-11-20", room: "" })).toEqual(["c"]);
});

test("the usual is what most have", () => {
  expect(usual([30, 20, 30])).toBe(30);
  expect(usual([])).toBeUndefined();
});

test.each([
  ["2026-11-19", "2026-11-19"],
  ["2026-02-30", undefined],
  ["19-11-2026", undefined],
  [undefined, undefined],
])("%s in an address is %s", (text, date) => {
  expect(dateIn(text)).toBe(date);
});

test("a week runs from Monday to Sunday and turns by seven days", () => {
  expect(rangeOf("week", "2026-11-19")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(rangeOf("dag", "2026-11-19")).toEqual({ from: "2026-11-19", to: "2026-11-19" });
  expect(turned("week", "2026-11-19", -1)).toBe("2026-11-12");
  expect(turned("lijst", "2026-11-19", 1)).toBe("2026-11-20");
  expect(addressOf("week", "2026-11-19")).toBe("/agenda/week/2026-11-19");
  expect([isView("week"), isView("jaar"), isView(undefined)]).toEqual([true, false, false]);
});
