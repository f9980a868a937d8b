import type { TFunction } from "i18next";
import { dayName, minutes } from "../app/dates";
import { language } from "../app/i18n";
import { timeOf } from "./calendar";
import { type Appointment, nameOf, type Practitioner } from "./columns";

export const untilOf = (one: { time: string; minutes: number }): string => timeOf(minutes(one.time) + one.minutes);

export const shownName = (one: { name: string; alias: string }, hidden: boolean): string =>
  hidden ? one.alias : one.name;

// What is read aloud of an appointment; the alias while names are hidden.
export function appointmentLabel(
  one: Appointment,
  practitioners: Practitioner[],
  hidden: boolean,
  t: TFunction,
): string {
  return [
    t("agenda.fromTo", { from: one.time, until: untilOf(one) }),
    shownName(one, hidden),
    nameOf(practitioners, one.practitioner),
    one.room,
    t(`appointment.status.${one.status}`),
    one.first_visit && t("agenda.firstVisit"),
    one.restricted && t("agenda.restricted"),
  ]
    .filter(Boolean)
    .join(", ");
}

export const dayAndName = (date: string, who: string): string => `${who}, ${dayName(date, language())}`;
