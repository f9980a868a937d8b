import type { TFunction } from "i18next";
import { dayName } from "../app/dates";
import { language } from "../app/i18n";
import type { ViewKey } from "./address";
import { addDays, mondayOf, weekNumber } from "./calendar";

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

// Week 47, 16 to 20 November; or the day and its week.
export function titleOf(view: ViewKey, date: string, t: TFunction): { main: string; under: string } {
  const week = t("agenda.week", { number: weekNumber(date) });
  if (view !== "week") return { main: capital(dayName(date, language())), under: week.toLowerCase() };
  const monday = mondayOf(date);
  const day = (one: string) => dayName(one, language()).replace(/^\S+ /, "");
  const friday = addDays(monday, 4);
  const first = monday.slice(0, 7) === friday.slice(0, 7) ? day(monday).replace(/ \S+$/, "") : day(monday);
  return { main: week, under: t("agenda.fromUntilDay", { from: first, until: day(friday) }) };
}
