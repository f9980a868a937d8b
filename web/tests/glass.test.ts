// A dossier without a treatment relation: the glass, its four reasons, its end, the owner's to-do and the log.
import { expect, test } from "vitest";
import { enter, look, patientId, start } from "./browser";

test("who does not treat a patient breaks the glass, and its owner hears of it", async () => {
  const { page, context, faults } = await enter("behandelaar", "desk");
  const id = await patientId(page, "swinkels");
  await page.goto(`${start}/patienten/${id}`);
  await page.getByRole("heading", { name: "U behandelt deze patiënt niet" }).waitFor();
  expect(await page.getByRole("tab", { name: "Dossier" }).count()).toBe(0);
  await page.getByRole("button", { name: "Glas breken" }).click();
  const dialog = page.getByRole("dialog", { name: "Waarom moet u dit dossier zien?" });
  expect(await dialog.getByRole("radio").count()).toBe(4);
  await dialog.getByRole("button", { name: "Glas breken en openen" }).click();
  await dialog.getByRole("alert").filter({ hasText: "Kies een reden." }).waitFor();
  expect(await look(page, "glas-breken-desk")).toEqual([]);
  await dialog.getByRole("radio", { name: "Spoed" }).check();
  await dialog.getByRole("button", { name: "Glas breken en openen" }).click();
  await page.getByText(/Glas gebroken om \d\d:\d\d, tot \d\d:\d\d/).waitFor();
  await page.getByRole("tab", { name: "Dossier" }).waitFor();
  expect(await look(page, "glas-gebroken-desk")).toEqual([]);
  // The line stands there as long as it lasts.
  await page.reload();
  await page.getByText(/Glas gebroken om/).waitFor();
  expect(faults).toEqual([]);
  await context.close();

  const owner = await enter("praktijkhouder", "desk");
  await owner.page.getByText(/keer glas gebroken: bekijk de reden/).waitFor();
  await owner.page.goto(`${start}/patienten/${id}/inzagelog`);
  await owner.page.getByText("Deze lijst is volledig").waitFor();
  await owner.page.getByLabel("Wat").selectOption({ label: "glas gebroken" });
  const lines = owner.page.getByRole("tabpanel").getByRole("listitem");
  await lines.first().waitFor();
  for (const line of await lines.all()) {
    expect(await line.innerText()).toContain("Glas gebroken");
    expect(await line.innerText()).toContain("ter Steege");
    expect(await line.innerText()).toContain("spoed");
  }
  expect(await look(owner.page, "inzagelog-desk")).toEqual([]);
  expect(owner.faults).toEqual([]);
  await owner.context.close();
});
