import type { Schema } from "../app/api";

export type Line = Schema<"LogLine">;

export interface Choice {
  // Empty: all of them.
  who: string;
  event: string;
}

export const pick = (lines: Line[], { who, event }: Choice): Line[] =>
  lines.filter((line) => (who === "" || line.who === who) && (event === "" || line.event === event));

// Newest first, as the lines come.
export function byDay(lines: Line[]): [day: string, lines: Line[]][] {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

const byText = (a: string, b: string): number => a.localeCompare(b, "nl");

// Only what occurs can be chosen.
export function choicesOf(lines: Line[]): { who: string[]; events: [event: string, label: string][] } {
  return {
    who: [...new Set(lines.map((line) => line.who))].sort(byText),
    events: [...new Map(lines.map((line) => [line.event, line.label]))].sort((a, b) => byText(a[1], b[1])),
  };
}

// Who has no role is the program itself.
export const peopleIn = (lines: Line[]): number =>
  new Set(lines.filter((line) => line.role).map((line) => line.who)).size;
