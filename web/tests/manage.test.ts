import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { enter, look, start } from "./browser";

const PARTS = ["mensen", "mensen/nieuw", "praktijk", "overzetten", "wachtrij", "back-up", "weergave"];

// An export of one whole row, one that must wait, and a column that nobody knows.
function anExport(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  const patients = join(folder, "klanten.csv");
  writeFileSync(
    patients,
    "patientnr;achternaam;wieg;kamer\n9001;Zilverschoon;01-02-1980;3\n9002;Wolfsmelk;31-02-1980;4\n",
  );
  return [patients];
}

const goTo = async (page: Page, part: string): Promise<void> => {
  await page.goto(`${start}/beheer/${part}`);
  await page.getByRole("navigation", { name: /onderdelen van beheer|parts of manage/i }).waitFor();
  await page.waitForLoadState("networkidle");
};

describe("Beheer", () => {
  test.each(["desk", "phone", "narrow"] as const)("each part, at a %s", async (size) => {
    const { page, faults } = await enter("praktijkhouder", size);
    for (const part of PARTS) {
      await goTo(page, part);
      expect([part, await look(page, `beheer-${part.replace("/", "-")}-${size}`)]).toEqual([part, []]);
    }
    expect(faults).toEqual([]);
  });

  test("each part, dark and in English", async () => {
    const { page } = await enter("praktijkhouder", "desk", { colorScheme: "dark" });
    await page.evaluate(() => localStorage.setItem("zorgkluis-language", "en"));
    for (const part of PARTS) {
      await goTo(page, part);
      expect([part, await look(page, `beheer-${part.replace("/", "-")}-donker-en`)]).toEqual([part, []]);
    }
  });

  test("the functionaris looks along", async () => {
    const { page } = await enter("functionaris", "desk");
    await goTo(page, "mensen");
    await page.getByText("U kijkt mee, wijzigen kan niet.").waitFor();
    expect(await page.getByRole("link", { name: "Collega toevoegen" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Overzetten" }).count()).toBe(0);
    expect(await look(page, "beheer-meekijken")).toEqual([]);
    await goTo(page, "praktijk");
    expect(await page.getByRole("button", { name: /^Wijzigen/ }).count()).toBe(0);
  });

  test("a colleague is added and invited by keyboard alone", async () => {
    const { page } = await enter("praktijkhouder", "desk");
    await goTo(page, "mensen");
    const login = `nieuw${Date.now()}`;
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press("Tab");
        const text = await page.evaluate(() => {
          const at = document.activeElement;
          return (
            at?.getAttribute("aria-label") ?? (at as HTMLInputElement)?.labels?.[0]?.textContent ?? at?.textContent
          );
        });
        if (name.test(text ?? "")) return;
      }
      throw new Error(`no way by Tab to ${name.source}`);
    };
    await tabTo(/Collega toevoegen/);
    await page.keyboard.press("Enter");
    await page.getByLabel("Inlognaam").waitFor();
    await tabTo(/^Inlognaam/);
    await page.keyboard.type(login);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: login }).waitFor();
    await tabTo(/^Uitnodigen/);
    await page.keyboard.press("Enter");
    await page.getByText("Deze code ziet u nu").waitFor();
    expect(await look(page, "beheer-eenmalige-code")).toEqual([]);
    await tabTo(/^Klaar/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Toegang" }).waitFor();
    expect(await look(page, "beheer-collega")).toEqual([]);
  });

  test("an export comes in: columns told, taken in, a row mended, and undone", async () => {
    const { page, faults } = await enter("praktijkhouder", "desk");
    await goTo(page, "overzetten");
    await page.locator("input[type=file]").setInputFiles(anExport());
    await page.getByRole("heading", { name: "klanten.csv" }).waitFor();
    expect(await look(page, "beheer-kolommen")).toEqual([]);
    const kind = page.getByLabel("In dit bestand staan");
    if ((await kind.inputValue()) !== "patients") await kind.selectOption("patients");
    await page.getByLabel("patientnr betekent").selectOption("patient_number");
    await page.getByLabel("achternaam betekent").selectOption("surname");
    await page.getByLabel("wieg betekent").selectOption("birth_date");
    await page.getByRole("button", { name: "Deze kolommen gebruiken" }).click();
    await page.getByRole("button", { name: "Overzetten", exact: true }).waitFor();
    expect(await page.locator("body").innerText()).not.toContain("Zilverschoon");
    expect(await look(page, "beheer-dit-gaat-gebeuren")).toEqual([]);
    await page.getByRole("button", { name: "Overzetten", exact: true }).click();
    await page.getByText("Alles wat kon, staat nu in Zorgkluis").waitFor();
    expect(await look(page, "beheer-overgezet")).toEqual([]);

    await page.getByRole("link", { name: "Naar de wachtrij" }).click();
    await page
      .getByRole("link", { name: /Geboortedatum bestaat niet.*klanten\.csv/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Geboortedatum" }).fill("28-02-1980");
    expect(await look(page, "beheer-verbeteren")).toEqual([]);
    await page.getByRole("button", { name: "Verbeteren en opnemen" }).click();
    await page.getByRole("heading", { name: "Beheer" }).waitFor();

    await goTo(page, "overzetten");
    await page
      .getByRole("button", { name: /^Ongedaan maken/ })
      .nth(1)
      .click();
    expect(await look(page, "beheer-ongedaan-maken")).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Ongedaan maken" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await page.getByText("ongedaan gemaakt").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test("a backup is made in a folder and told", async () => {
    const { page, faults } = await enter("praktijkhouder", "desk");
    await goTo(page, "back-up");
    await page.getByRole("button", { name: "Wijzigen: Map op de server" }).click();
    await page.getByRole("textbox", { name: "Map op de server" }).fill(mkdtempSync(join(tmpdir(), "kopie-")));
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page.getByRole("button", { name: "Nu een back-up maken" }).click();
    await page.getByText("Nagelezen na het schrijven").waitFor();
    expect(await look(page, "beheer-back-up-gemaakt")).toEqual([]);
    expect(faults).toEqual([]);
  });
});
