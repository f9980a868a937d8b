// The desk's agenda without a mouse: an appointment is made, moved and marked arrived.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter } from "./browser";
import { find, tabTo, tabToAndPress, typeIn, walkTo } from "./keys";
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

// The day as a list: its row is reached by Tab and the arrows, and opened.
async function openInList(page: Page, name: RegExp): Promise<void> {
  await tabToAndPress(page, "button", "Lijst");
  const row = page.getByRole("main").getByRole("button", { name });
  await row.first().waitFor();
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
}

test("an appointment is made, moved and marked arrived", async () => {
  const { page, context, faults } = await enter("receptie", "desk", { at: server.url });
  await find(page, "agenda", /Agenda/);
  await page.getByRole("button", { name: "Afspraak maken" }).waitFor();
  await tabToAndPress(page, "button", "Afspraak maken");
  await page.getByRole("dialog", { name: "Afspraak maken" }).waitFor();
  await page.keyboard.type("ferwerda");
  await page.getByRole("option", { name: /Ferwerda/ }).waitFor();
  await page.keyboard.press("Enter");
  await typeIn(page, "textbox", "Tijd", "16:15");
  await page.keyboard.press("Enter");
  await confirmed(page, "Toch maken");

  await openInList(page, /Ferwerda/);
  await tabToAndPress(page, "button", "Verzetten");
  await page.getByRole("dialog", { name: "Afspraak verzetten" }).waitFor();
  await walkTo(page, "Tab", "spinbutton", /Nieuwe tijd/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await confirmed(page, "Toch verzetten");
  await page.getByText("Afspraak verzet.").waitFor();

  await openInList(page, /Ferwerda/);
  await tabToAndPress(page, "button", "Aanmelden");
  await page.getByText("Aangemeld.").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
