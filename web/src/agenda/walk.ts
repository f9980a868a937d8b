import type { Span } from "./hours";
import type { Timed } from "./lanes";

// Where the keyboard can stand in a column: at each appointment, and at each step that none covers.
export interface Stop {
  minute: number;
  id?: string;
}
export interface Cursor {
  column: number;
  minute: number;
  id?: string | undefined;
}

export function stopsOf(timed: Timed[], shown: Span, step: number): Stop[] {
  const stops: Stop[] = timed.map((one) => ({ minute: one.from, id: one.id }));
  for (let minute = shown.from; minute < shown.until; minute += step)
    if (!timed.some((one) => one.from <= minute && minute < one.until)) stops.push({ minute });
  return stops.sort((a, b) => a.minute - b.minute || (a.id ?? "").localeCompare(b.id ?? ""));
}

// The stop of a cursor: its appointment, or else the last stop that begins not after its minute.
export function stopAt(stops: Stop[], at: Pick<Cursor, "minute" | "id">): number {
  const same = at.id === undefined ? -1 : stops.findIndex((stop) => stop.id === at.id);
  if (same >= 0) return same;
  const later = stops.findIndex((stop) => stop.minute > at.minute);
  return later < 0 ? stops.length - 1 : Math.max(0, later - 1);
}

// Where a key takes the cursor; absent when the key means nothing, or there is nothing on that side.
export function walked(columns: Stop[][], at: Cursor, key: string): Cursor | undefined {
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (aside) {
    const column = at.column + aside;
    const stops = columns[column];
    if (!stops?.length) return undefined;
    const found = stops[stopAt(stops, { minute: at.minute })]!;
    // The minute stays, so that the way back leads to where one came from.
    return { column, minute: Math.max(at.minute, found.minute), id: found.id };
  }
  const stops = columns[at.column] ?? [];
  const here = stopAt(stops, at);
  const there = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: stops.length - 1 }[key];
  const stop = there === undefined ? undefined : stops[there];
  return stop && { column: at.column, minute: stop.minute, id: stop.id };
}
