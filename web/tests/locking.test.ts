// The lock, by key and by idle time: nothing stays on the page, and the work comes back on the same spot.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, enter, isIn, logIn, look, patientId } from "./browser";
import { accountOf, freshCode, OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

const words = "Besproken in het overleg van maandag";

// The form of a statement, half filled in.
async function typeStatement(page: Page): Promise<void> {
  await page.goto(`${server.url}/check/1-1`);
  await page
    .getByRole("button", { name: /^(Verklaren|Uw verklaring|Opnieuw verklaren)/ })
    .first()
    .click();
  await page.getByLabel(/^Toelichting/).fill(words);
}
const typed = (page: Page): Promise<string> => page.getByLabel(/^Toelichting/).inputValue();

async function unlock(page: Page, role: string): Promise<void> {
  await page.getByLabel("Wachtwoord").fill(accountOf(role).password);
  await page.getByRole("button", { name: "Verder werken" }).click();
  await isIn(page);
}

test("F9 takes all off the page, and gives it back with what was typed", async () => {
  const { page, context, faults } = await enter("praktijkhouder", "desk", { at: server.url });
  await typeStatement(page);
  await page.keyboard.press("F9");
  await page.getByText("Uw werk staat klaar zodra u terug bent.").waitFor();
  expect(await page.content()).not.toContain(words);
  expect(await look(page, "vergrendeld-desk")).toEqual([]);
  // The lock is the server's: the cookie alone asks in vain.
  await expect(ask(page, "GET", "/api/today")).rejects.toThrow("423");
  await page.getByLabel("Wachtwoord").fill("niet dit wachtwoord");
  await page.getByRole("button", { name: "Verder werken" }).click();
  await page.getByRole("alert").waitFor();
  await unlock(page, "praktijkhouder");
  expect(new URL(page.url()).pathname).toBe("/check/1-1");
  expect(await typed(page)).toBe(words);
  expect(faults).toEqual([]);
  await context.close();
});

test("a desk where nobody does anything locks by itself", async () => {
  const { page, context, faults } = await enter("receptie", "desk", { at: server.url });
  await page.clock.install();
  const id = await patientId(page, "akkermans");
  await page.goto(`${server.url}/patienten/${id}`);
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();
  await page.clock.fastForward("04:50");
  expect(await page.getByRole("heading", { level: 1, name: /Akkermans/ }).count()).toBe(1);
  await page.clock.fastForward("00:15");
  await page.getByText("Uw werk staat klaar zodra u terug bent.").waitFor();
  expect(await page.content()).not.toContain("Akkermans");
  await expect(ask(page, "GET", "/api/recent")).rejects.toThrow("423");
  await unlock(page, "receptie");
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/patienten/${id}`);
  expect(faults).toEqual([]);
  await context.close();
});

test("a session that ended says so, and keeps what was typed for its owner", async () => {
  const { page, context, faults } = await enter("praktijkhouder", "desk", { at: server.url });
  await typeStatement(page);
  await ask(page, "DELETE", "/api/session");
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByText("Kies een antwoord.").waitFor();
  await page.getByRole("radio", { name: "Nee" }).check();
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByText("Uw sessie is afgelopen.").waitFor();
  await page.getByText("Wat u typte, staat nog klaar.").waitFor();
  expect(await page.content()).not.toContain(words);
  const account = accountOf("praktijkhouder");
  await logIn(page, account, await freshCode(account.secret, server.url));
  await isIn(page);
  expect(await typed(page)).toBe(words);
  expect(faults).toEqual([]);
  await context.close();
});
