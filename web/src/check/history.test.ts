import { expect, test } from "vitest";
import { apart, changesOfMeasuring, type HistoryPoint, stepsOf } from "./history";

const point = (date: string, proven: number, failed: number, probe_set = 1): HistoryPoint => ({
  date,
  proven,
  declared: 2,
  open: 19 - 2 - proven - failed,
  failed,
  probe_set,
});

test("a day lasts until the next one that was recorded", () => {
  const steps = stepsOf([point("2026-11-01", 4, 1), point("2026-11-08", 6, 0), point("2026-11-10", 6, 0)]);
  expect(steps.map((step) => [step.from, step.until])).toEqual([
    [0, 0.7],
    [0.7, 0.9],
    [0.9, 1],
  ]);
  expect(steps[0]!.bands).toEqual({ proven: [0, 4], declared: [4, 6], open: [6, 18], failed: [18, 19] });
});

test("one day fills the picture, no day draws nothing", () => {
  expect(stepsOf([point("2026-11-01", 4, 1)]).map((step) => [step.from, step.until])).toEqual([[0, 1]]);
  expect(stepsOf([])).toEqual([]);
});

test("another way of measuring is marked where it begins", () => {
  const history = [point("2026-11-01", 4, 1), point("2026-11-02", 3, 1, 2), point("2026-11-03", 3, 1, 2)];
  expect(changesOfMeasuring(history).map((one) => one.date)).toEqual(["2026-11-02"]);
});

test("labels stand apart and inside", () => {
  expect(apart([10, 12, 50], 13, 0, 60)).toEqual([10, 23, 50]);
  expect(apart([50, 52, 58], 13, 0, 60)).toEqual([34, 47, 60]);
  expect(apart([], 13, 0, 60)).toEqual([]);
});
