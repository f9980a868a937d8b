// The desk's day without a mouse: somebody new is enrolled, his appointment made, moved and marked arrived.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter } from "./browser";
import { find, tabTo, tabToAndPress, typeIn } from "./keys";
import { OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

// What the demo has planned at that hour may stand in the way; then it is said, and done in spite of it.
async function confirmed(page: Page, despite: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  const anyway = dialog.getByRole("button", { name: despite, exact: true });
  await Promise.race([dialog.waitFor({ state: "detached" }), anyway.waitFor()]);
  if ((await anyway.count()) === 0) return;
  await tabToAndPress(page, "button", despite);
  await dialog.waitFor({ state: "detached" });
}

// The day as a list: its row is reached by Tab, and opened.
async function openInList(page: Page, name: RegExp): Promise<void> {
  await tabToAndPress(page, "button", "Lijst");
  await page.getByRole("main").getByRole("button", { name }).first().waitFor();
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
}

test("somebody new is enrolled, planned, moved and marked arrived", async () => {
  const { page, context, faults } = await enter("receptie", "desk", { at: server.url });
  await find(page, "inschrij", /Patiënt inschrijven/);
  await page.getByRole("heading", { level: 1, name: "Patiënt inschrijven" }).waitFor();
  await typeIn(page, "textbox", /^Voorletters/, "Q.");
  await typeIn(page, "textbox", /^Achternaam/, "Zilverberk");
  await typeIn(page, "textbox", /^Geboortedatum/, "14-03-1958");
  await page.keyboard.press("Control+s");
  await page.getByRole("heading", { level: 1, name: /Zilverberk/ }).waitFor();

  await find(page, "agenda", /Agenda/);
  await page.getByRole("button", { name: "Afspraak maken" }).waitFor();
  await tabToAndPress(page, "button", "Afspraak maken");
  await page.getByRole("dialog", { name: "Afspraak maken" }).waitFor();
  await page.getByRole("combobox", { name: "Patiënt" }).waitFor();
  await page.keyboard.type("zilverberk");
  await page.getByRole("option", { name: /Zilverberk/ }).waitFor();
  await page.keyboard.press("Enter");
  await typeIn(page, "textbox", "Tijd", "16:15");
  await page.keyboard.press("Enter");
  await confirmed(page, "Toch maken");

  await openInList(page, /Zilverberk/);
  await tabToAndPress(page, "button", "Verzetten");
  await page.getByRole("dialog", { name: "Afspraak verzetten" }).waitFor();
  await tabTo(page, "spinbutton", /Nieuwe tijd/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await confirmed(page, "Toch verzetten");
  await page.getByText("Afspraak verzet.").waitFor();

  await openInList(page, /Zilverberk/);
  await tabToAndPress(page, "button", "Aanmelden");
  await page.getByText("Aangemeld.").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
