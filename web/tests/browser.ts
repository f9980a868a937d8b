import { createHmac } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

// A list of { role, login, password, secret }, as the demo practice writes it.
export interface Account {
  role: string;
  login: string;
  password: string;
  secret: string;
}

export const start = process.env.ZORGKLUIS_URL ?? "";
const accounts = (): Account[] => JSON.parse(readFileSync(process.env.ZORGKLUIS_ACCOUNTS!, "utf8")) as Account[];
const pictures = new URL("../../build/pictures/", import.meta.url);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};

export function accountOf(role: string): Account {
  const found = accounts().find((account) => account.role === role);
  if (!found) throw new Error(`no demo account has the role ${role}`);
  return found;
}

// Debian's own Chromium, without its calls to its maker.
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "no-sandbox",
      "disable-gpu",
      "disable-quic",
      "no-first-run",
      "disable-background-networking",
      "disable-component-update",
      "disable-sync",
    ].map((flag) => `--${flag}`),
  });

export interface Opened {
  page: Page;
  // What no page may do: complain on the console, throw, or ask another server.
  faults: string[];
}

export async function open(
  browser: Browser,
  size: keyof typeof sizes,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: "nl-NL",
    ignoreHTTPSErrors: true,
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // A refusal of the API is an answer, no fault of the page.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(start)) faults.push(`asked ${request.url()}`);
  });
  return { page, faults };
}

// RFC 6238 with SHA-1, six digits, thirty seconds.
export function codeOf(secret: string, seconds = Date.now() / 1000): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[^A-Z2-7]/g, "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export async function logIn(page: Page, account: Account): Promise<void> {
  await page.goto(start);
  await page.getByLabel("Inlognaam").fill(account.login);
  await page.getByLabel("Wachtwoord").fill(account.password);
  await page.keyboard.press("Enter");
  await page.getByLabel(/^Code voor/).fill(codeOf(account.secret));
  await page.getByRole("button", { name: /^Vergrendel/ }).waitFor();
}

// Keeps a picture, and tells what axe finds and whether the page scrolls sideways.
export async function look(page: Page, name: string): Promise<string[]> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname });
  const found = await page.evaluate(async (source) => {
    (0, eval)(source);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const run = (
      globalThis as unknown as {
        axe: {
          run: (at: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe.run;
    const { violations } = await run(document, { runOnly: tags });
    return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 120) ?? ""}`);
  }, axe);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? [...found, "scrolls sideways"] : found;
}
