import { minutes } from "../app/dates";

// Days and times of the practice's own clock, as the server sends them: texts, so that no summer time moves them.
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 24 * 60;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(utc(date) + days * DAY_MS);

// Monday is 1.
export const weekday = (date: string): number => ((new Date(utc(date)).getUTCDay() + 6) % 7) + 1;

export const mondayOf = (date: string): string => addDays(date, 1 - weekday(date));

// ISO 8601: the week of the year in which its Thursday lies.
export function weekNumber(date: string): number {
  const thursday = addDays(mondayOf(date), 3);
  return Math.floor((utc(thursday) - utc(`${thursday.slice(0, 4)}-01-01`)) / DAY_MS / 7) + 1;
}

export const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at));

// The weeks that a month touches, each of seven days.
export function weeksOfMonth(date: string): string[][] {
  const month = date.slice(0, 7);
  const weeks: string[][] = [];
  for (let monday = mondayOf(`${month}-01`); monday.slice(0, 7) <= month; monday = addDays(monday, 7))
    weeks.push(daysFrom(monday, 7));
  return weeks;
}

// The same day of another month, or its last one.
export function addMonths(date: string, months: number): string {
  const counted = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(counted / 12);
  const last = new Date(Date.UTC(year, (counted % 12) + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, counted % 12, Math.min(Number(date.slice(8)), last)));
}

// 9 * 60 + 5 as 09:05.
export function timeOf(minute: number): string {
  const within = Math.max(0, Math.min(MINUTES_A_DAY - 1, minute));
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

// "9:05", "9.05" or "905" as 09:05; absent when there is no such time.
export function parseTime(text: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2})[:. ]?(\d{2})$/.exec(text.trim()) ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}

export interface Slot {
  date: string;
  time: string;
}

// Where an arrow takes a slot: up and down in the day, left and right by days, a page by weeks. It stays in its day.
export function shifted(slot: Slot, key: string, step: number, length: number): Slot | undefined {
  const days = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[key];
  if (days) return { ...slot, date: addDays(slot.date, days) };
  const way = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (!way) return undefined;
  const now = minutes(slot.time);
  // From between two steps to the nearest on that side.
  const next = (way < 0 ? Math.ceil(now / step) - 1 : Math.floor(now / step) + 1) * step;
  return { ...slot, time: timeOf(Math.max(0, Math.min(MINUTES_A_DAY - length, next))) };
}

// Since an instant with its offset, so an hour that a clock shows twice counts.
export const minutesSince = (instant: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 60_000));
