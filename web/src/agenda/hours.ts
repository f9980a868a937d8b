import type { Schema } from "../app/api";
import { minutes } from "../app/dates";
import { weekday } from "./calendar";

type Plan = Pick<Schema<"Agenda">, "hours" | "absences">;
export interface Span {
  from: number;
  until: number;
}
export interface Closed extends Span {
  why: "closed" | "break" | "away";
}

const hoursOn = (plan: Plan, practitioner: string, date: string) =>
  plan.hours.find((one) => one.practitioner === practitioner && one.weekday === weekday(date));

export const isAway = (plan: Plan, practitioner: string, date: string): boolean =>
  plan.absences.some((one) => one.practitioner === practitioner && one.from <= date && date <= one.until);

// What of a day is closed, within what is shown of it.
export function closedOf(plan: Plan, practitioner: string, date: string, shown: Span): Closed[] {
  if (isAway(plan, practitioner, date)) return [{ ...shown, why: "away" }];
  const hours = hoursOn(plan, practitioner, date);
  if (!hours) return [{ ...shown, why: "away" }];
  const closed: Closed[] = [
    { from: shown.from, until: minutes(hours.from), why: "closed" },
    ...(hours.break_from && hours.break_until
      ? [{ from: minutes(hours.break_from), until: minutes(hours.break_until), why: "break" as const }]
      : []),
    { from: minutes(hours.until), until: shown.until, why: "closed" },
  ];
  return closed
    .map((one) => ({ ...one, from: Math.max(one.from, shown.from), until: Math.min(one.until, shown.until) }))
    .filter((one) => one.from < one.until);
}

const overlaps = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

// Why a time does not fit; absent when it does.
export function closedAt(plan: Plan, practitioner: string, date: string, time: Span): Closed["why"] | undefined {
  return closedOf(plan, practitioner, date, { from: 0, until: 24 * 60 }).find((one) => overlaps(one, time))?.why;
}

interface Placed {
  id: string;
  practitioner: string;
  date: string;
  time: string;
  minutes: number;
  status: string;
}
export const spanOf = (one: { time: string; minutes: number }): Span => ({
  from: minutes(one.time),
  until: minutes(one.time) + one.minutes,
});

// Whom it would overlap; what is cancelled leaves its time free.
export function overlapAt<T extends Placed>(
  appointments: T[],
  wanted: Omit<Placed, "status" | "id"> & { id?: string | undefined },
): T | undefined {
  return appointments.find(
    (one) =>
      one.id !== wanted.id &&
      one.status !== "cancelled" &&
      one.practitioner === wanted.practitioner &&
      one.date === wanted.date &&
      overlaps(spanOf(one), spanOf(wanted)),
  );
}

const DAY: Span = { from: 8 * 60, until: 18 * 60 };

// The hours that a grid shows: those of work, and what was planned outside them.
export function shownHours(hours: Plan["hours"], appointments: { time: string; minutes: number }[]): Span {
  const all: Span[] = [
    ...hours.map((one) => ({ from: minutes(one.from), until: minutes(one.until) })),
    ...appointments.map(spanOf),
  ];
  if (all.length === 0) return DAY;
  const from = Math.min(...all.map((one) => one.from));
  const until = Math.max(...all.map((one) => one.until));
  return { from: Math.floor(from / 60) * 60, until: Math.min(24 * 60, Math.ceil(until / 60) * 60) };
}

const STEPS = [15, 10, 5];

// The coarsest step on which all of the practice's times fall.
export function stepOf(appointments: { time: string; minutes: number }[]): number {
  const falls = (step: number) =>
    appointments.every((one) => minutes(one.time) % step === 0 && one.minutes % step === 0);
  return STEPS.find(falls) ?? 5;
}
