import { parseFieldDate } from "../app/dates";

// What can be told about a field before it is sent; the key of a text, or nothing when it is right.
export function elevenCheck(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, "").padStart(9, "0");
  if (!/^\d{9}$/.test(digits) || digits.startsWith("00")) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum !== 0 && sum % 11 === 0;
}

export const REQUIRED = ["surname", "birth_date"];
export const DATES = ["birth_date", "registered", "deregistered", "deceased"];

export function wrongIn(field: string, text: string, today: string): string | undefined {
  const typed = text.trim();
  if (!typed) return REQUIRED.includes(field) ? "save.required" : undefined;
  if (DATES.includes(field)) {
    const date = parseFieldDate(typed);
    if (!date) return "errors.date-unreadable";
    return date > today ? "errors.day-in-the-future" : undefined;
  }
  if (field === "bsn") return elevenCheck(typed) ? undefined : "errors.bsn-check-failed";
  if (field === "insurer") return /^\d{3,4}$/.test(typed) ? undefined : "errors.uzovi-not-four-digits";
  return undefined;
}

// As the server takes it: a day is ISO.
export const toSend = (field: string, text: string): string =>
  DATES.includes(field) ? (parseFieldDate(text) ?? text.trim()) : text.trim();
