import type { TFunction } from "i18next";
import type { Schema } from "../app/api";
import { i18n } from "../app/i18n";

// What ran by itself and stopped: our sentence for a code that we know, else the server's; with the file and row.
export function problemText(problem: Schema<"Problem">, t: TFunction): string {
  const key = `errors.${problem.code}`;
  const { message } = problem;
  const text = i18n.exists(key) ? t(key) : message ? message[0]!.toUpperCase() + message.slice(1) : t("errors.unknown");
  return problem.place ? `${placeText(problem.place, t)}: ${text}` : text;
}

// "patienten.csv:12" is "patienten.csv, regel 12"; keys of columns behind a file's name become their words.
export function placeText(place: string, t: TFunction): string {
  const [, file, row] = /^(.*):(\d+)$/.exec(place) ?? [];
  if (file) return t("manage.fileRow", { file, row });
  const words = place.split(" ");
  const first = words.findIndex((word) => i18n.exists(`manage.column.${word}`));
  if (first < 1) return place;
  const columns = words.slice(first).map((word) => t(`manage.column.${word}`, { defaultValue: word }).toLowerCase());
  return `${words.slice(0, first).join(" ")}, ${columns.join(", ")}`;
}
