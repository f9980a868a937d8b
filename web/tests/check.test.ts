// The check: measured by itself, a statement that counts, its history, and a report that verifies without the practice.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, enter, look, start } from "./browser";
import { command, sharedData } from "./server";

interface Check {
  questions: { id: string; state: string; evidence: { probe: string; state: string; reason: string }[] }[];
  history: { date: string; proven: number; declared: number; open: number; failed: number }[];
}

test("the served practice is measured by itself, its line and its listening ports too", async () => {
  const { page, context } = await enter("praktijkhouder", "desk");
  const check = await ask<Check>(page, "GET", "/api/check");
  const probe = (id: string) => check.questions.flatMap((one) => one.evidence).find((one) => one.probe === id)!;
  expect([probe("2.2b").state, probe("2.2b").reason]).toEqual(["proven", "pass"]);
  // Other sessions began meanwhile, so ask again for what the log tells of them.
  const again = await ask<Check>(page, "POST", "/api/check", {});
  const sessions = again.questions.flatMap((one) => one.evidence).filter((one) => ["1.4b", "2.2a"].includes(one.probe));
  expect(sessions.map((one) => [one.probe, one.reason])).toEqual([
    ["1.4b", "pass"],
    ["2.2a", "networks_not_set"],
  ]);
  const today = again.history.at(-1)!;
  expect(today.proven + today.declared + today.open + today.failed).toBe(19);
  await context.close();
});

test("a statement changes the answer, and the report verifies", async () => {
  const { page, context, faults } = await enter("praktijkhouder", "desk");
  await page.getByRole("link", { name: "De check", exact: true }).first().click();
  await page.getByRole("link", { name: /^(open|niet in orde|verklaard): 3\.3/ }).click();
  await page
    .getByRole("button", { name: /^(Verklaren|Uw verklaring)/ })
    .first()
    .click();
  await page.getByRole("radio", { name: "Nee" }).check();
  await page.getByLabel(/^Toelichting/).fill("Het beleid is nog niet geschreven");
  expect(await look(page, "verklaren-desk")).toEqual([]);
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByText("Antwoord: nee.").waitFor();
  await page.getByRole("link", { name: /^niet in orde: 3\.3/ }).waitFor();
  await page.getByRole("img", { name: /De 19 vragen van/ }).waitFor();
  await page.getByRole("img", { name: /1 dag niet in orde/ }).waitFor();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Ondertekend rapport" }).click();
  const folder = mkdtempSync(join(tmpdir(), "zorgkluis-report-"));
  const report = join(folder, "report");
  await (await downloading).saveAs(report);
  const log = join(folder, "log");
  expect(command(sharedData, "journal", "export", log).exit).toBe(0);
  const key = join(log, "log.vkey");
  const verified = command(sharedData, "verify", report, "--key", key);
  expect([verified.exit, verified.err]).toEqual([0, ""]);
  expect(verified.out).toContain("TEST");
  // Any other byte is found.
  const forged = join(folder, "forged");
  writeFileSync(forged, readFileSync(report, "utf8").replace('"failed"', '"proven"'));
  expect(command(sharedData, "verify", forged, "--key", key).exit).toBe(1);
  rmSync(folder, { recursive: true });
  // Put right again, for who looks at this practice next.
  await ask(page, "POST", "/api/check/statements", { probe: "3.3a", answer: "ja" });
  expect(faults).toEqual([]);
  await context.close();
});

test("who does not oversee sees the score alone", async () => {
  const { page, context } = await enter("receptie", "desk");
  const check = await ask<Check>(page, "GET", "/api/check");
  expect(check.questions.every((one) => one.evidence.length === 0)).toBe(true);
  await expect(ask(page, "GET", "/api/check/report")).rejects.toThrow("403");
  await page.goto(`${start}/check`);
  await page.getByRole("heading", { level: 1, name: "De check" }).waitFor();
  expect(await page.getByRole("link", { name: "Ondertekend rapport" }).count()).toBe(0);
  await context.close();
});
