// A practitioner without a mouse: her own patient's dossier, each of his parts, and another's behind the glass.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, look } from "./browser";
import { expectFocusSeen, find, tabTo, tabToAndPress, walkTo } from "./keys";

// The search that closes is a dialog too, for a moment.
const why = (page: Page) => page.getByRole("dialog", { name: "Waarom moet u dit dossier zien?" });

test("her own patient, and one whom she does not treat", async () => {
  const { page, context, faults } = await enter("behandelaar", "desk");
  const { keyboard } = page;
  await find(page, "pinas", /Pinas/);
  await page.getByRole("heading", { level: 1, name: /Pinas/ }).waitFor();
  await page.getByText("Uw patiënt").first().waitFor();
  await tabTo(page, "tab", "Dossier");
  await expectFocusSeen(page);
  const tabs = await page.getByRole("tab").allTextContents();
  for (const name of tabs.slice(1)) {
    await walkTo(page, "ArrowRight", "tab", name);
    await page.getByRole("tabpanel", { name }).waitFor();
  }

  await find(page, "stolwijk", /Stolwijk/);
  await page.getByRole("heading", { name: "U behandelt deze patiënt niet" }).waitFor();
  await tabToAndPress(page, "button", "Glas breken");
  await why(page).waitFor();
  await tabTo(page, "radio", "Waarneming buiten het rooster");
  await keyboard.press("Space");
  await walkTo(page, "ArrowDown", "radio", "Op verzoek van de patiënt");
  // Esc closes, and gives the focus back to where it was.
  await keyboard.press("Escape");
  await why(page).waitFor({ state: "detached" });
  await tabToAndPress(page, "button", "Glas breken");
  await why(page).waitFor();
  await tabTo(page, "radio", /^(Waarneming|Op verzoek)/);
  await walkTo(page, "ArrowDown", "radio", "Op verzoek van de patiënt");
  await tabToAndPress(page, "button", "Glas breken en openen");
  await page.getByText(/Glas gebroken om/).waitFor();
  expect(await look(page, "glas-met-toetsen-desk")).toEqual([]);
  await find(page, "vandaag", /Vandaag/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
