// A second tab follows the first; after logging out the back button shows nothing of a patient.
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, isIn, patientId, watch } from "./browser";
import { accountOf, OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

test("a second tab locks, opens and leaves with the first", async () => {
  const { page, context, faults } = await enter("receptie", "desk", { at: server.url });
  const second = await context.newPage();
  watch(second, server.url, faults);
  await second.goto(`${server.url}/patienten`);
  await isIn(second);
  await page.keyboard.press("F9");
  for (const tab of [page, second]) await tab.getByText("Uw werk staat klaar zodra u terug bent.").waitFor();
  await second.getByLabel("Wachtwoord").fill(accountOf("receptie").password);
  await second.getByRole("button", { name: "Verder werken" }).click();
  for (const tab of [page, second]) await isIn(tab);
  await page.getByRole("button", { name: /Dalhuisen/ }).click();
  await page.getByRole("menuitem", { name: "Uitloggen" }).click();
  for (const tab of [page, second]) await tab.getByLabel("Inlognaam").waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("the back button after logging out shows nothing of a patient", async () => {
  const { page, context, faults } = await enter("behandelaar", "desk", { at: server.url });
  const id = await patientId(page, "ferwerda");
  await page.goto(`${server.url}/patienten/${id}`);
  await page.getByRole("heading", { level: 1, name: /Ferwerda/ }).waitFor();
  await page.goto(`${server.url}/vandaag`);
  await page.getByRole("button", { name: /Steege/ }).click();
  await page.getByRole("menuitem", { name: "Uitloggen" }).click();
  await page.getByLabel("Inlognaam").waitFor();
  for (const back of [1, 2]) {
    await page.goBack();
    await page.getByLabel("Inlognaam").waitFor();
    expect(await page.content(), `back ${back}`).not.toContain("Ferwerda");
    expect(await page.title()).not.toContain("Ferwerda");
  }
  expect(faults).toEqual([]);
  await context.close();
});
