// Two people change one patient: who is later sees what the other wrote, and chooses; nothing is lost unseen.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, look, patientId } from "./browser";
import { OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

const mobile = (page: Page) => page.getByLabel(/^Mobiel/);
const city = (page: Page) => page.getByRole("textbox", { name: /^Plaats/ });
const save = (page: Page): Promise<void> => page.getByRole("button", { name: "Opslaan", exact: true }).click();

test("who is later sees what the other wrote, and chooses", async () => {
  const desk = await enter("receptie", "desk", { at: server.url });
  const owner = await enter("praktijkhouder", "desk", { at: server.url });
  const id = await patientId(desk.page, "akkermans");
  for (const { page } of [desk, owner]) {
    await page.goto(`${server.url}/patienten/${id}/wijzigen`);
    await mobile(page).waitFor();
  }
  await mobile(desk.page).fill("06-11111111");
  await city(desk.page).fill("Zeist");
  await save(desk.page);
  await desk.page.getByText("06-11111111").first().waitFor();

  await mobile(owner.page).fill("06-22222222");
  await save(owner.page);
  const warning = owner.page.getByRole("alert").filter({ hasText: "heeft dit net ook gewijzigd" });
  await warning.waitFor();
  expect(await warning.innerText()).toContain("Dalhuisen");
  expect(await warning.innerText()).toContain("06-11111111");
  expect(await look(owner.page, "tegelijk-gewijzigd-desk")).toEqual([]);
  // His own stays until he chooses; what only the other changed comes along.
  await warning.getByRole("radio", { name: /06-11111111/ }).check();
  await save(owner.page);
  await owner.page.getByText("06-11111111").first().waitFor();
  await owner.page.getByText("Zeist").first().waitFor();
  for (const { context, faults } of [desk, owner]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});
