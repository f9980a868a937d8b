import type { Language } from "./i18n";

// Dates and times come as texts of the practice's own clock, so no zone is reckoned with here but in nowInAmsterdam().
const utc = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

const format = (date: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", { timeZone: "UTC", ...options }).format(utc(date));

// donderdag 19 november
export const dayName = (date: string, language: Language): string =>
  format(date, language, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");

// do 19 nov
export const dayShort = (date: string, language: Language): string =>
  format(date, language, { weekday: "short", day: "numeric", month: "short" }).replace(/[.,]/g, "");

// 14 maart 1958
export const longDate = (date: string, language: Language): string =>
  format(date, language, { day: "numeric", month: "long", year: "numeric" });

// 12 nov 2026
export const shortDate = (date: string, language: Language): string =>
  format(date, language, { day: "numeric", month: "short", year: "numeric" }).replace(".", "");

export const month = (date: string, language: Language): string =>
  format(date, language, { month: "short" }).replace(".", "");

// 14-03-1958
export const fieldDate = (date: string): string => date.slice(0, 10).split("-").reverse().join("-");

// "14-3-1958" as 1958-03-14; absent when there is no such day.
export function parseFieldDate(text: string): string | undefined {
  const [, day, monthNumber, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !monthNumber || !year) return undefined;
  const date = `${year}-${monthNumber.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = utc(date);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? undefined : date;
}

// 10:49, of an instant that carries Amsterdam's offset.
export const clock = (instant: string): string => instant.slice(11, 16);

export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

// Whole years on a day; who is born on 29 February is older from 1 March.
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5, 10) < born.slice(5, 10) ? years - 1 : years;
}

export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

// The server's clock, as the session told it.
let ahead = 0;
export const setServerNow = (instant: string): void => void (ahead = Date.parse(instant) - Date.now());
export const serverNow = (): Date => new Date(Date.now() + ahead);

export function nowInAmsterdam(now: Date = serverNow()): { date: string; time: string } {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Amsterdam",
    dateStyle: "short",
    timeStyle: "short",
  }).format(now);
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}
