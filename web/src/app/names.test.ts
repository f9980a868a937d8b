import { expect, test, vi } from "vitest";

vi.mock("./session", () => ({ useSession: () => ({}) }));
const { initialsOf } = await import("./names");

test("initials of a colleague's name", () => {
  expect(initialsOf("Sanne Hofstra")).toBe("SH");
  expect(initialsOf("R. van Leeuwen")).toBe("RL");
  expect(initialsOf("Amina El Khatib")).toBe("AK");
  expect(initialsOf("praktijkhouder")).toBe("");
});
