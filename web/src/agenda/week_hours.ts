import type { Schema } from "../app/api";
import { parseTime } from "./calendar";

export type Hours = Schema<"WorkingHours">;

// A weekday of the form, as it is typed; a day that is not worked keeps what was typed.
export interface DayHours {
  works: boolean;
  from: string;
  until: string;
  breakFrom: string;
  breakUntil: string;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { from: "08:30", until: "17:00", breakFrom: "12:30", breakUntil: "13:00" };

export function weekFrom(hours: Hours[]): DayHours[] {
  return WEEKDAYS.map((weekday) => {
    const day = hours.find((one) => one.weekday === weekday);
    if (!day) return { works: false, ...USUAL };
    const { from, until, break_from = "", break_until = "" } = day;
    return { works: true, from, until, breakFrom: break_from, breakUntil: break_until };
  });
}

// What is wrong with a day, as a key of texts.
export function wrongDay(day: DayHours): string | undefined {
  if (!day.works) return undefined;
  const from = parseTime(day.from);
  const until = parseTime(day.until);
  if (!from || !until) return "agenda.hours.timeWrong";
  if (from >= until) return "agenda.hours.orderWrong";
  if (!day.breakFrom && !day.breakUntil) return undefined;
  const breakFrom = parseTime(day.breakFrom);
  const breakUntil = parseTime(day.breakUntil);
  if (!breakFrom || !breakUntil) return "agenda.hours.timeWrong";
  return from <= breakFrom && breakFrom < breakUntil && breakUntil <= until ? undefined : "agenda.hours.breakWrong";
}

export function hoursOf(practitioner: string, week: DayHours[]): Hours[] {
  return week.flatMap((day, at) =>
    day.works
      ? [
          {
            practitioner,
            weekday: at + 1,
            from: parseTime(day.from)!,
            until: parseTime(day.until)!,
            ...(day.breakFrom
              ? { break_from: parseTime(day.breakFrom)!, break_until: parseTime(day.breakUntil)! }
              : {}),
          },
        ]
      : [],
  );
}
