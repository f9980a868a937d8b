import { expect, test } from "vitest";
import {
  asksForStatement,
  type Check,
  type Evidence,
  finePart,
  headingOf,
  ownEvidence,
  type Question,
  withoutCommand,
} from "./reading";

const question = (id: string, state: Question["state"], evidence: Partial<Evidence>[] = []): Question => ({
  id,
  state,
  category: "",
  text: `vraag ${id}`,
  text_en: "",
  applicable: true,
  evidence: evidence.map((one) => ({ measured: null, state: "open", reason: "no_statement", ...one }) as Evidence),
});
const check = (failed: number, open: number, declared: number, proven: number): Check =>
  ({
    counts: { failed, open, declared, proven },
    questions: [
      question("1.1", "proven"),
      question("1.4", "failed"),
      question("2.1", "open"),
      question("3.2", "failed"),
    ],
  }) as Check;

test("the heading is by the worst state", () => {
  expect(headingOf(check(2, 3, 9, 5))).toMatchObject({ state: "failed", more: 1, question: { id: "1.4" } });
  expect(headingOf(check(0, 3, 9, 7))).toMatchObject({ state: "open", count: 3 });
  expect(headingOf(check(0, 0, 9, 10))).toMatchObject({ state: "declared", count: 9 });
  expect(headingOf(check(0, 0, 0, 19))).toMatchObject({ state: "proven", count: 19 });
});

test("the fine's part", () => {
  expect(["1.4", "3.2", "3.1", "4.3"].map(finePart)).toEqual([4, 4, 5, 5]);
});

test("a probe that follows its neighbour's statement stands with the neighbour", () => {
  const evidence = [
    { probe: "1.1a" },
    { probe: "1.1b" },
    { probe: "1.1c", measured: { value: 0, unit: "count" as const } },
  ];
  const joins = (probe: string) => (probe === "1.1a" ? undefined : "1.1a");
  const { own, followers } = ownEvidence(question("1.1", "open", evidence), joins);
  expect(own.map((one) => one.probe)).toEqual(["1.1a", "1.1c"]);
  expect(followers).toEqual([["1.1a", ["1.1b"]]]);
});

test("where a statement is asked", () => {
  const one = (reason: string, measured: Evidence["measured"] = null) => ({ reason, measured }) as Evidence;
  expect(asksForStatement(one("no_statement"))).toBe(true);
  expect(asksForStatement(one("expired"))).toBe(true);
  expect(asksForStatement(one("expired", { value: 400, unit: "day" }))).toBe(false);
  expect(asksForStatement(one("breach"))).toBe(false);
});

test("a step without its command", () => {
  expect(withoutCommand("Draai de check opnieuw: `zorgkluis check`.")).toBe("Draai de check opnieuw.");
  expect(withoutCommand("Zet de tweede stap aan.")).toBe("Zet de tweede stap aan.");
});
