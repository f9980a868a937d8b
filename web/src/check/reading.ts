import type { Schema } from "../app/api";

export type Check = Schema<"Check">;
export type Question = Schema<"Question">;
export type Evidence = Schema<"Evidence">;
export type State = Schema<"State">;

export const WORST_FIRST: State[] = ["failed", "open", "declared", "proven"];
const HIGHER_FINE = new Set(["3.1", "4.1", "4.2", "4.3"]);

// The part of art. 83 AVG: principles and rights are part 5, the rest part 4.
export const finePart = (id: string): number => (HIGHER_FINE.has(id) ? 5 : 4);

export const categoryOf = (question: Question): string => question.id[0]!;

export function byCategory(questions: Question[], categories: string[]): [category: string, questions: Question[]][] {
  return categories.map((category) => [category, questions.filter((one) => categoryOf(one) === category)]);
}

export interface Heading {
  state: State;
  question?: Question;
  more: number;
  count: number;
}

// Never a percentage: the worst state speaks.
export function headingOf(check: Check): Heading {
  const state = WORST_FIRST.find((one) => check.counts[one] > 0) ?? "proven";
  const count = check.counts[state];
  const question = check.questions.find((one) => one.state === state);
  return { state, count, more: count - 1, ...(question ? { question } : {}) };
}

// Evidence that only follows a neighbour's statement is not shown on its own.
export function ownEvidence(question: Question, joins: (probe: string) => string | undefined) {
  const follows = (one: Evidence) =>
    joins(one.probe) !== undefined && one.measured === null && one.state !== "na" ? joins(one.probe) : undefined;
  const own = question.evidence.filter((one) => !follows(one));
  const followers = new Map<string, string[]>();
  for (const one of question.evidence) {
    const other = follows(one);
    if (other) followers.set(other, [...(followers.get(other) ?? []), one.probe]);
  }
  return { own, followers: [...followers] };
}

const ASKS = new Set([
  "no_statement",
  "stated",
  "stated_unknown",
  "stated_no",
  "text_changed",
  "lapsed",
  "contradicted",
]);

// A measurement beats a statement, so a statement is asked only where nothing is measured.
export const asksForStatement = (one: Evidence): boolean =>
  ASKS.has(one.reason) || (one.reason === "expired" && one.measured === null);

// Steps come with the command of the command line behind them; here there is a button instead.
export const withoutCommand = (step: string): string =>
  step.replace(/:? `zorgkluis [^`]*`\.?/g, ".").replace(/\.\.$/, ".");

// Question 1.4 lives at /check/1-4: an address with a dot looks like a file.
export const pathOf = (id: string): string => `/check/${id.replace(".", "-")}`;
export const idOf = (part: string | undefined): string | undefined => part?.replace("-", ".");
