// Every page once in each other size, in the dark and in English.
import { describe, expect, test } from "vitest";
import { ask, enter, look, open, patientId, type Size, start } from "./browser";

interface Way {
  name: string;
  size: Size;
  how: { colorScheme?: "light" | "dark"; english?: boolean };
}
const ways: Way[] = [
  { name: "tablet", size: "tablet", how: {} },
  { name: "narrow", size: "narrow", how: {} },
  { name: "donker", size: "desk", how: { colorScheme: "dark" } },
  { name: "engels", size: "desk", how: { english: true } },
];

describe.each(ways)("$name", ({ name, size, how }) => {
  test("the doors", async () => {
    const { page, context, faults } = await open(size, how);
    for (const path of ["/", "/activeren"]) {
      await page.goto(start + path);
      expect(await look(page, `${path === "/" ? "inloggen" : "activeren"}-${name}`), path).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  // Who owns the practice has the most places; the dossier is its practitioner's.
  test.each(["praktijkhouder", "behandelaar", "receptie"])("what a %s has", async (role) => {
    const { page, context, faults } = await enter(role, size, how);
    const { places } = await ask<{ places: { key: string }[] }>(page, "GET", "/api/session");
    const patient = await patientId(page, "akkermans");
    const paths = [
      ...(role === "praktijkhouder"
        ? [...places.map((place) => `/${place.key}`), "/mijn", "/handboek", "/check/1-4"]
        : []),
      ...(role === "receptie" ? ["/vandaag"] : []),
      `/patienten/${patient}`,
      ...(role === "praktijkhouder" ? [`/patienten/${patient}/inzagelog`] : []),
    ];
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(start + path);
      const problems = await look(page, `${path.slice(1).replaceAll("/", "-").replace(patient, role)}-${name}`);
      if (problems.length > 0) found[path] = problems;
    }
    await page.keyboard.press("F9");
    await page
      .getByRole("main")
      .getByRole("button", { name: /^(Verder werken|Carry on)/ })
      .waitFor();
    const locked = await look(page, `vergrendeld-${role}-${name}`);
    expect({ ...found, ...(locked.length > 0 ? { locked } : {}) }).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  });
});
