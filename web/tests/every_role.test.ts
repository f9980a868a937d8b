// Every role at a desk and on a telephone, Dutch, light: each place that it has, and a patient with each of his parts.
import { describe, expect, test } from "vitest";
import { ask, enter, look, patientId, settled, type Size, start } from "./browser";

interface Session {
  places: { key: string }[];
}

const roles = ["praktijkhouder", "behandelaar", "assistent", "receptie", "administratie", "functionaris"];

describe.each(roles)("%s", (role) => {
  test.each<Size>(["desk", "phone"])("at a %s", async (size) => {
    const { page, context, faults } = await enter(role, size);
    const found: Record<string, string[]> = {};
    const see = async (path: string, name: string): Promise<void> => {
      await page.goto(start + path);
      const problems = await look(page, `${name}-${role}-${size}`);
      if (problems.length > 0) found[path] = problems;
    };
    const { places } = await ask<Session>(page, "GET", "/api/session");
    expect(places.length).toBeGreaterThan(1);
    for (const { key } of places) await see(`/${key}`, key);
    if (places.some((place) => place.key === "patienten")) {
      const patient = `/patienten/${await patientId(page, "akkermans")}`;
      await see(patient, "patient");
      const tabs = await page.getByRole("tab").allTextContents();
      for (const tab of tabs) {
        await page.getByRole("tab", { name: tab }).click();
        await settled(page);
        const problems = await look(page, `patient-${tab.toLowerCase()}-${role}-${size}`);
        if (problems.length > 0) found[tab] = problems;
      }
      expect(tabs.length, "a patient has at least his data").toBeGreaterThan(0);
    }
    expect(found).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  });
});
