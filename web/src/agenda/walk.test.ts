import { expect, test } from "vitest";
import { type Cursor, stopAt, stopsOf, walked } from "./walk";

const at = (id: string, from: number, until: number) => ({ id, from, until });
const shown = { from: 540, until: 600 };
// 09:00 a until 09:30, free from 09:30; in the other column b from 09:15 until 09:45 with c beside it.
const first = stopsOf([at("a", 540, 570)], shown, 15);
const second = stopsOf([at("b", 555, 585), at("c", 555, 570)], shown, 15);
const columns = [first, second];

test("stops are appointments and what is free between them", () => {
  expect(first).toEqual([{ minute: 540, id: "a" }, { minute: 570 }, { minute: 585 }]);
  expect(second).toEqual([{ minute: 540 }, { minute: 555, id: "b" }, { minute: 555, id: "c" }, { minute: 585 }]);
});

test.each([
  [{ minute: 555 }, 0],
  [{ minute: 570 }, 1],
  [{ minute: 700 }, 2],
  [{ minute: 0 }, 0],
  [{ minute: 585, id: "a" }, 0],
  [{ minute: 585, id: "gone" }, 2],
])("%o is stop %i", (cursor, stop) => {
  expect(stopAt(first, cursor)).toBe(stop);
});

test.each<[Cursor, string, Cursor | undefined]>([
  [{ column: 0, minute: 540, id: "a" }, "ArrowDown", { column: 0, minute: 570, id: undefined }],
  [{ column: 0, minute: 570 }, "ArrowUp", { column: 0, minute: 540, id: "a" }],
  [{ column: 0, minute: 540, id: "a" }, "ArrowUp", undefined],
  [{ column: 1, minute: 555, id: "b" }, "ArrowDown", { column: 1, minute: 555, id: "c" }],
  [{ column: 0, minute: 585 }, "ArrowDown", undefined],
  [{ column: 0, minute: 585 }, "Home", { column: 0, minute: 540, id: "a" }],
  [{ column: 0, minute: 540, id: "a" }, "End", { column: 0, minute: 585, id: undefined }],
  [{ column: 0, minute: 540, id: "a" }, "ArrowRight", { column: 1, minute: 540, id: undefined }],
  [{ column: 0, minute: 540, id: "a" }, "ArrowLeft", undefined],
  [{ column: 1, minute: 585 }, "ArrowRight", undefined],
  [{ column: 1, minute: 585 }, "ArrowLeft", { column: 0, minute: 585, id: undefined }],
  [{ column: 0, minute: 540, id: "a" }, "x", undefined],
])("from %o %s leads to %o", (from, key, to) => {
  expect(walked(columns, from, key)).toEqual(to);
});

test("there and back leads to where one came from", () => {
  const from = { column: 0, minute: 570 };
  const there = walked(columns, from, "ArrowRight")!;
  expect(there).toEqual({ column: 1, minute: 570, id: "c" });
  expect(walked(columns, there, "ArrowLeft")).toEqual({ column: 0, minute: 570, id: undefined });
});

test("a day without stops is not entered", () => {
  expect(walked([first, []], { column: 0, minute: 540 }, "ArrowRight")).toBeUndefined();
  expect(walked([], { column: 0, minute: 540 }, "ArrowDown")).toBeUndefined();
});
