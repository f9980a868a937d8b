import { fieldDate, parseFieldDate } from "../app/dates";
import { parseTime } from "./calendar";
import { type Agenda, usual } from "./columns";
import type { Place } from "./actions";

// What a form asks for, as it is typed.
export interface Wish {
  date: string;
  time: string;
  minutes: number;
  practitioner: string;
  room: string;
}

const LENGTHS = [5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120];
const USUAL_MINUTES = 30;

export const lengthsWith = (minutes: number): number[] => [...new Set([...LENGTHS, minutes])].sort((a, b) => a - b);

export interface Wrong {
  date?: string;
  time?: string;
}

// What is wrong, as keys of texts.
export const wrongIn = (wish: Pick<Wish, "date" | "time">): Wrong => ({
  ...(parseFieldDate(wish.date) ? {} : { date: "agenda.form.dateWrong" }),
  ...(parseTime(wish.time) ? {} : { time: "agenda.form.timeWrong" }),
});

export function placeOf(wish: Wish): Place | undefined {
  const date = parseFieldDate(wish.date);
  const time = parseTime(wish.time);
  if (!date || !time || !wish.practitioner) return undefined;
  const { minutes, practitioner, room } = wish;
  return { date, time, minutes, practitioner, ...(room ? { room } : {}) };
}

// What was asked for, and for the rest what is usual here.
export function wishFrom(asked: Partial<Place>, agenda: Agenda | undefined, today: string): Wish {
  const { practitioners = [], appointments = [] } = agenda ?? {};
  const practitioner = asked.practitioner ?? practitioners.find((one) => one.own)?.code ?? practitioners[0]?.code ?? "";
  const theirs = appointments.filter((one) => one.practitioner === practitioner);
  return {
    date: fieldDate(asked.date ?? today),
    time: asked.time ?? "",
    minutes: asked.minutes ?? usual(theirs.map((one) => one.minutes)) ?? USUAL_MINUTES,
    practitioner,
    room: asked.room ?? usual(theirs.flatMap((one) => one.room ?? [])) ?? "",
  };
}
