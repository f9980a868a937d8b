import type { Page } from "playwright-core";
import { expect } from "vitest";

type Role = Parameters<Page["getByRole"]>[0];
const STEPS_MAX = 200;

const isFocused = (page: Page, role: Role, name: string | RegExp): Promise<boolean> =>
  page
    .getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) })
    .evaluateAll((found) => found.some((one) => one === document.activeElement));

// Presses a key until the focus is on what has this role and name.
async function pressUntil(page: Page, key: string, role: Role, name: string | RegExp): Promise<void> {
  for (let step = 0; step < STEPS_MAX; ++step) {
    if (await isFocused(page, role, name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to the ${role} "${String(name)}"`);
}
export const tabTo = (page: Page, role: Role, name: string | RegExp): Promise<void> =>
  pressUntil(page, "Tab", role, name);
export const walkTo = (page: Page, key: string, role: Role, name: string | RegExp): Promise<void> =>
  pressUntil(page, key, role, name);

export async function tabToAndPress(page: Page, role: Role, name: string | RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press(key);
}

// In the place of what stands in the field.
export async function typeIn(page: Page, role: Role, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

// Ctrl K, a few letters, Enter on the first that fits.
export async function find(page: Page, text: string, hit: RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type(text);
  await page.getByRole("option", { name: hit, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

// The focus is never lost, and can be seen.
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return "nothing has the focus";
    const style = getComputedStyle(here);
    return style.outlineStyle === "none" || style.outlineWidth === "0px" ? `no ring on ${here.tagName}` : "";
  });
  expect(seen).toBe("");
}
