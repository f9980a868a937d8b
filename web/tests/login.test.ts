import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountOf, codeOf, launch, logIn, look, open, start } from "./browser";

test("the code of RFC 6238", () => {
  expect(codeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59)).toBe("287082");
});

describe.skipIf(!start)("logging in", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  test.each(["desk", "phone", "narrow"] as const)("in, and locked with F9, at a %s", async (size) => {
    const { page, faults } = await open(browser, size);
    await page.goto(start);
    await page.getByLabel("Inlognaam").waitFor();
    expect(await look(page, `inloggen-${size}`)).toEqual([]);
    await logIn(page, accountOf("receptie"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await look(page, `vandaag-receptie-${size}`)).toEqual([]);
    await page.keyboard.press("F9");
    await page.getByText("Uw werk staat klaar").waitFor();
    expect(await look(page, `vergrendeld-${size}`)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
