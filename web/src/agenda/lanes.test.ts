import { expect, test } from "vitest";
import { lanesOf } from "./lanes";

const at = (id: string, from: number, until: number) => ({ id, from, until });
const shown = (timed: ReturnType<typeof at>[]) =>
  Object.fromEntries([...lanesOf(timed)].map(([id, { lane, lanes }]) => [id, `${lane}/${lanes}`]));

test("who does not overlap has the whole width", () => {
  expect(shown([at("a", 540, 570), at("b", 570, 600)])).toEqual({ a: "0/1", b: "0/1" });
});

test("two that overlap share it, the earlier first", () => {
  expect(shown([at("b", 555, 585), at("a", 540, 570)])).toEqual({ a: "0/2", b: "1/2" });
});

test("a lane that has become free is used again within the cluster", () => {
  expect(shown([at("a", 540, 600), at("b", 545, 560), at("c", 570, 590)])).toEqual({ a: "0/2", b: "1/2", c: "1/2" });
});

test("three at once, and one apart", () => {
  expect(shown([at("a", 540, 600), at("b", 540, 570), at("c", 550, 580), at("d", 600, 630)])).toEqual({
    a: "0/3",
    b: "1/3",
    c: "2/3",
    d: "0/1",
  });
});

test("the same times do not depend on their order", () => {
  const one = [at("a", 540, 570), at("b", 540, 570)];
  expect(shown(one)).toEqual(shown([...one].reverse()));
});

test("nothing gives nothing", () => {
  expect(lanesOf([]).size).toBe(0);
});
