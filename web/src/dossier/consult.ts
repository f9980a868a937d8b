import type { Schema } from "../app/api";
import { parseFieldDate } from "../app/dates";

export const LETTERS = ["s", "o", "e", "p"] as const;
export type Style = "soep" | "free";
export type Code = { code: string; description: string; element: string; quantity: string; tariff: string };
export type ConsultDraft = Record<(typeof LETTERS)[number] | "date" | "text", string> & { style: Style; codes: Code[] };

// How one writes is chosen once for a kind of practice, and is no fact about a patient. It lasts as long as this page.
const chosen = new Map<string, Style>();
export const keepStyle = (kind: string, style: Style): void => void chosen.set(kind, style);
const SOEP_KINDS = ["fysio", "huisarts", "huisartsenpost", "logopedie", "oefentherapie", "tandarts", "zorggroep"];
export const styleOf = (kind: string): Style => chosen.get(kind) ?? (SOEP_KINDS.includes(kind) ? "soep" : "free");

export const firstDraft = (kind: string, date: string): ConsultDraft => ({
  date,
  style: styleOf(kind),
  s: "",
  o: "",
  e: "",
  p: "",
  text: "",
  codes: [],
});

// FDI: 11 to 18 up to 41 to 48, and 51 to 55 up to 81 to 85.
export const isTooth = (text: string): boolean => /^([1-4][1-8]|[5-8][1-5])$/.test(text.trim());

const isUsed = (code: Code): boolean =>
  [code.code, code.description, code.element, code.tariff].some((one) => one.trim());

export function wrongCode(code: Code): { field: keyof Code; key: string } | undefined {
  if (!isUsed(code)) return undefined;
  if (!code.code.trim()) return { field: "code", key: "save.required" };
  if (code.element.trim() && !isTooth(code.element)) return { field: "element", key: "errors.element-not-a-tooth" };
  if (!/^([1-9]\d{0,2})?$/.test(code.quantity.trim())) return { field: "quantity", key: "errors.quantity-unreadable" };
  return undefined;
}

const written = (draft: ConsultDraft) =>
  draft.style === "soep" ? LETTERS.map((letter) => [letter, draft[letter].trim()]) : [["text", draft.text.trim()]];

export const isBlank = (draft: ConsultDraft): boolean =>
  written(draft).every(([, text]) => !text) && !draft.codes.some(isUsed);

// What was typed in the other way of writing goes along: nobody's text is lost by a choice.
export function toSend(draft: ConsultDraft): Schema<"NewConsult"> {
  const texts = [...LETTERS, "text" as const].map((name) => [name, draft[name].trim()]).filter(([, text]) => text);
  return {
    date: parseFieldDate(draft.date) ?? draft.date,
    ...(Object.fromEntries(texts) as Partial<Schema<"NewConsult">>),
    treatments: draft.codes.filter(isUsed),
  };
}
