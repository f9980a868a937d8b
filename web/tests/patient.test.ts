// Finding and opening a patient; the BSN only on demand, and gone after its time.
import { expect, test } from "vitest";
import { ask, enter, look, patientId, start } from "./browser";

const bsn = "999971013";
const grouped = "9999 71 013";

test("a patient is found by part of the name and the year, and opened", async () => {
  const { page, context, faults } = await enter("receptie", "desk");
  await page.getByRole("link", { name: "Patiënten" }).click();
  const search = page.getByRole("searchbox", { name: "Zoek een patiënt" });
  await search.fill("akker 61");
  await page.getByRole("link", { name: /Akkermans/ }).click();
  await page.getByRole("heading", { level: 1, name: /Akkermans/ }).waitFor();
  expect(page.url()).not.toContain("kkermans");
  expect(await page.title()).not.toContain("kkermans");
  await page.goBack();
  await search.fill("bestaatniet");
  await page.getByText("Niemand gevonden").waitFor();
  expect(await look(page, "niemand-gevonden-desk")).toEqual([]);
  // Who was opened today is found back.
  await search.fill("");
  await page.getByRole("link", { name: /Akkermans/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("the BSN comes with a reason, and is gone after a minute", async () => {
  const { page, context, faults } = await enter("receptie", "desk");
  const id = await patientId(page, "akkermans");
  const answers: string[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname === `/api/patients/${id}`)
      void response.text().then((text) => answers.push(text));
  });
  await page.clock.install();
  await page.goto(`${start}/patienten/${id}`);
  const show = page.getByRole("button", { name: "Tonen" });
  await show.waitFor();
  expect(answers.join()).toContain("Akkermans");
  expect(answers.join() + (await page.content())).not.toContain(bsn);
  await show.click();
  await page.getByRole("menuitem", { name: "Identiteit controleren" }).click();
  await page.getByText(grouped).waitFor();
  expect(await look(page, "bsn-getoond-desk")).toEqual([]);
  await page.clock.fastForward("01:01");
  await show.waitFor();
  expect(await page.content()).not.toContain(grouped);
  expect(faults).toEqual([]);
  await context.close();

  const owner = await enter("praktijkhouder", "desk");
  const log = await ask<{ lines: { event: string; reason?: string }[] }>(owner.page, "GET", `/api/patients/${id}/log`);
  expect(log.lines.some((line) => line.event === "revealed" && line.reason === "identification")).toBe(true);
  await owner.context.close();
});
