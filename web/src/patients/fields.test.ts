import { expect, test } from "vitest";
import { elevenCheck, toSend, wrongIn } from "./fields";

test.each([
  ["999990019", true],
  ["9999 90 019", true],
  ["9999.71.013", true],
  ["999990018", false],
  ["000000000", false],
  ["12345", false],
  ["99999001x", false],
])("11-check of %s is %s", (text, right) => expect(elevenCheck(text)).toBe(right));

const today = "2026-11-22";
test.each([
  ["surname", "", "save.required"],
  ["surname", "Visser", undefined],
  ["birth_date", "14-03-1958", undefined],
  ["birth_date", "14 3 1958", undefined],
  ["birth_date", "30-02-1958", "errors.date-unreadable"],
  ["birth_date", "1958", "errors.date-unreadable"],
  ["birth_date", "23-11-2026", "errors.day-in-the-future"],
  ["birth_date", "22-11-2026", undefined],
  ["deceased", "", undefined],
  ["bsn", "", undefined],
  ["bsn", "999990018", "errors.bsn-check-failed"],
  ["insurer", "71", "errors.uzovi-not-four-digits"],
  ["insurer", "7119", undefined],
])("%s %s: %s", (field, text, wrong) => expect(wrongIn(field, text, today)).toBe(wrong));

test("a day is sent as ISO, another text without its edges", () => {
  expect(toSend("birth_date", "14-3-1958")).toBe("1958-03-14");
  expect(toSend("surname", " Visser ")).toBe("Visser");
});
