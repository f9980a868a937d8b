import { expect, test } from "vitest";
import { firstDraft, isBlank, isTooth, keepStyle, styleOf, toSend, wrongCode } from "./consult";

test.each(["11", "18", "21", "28", "38", "48", "51", "55", "61", "85"])("%s is a tooth", (fdi) =>
  expect(isTooth(fdi)).toBe(true),
);
test.each(["10", "19", "49", "56", "86", "91", "1", "111", "", "aa"])("%s is no tooth", (fdi) =>
  expect(isTooth(fdi)).toBe(false),
);

const code = { code: "V92", description: "", element: "36", quantity: "1", tariff: "79,63" };
test("a code names its first wrong field", () => {
  expect(wrongCode(code)).toBeUndefined();
  expect(wrongCode({ ...code, code: " " })?.field).toBe("code");
  expect(wrongCode({ ...code, element: "19" })?.field).toBe("element");
  expect(wrongCode({ ...code, quantity: "0" })?.field).toBe("quantity");
  expect(wrongCode({ code: "", description: "", element: "", quantity: "1", tariff: "" })).toBeUndefined();
});

test("how one writes follows the practice, until somebody chooses", () => {
  expect(styleOf("fysio")).toBe("soep");
  expect(styleOf("psycholoog")).toBe("free");
  keepStyle("psycholoog", "soep");
  expect(styleOf("psycholoog")).toBe("soep");
});

test("only what was written is sent", () => {
  const draft = {
    ...firstDraft("fysio", "12-11-2026"),
    s: " Pijn ",
    codes: [{ ...code, code: "", element: "", tariff: "" }],
  };
  expect(isBlank(draft)).toBe(false);
  expect(toSend(draft)).toEqual({ date: "2026-11-12", s: "Pijn", treatments: [] });
  expect(isBlank(firstDraft("fysio", "12-11-2026"))).toBe(true);
});
