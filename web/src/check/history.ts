import { daysBetween } from "../app/dates";
import type { Schema } from "../app/api";
import { type State } from "./reading";

export type HistoryPoint = Schema<"HistoryPoint">;

export const ALL = 19;
// From the ground up: what is proven carries the rest.
export const BANDS: State[] = ["proven", "declared", "open", "failed"];

export interface Step {
  // Both between 0 and 1: where the day begins and where the next recorded one does.
  from: number;
  until: number;
  // Per band where it begins and ends, between 0 and ALL.
  bands: Record<State, [low: number, high: number]>;
}

// Each day as it ended, until the next one that was recorded; the last one fills its own day.
export function stepsOf(history: HistoryPoint[]): Step[] {
  const first = history[0];
  const last = history.at(-1);
  if (!first || !last) return [];
  const span = daysBetween(first.date, last.date) + 1;
  return history.map((point, at) => {
    const next = history[at + 1];
    const from = daysBetween(first.date, point.date) / span;
    const until = next ? daysBetween(first.date, next.date) / span : 1;
    let height = 0;
    const bands = {} as Step["bands"];
    for (const state of BANDS) {
      bands[state] = [height, height + point[state]];
      height += point[state];
    }
    return { from, until, bands };
  });
}

// Where another probe set began: measured otherwise, so what changes there is no decline.
export const changesOfMeasuring = (history: HistoryPoint[]): HistoryPoint[] =>
  history.filter((point, at) => at > 0 && point.probe_set !== history[at - 1]!.probe_set);

// Moves labels apart that would lie on each other; they come and go in rising order.
export function apart(places: number[], gap: number, lowest: number, highest: number): number[] {
  const out = [...places];
  for (let at = 1; at < out.length; ++at) out[at] = Math.max(out[at]!, out[at - 1]! + gap);
  const over = out.length > 0 ? Math.max(0, out.at(-1)! - highest) : 0;
  if (over > 0) out[out.length - 1] = highest;
  for (let at = out.length - 2; at >= 0; --at) out[at] = Math.min(out[at]!, out[at + 1]! - gap);
  return out.map((place) => Math.max(place, lowest));
}
