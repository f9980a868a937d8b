import { parseFieldDate } from "../app/dates";
import { addDays, mondayOf } from "./calendar";

// /agenda/week/2026-11-19: which days and how, and nothing of a person.
export const VIEWS = ["dag", "week", "kamers", "lijst"] as const;
export type ViewKey = (typeof VIEWS)[number];

export const isView = (text: string | undefined): text is ViewKey => VIEWS.some((view) => view === text);

// A day that exists, written as in addresses.
export function dateIn(text: string | undefined): string | undefined {
  const parts = /^\d{4}-\d{2}-\d{2}$/.exec(text ?? "") ? text!.split("-") : undefined;
  return parts && parseFieldDate([...parts].reverse().join("-"));
}

export const addressOf = (view: ViewKey, date: string): string => `/agenda/${view}/${date}`;

const isLong = (view: ViewKey): boolean => view === "week";

// The first and the last day that a view shows.
export function rangeOf(view: ViewKey, date: string): { from: string; to: string } {
  if (!isLong(view)) return { from: date, to: date };
  const monday = mondayOf(date);
  return { from: monday, to: addDays(monday, 6) };
}

export const turned = (view: ViewKey, date: string, pages: number): string =>
  addDays(date, pages * (isLong(view) ? 7 : 1));
