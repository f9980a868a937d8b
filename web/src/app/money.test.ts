import { expect, test } from "vitest";
import { euros, wholeEuros } from "./money";

test("amounts read as a Dutchman writes them", () => {
  expect(euros(126000, "nl")).toBe("€ 1.260,00");
  expect(euros(5, "nl")).toBe("€ 0,05");
  expect(wholeEuros(80280000, "nl")).toBe("€ 802.800");
  expect(wholeEuros(20050, "nl")).toBe("€ 200,50");
});
