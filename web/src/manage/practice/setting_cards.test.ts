import { expect, test } from "vitest";
import { numberWrong, type Setting, settingCards } from "./setting_cards";

const setting = (key: string): Setting => ({
  key,
  group: key.split(".")[0]!,
  label: key,
  type: "number",
  value: "5",
  smallest: 1,
  largest: 60,
  chosen: false,
});

test("a setting of a new group is shown too, backups and networks are not", () => {
  const cards = settingCards(
    ["lock.desk_minutes", "password.term_days", "new.thing", "networks", "backup.hour"].map(setting),
  );
  expect(cards.map(([card, settings]) => [card, settings.map((one) => one.key)])).toEqual([
    ["lock", ["lock.desk_minutes"]],
    ["session", ["password.term_days"]],
    ["relation", ["new.thing"]],
  ]);
});

test.each([
  ["1", false],
  ["60", false],
  [" 5 ", false],
  ["0", true],
  ["61", true],
  ["5,5", true],
  ["", true],
])("%s: wrong is %s", (typed, wrong) => {
  expect(numberWrong(setting("lock.desk_minutes"), typed)).toBe(wrong);
});
