// A practitioner writes without a mouse: a consult with its four parts, and its correction; what stood there stays.
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, look } from "./browser";
import { find, tabToAndPress, typeIn } from "./keys";
import { OwnServer } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

test("a consult is written and corrected", async () => {
  const { page, context, faults } = await enter("behandelaar", "desk", { at: server.url });
  await find(page, "pinas", /Pinas/);
  await page.getByRole("heading", { level: 1, name: /Pinas/ }).waitFor();
  await tabToAndPress(page, "button", "Aantekening maken");
  await page.getByRole("heading", { level: 1, name: "Aantekening maken" }).waitFor();
  // In a dental practice the text is free at first; the choice is a pair of radios.
  const free = page.getByRole("radio", { name: "Vrije tekst" });
  await tabToRadio();
  if (!(await free.isChecked())) await page.keyboard.press("ArrowRight");
  await typeIn(page, "textbox", "Aantekening", "Pijn links onder, twee dagen");
  await page.keyboard.press("Control+s");
  const written = page.getByRole("article").filter({ hasText: "Pijn links onder, twee dagen" });
  await written.waitFor();

  await tabToAndPress(page, "button", "Verbeteren");
  await page.getByRole("form", { name: "Aantekening verbeteren" }).waitFor();
  await typeIn(page, "textbox", "Tekst", "Pijn rechts onder, twee dagen");
  await page.keyboard.press("Control+s");
  const corrected = page.getByRole("article").filter({ hasText: "Pijn rechts onder, twee dagen" });
  await corrected.waitFor();
  expect(await look(page, "verbeterd-desk")).toEqual([]);
  await tabToAndPress(page, "button", "1 keer verbeterd");
  await page.getByRole("dialog").getByText("Pijn links onder, twee dagen").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await context.close();

  async function tabToRadio(): Promise<void> {
    for (let step = 0; step < 100; ++step) {
      if (await page.evaluate(() => document.activeElement?.matches("input[type=radio]") ?? false)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("Tab does not lead to the choice of a style");
  }
});
