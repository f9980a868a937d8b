import type { Schema } from "../app/api";
import { daysFrom, weekday } from "./calendar";
import type { ViewKey } from "./address";

export type Appointment = Schema<"Appointment">;
export type Practitioner = Schema<"Practitioner">;
export type Agenda = Schema<"Agenda">;

// A column of the grid: a practitioner or a room on a day.
export interface Column {
  key: string;
  date: string;
  practitioner?: Practitioner;
  // The empty one holds what has no room.
  room?: string;
}

export const nameOf = (practitioners: Practitioner[] | undefined, code: string): string =>
  practitioners?.find((one) => one.code === code)?.name ?? code;

// One's own first; the rest as the practice has them.
export const ownFirst = (practitioners: Practitioner[]): Practitioner[] =>
  [...practitioners].sort((a, b) => Number(b.own ?? false) - Number(a.own ?? false));

// Monday to Friday, and a day of the weekend on which somebody works or comes.
export function workDays(agenda: Pick<Agenda, "hours" | "appointments">, monday: string): string[] {
  return daysFrom(monday, 7).filter(
    (date) =>
      weekday(date) < 6 ||
      agenda.hours.some((one) => one.weekday === weekday(date)) ||
      agenda.appointments.some((one) => one.date === date),
  );
}

export function columnsOf(agenda: Agenda, view: ViewKey, date: string, shown: Practitioner[]): Column[] {
  if (view === "kamers") {
    const noRoom = agenda.appointments.some((one) => one.date === date && !one.room);
    return [...agenda.rooms, ...(noRoom ? [""] : [])].map((room) => ({ key: `${date}/${room}`, date, room }));
  }
  const days = view === "week" ? workDays(agenda, agenda.from) : [date];
  return days.flatMap((day) =>
    shown.map((practitioner) => ({ key: `${day}/${practitioner.code}`, date: day, practitioner })),
  );
}

export function inColumn(column: Column, appointments: Appointment[], shown: Practitioner[]): Appointment[] {
  return appointments.filter(
    (one) =>
      one.date === column.date &&
      one.status !== "cancelled" &&
      (column.practitioner
        ? one.practitioner === column.practitioner.code
        : (one.room ?? "") === column.room && shown.some(({ code }) => code === one.practitioner)),
  );
}

// What most have: the usual length, the usual room of a practitioner.
export function usual<T>(values: T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
