// A receptionist's morning without a mouse: coming in, finding people, a BSN, hidden names, the lock, going home.
import { afterAll, beforeAll, expect, test } from "vitest";
import { isIn, open } from "./browser";
import { expectFocusSeen, find, tabTo, tabToAndPress, walkTo } from "./keys";
import { accountOf, freshCode, OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

test("from the door to the door", async () => {
  const { page, context, faults } = await open("desk", { at: server.url });
  const account = accountOf("receptie");
  const { keyboard } = page;
  await page.goto(server.url);
  await page.getByLabel("Inlognaam").waitFor();
  await keyboard.type(account.login);
  await keyboard.press("Tab");
  await keyboard.type(account.password);
  await keyboard.press("Enter");
  await page.getByLabel(/^Code voor/).waitFor();
  await keyboard.type(await freshCode(account.secret, server.url));
  await isIn(page);

  // The first stop leads past the places.
  await keyboard.press("Tab");
  await tabTo(page, "link", "Naar de inhoud");
  await expectFocusSeen(page);
  await keyboard.press("Enter");

  // Somebody calls: part of the name and a year; another by his name alone.
  await find(page, "akker 61", /Akkermans/);
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();
  await tabToAndPress(page, "button", "Tonen");
  await page.getByRole("menuitem").first().waitFor();
  await keyboard.press("ArrowDown");
  await walkTo(page, "ArrowDown", "menuitem", "Identiteit controleren");
  await keyboard.press("Enter");
  await page.getByText("9999 71 013").waitFor();

  // Somebody looks over the desk.
  await keyboard.press("F8");
  await page.getByRole("button", { name: /^Namen verborgen/ }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toContain("Akkermans");
  await keyboard.press("F8");
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();

  // Away from the desk, and back on the same spot.
  await keyboard.press("F9");
  await page.getByText("Uw werk staat klaar zodra u terug bent.").waitFor();
  await keyboard.type(account.password);
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();

  // The list of patients: arrows walk its rows.
  await find(page, "Patiënten", /Patiënten/);
  await tabTo(page, "searchbox", "Zoek een patiënt");
  await keyboard.type("baarle");
  await page
    .getByRole("link", { name: /Baarle/ })
    .nth(1)
    .waitFor();
  await tabTo(page, "link", /Baarle/);
  await keyboard.press("ArrowDown");
  await expectFocusSeen(page);
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Baarle/ }).waitFor();

  await keyboard.press("F1");
  await page.getByRole("dialog").waitFor();
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await find(page, "uitlog", /Uitloggen/);
  await page.getByLabel("Inlognaam").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
