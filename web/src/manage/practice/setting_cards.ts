import type { Schema } from "../../app/api";

export type Setting = Schema<"Setting">;

// Cards on the page of the practice; a group that has none of its own comes under the last. Backups have their page.
const CARDS = ["lock", "session", "names", "relation"] as const;
const cardOf: Record<string, (typeof CARDS)[number]> = {
  lock: "lock",
  session: "session",
  password: "session",
  names: "names",
};
const ELSEWHERE = ["networks", "backup"];

export function settingCards(all: Setting[]): [card: string, settings: Setting[]][] {
  const shown = all.filter((one) => !ELSEWHERE.includes(one.group));
  return CARDS.map((card): [string, Setting[]] => [
    card,
    shown.filter((one) => (cardOf[one.group] ?? "relation") === card),
  ]).filter(([, settings]) => settings.length > 0);
}

// What is wrong with a number before the server is asked; the server has the last word.
export function numberWrong(setting: Setting, typed: string): boolean {
  const value = Number(typed);
  if (!/^-?\d+$/.test(typed.trim())) return true;
  return value < (setting.smallest ?? -Infinity) || value > (setting.largest ?? Infinity);
}
