import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { type Account, cookieOf, needed } from "./server";

const pictures = new URL("../../build/pictures/", import.meta.url);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const start = needed("ZORGKLUIS_URL");

export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};
export type Size = keyof typeof sizes;

// Debian's own Chromium, without its calls to its maker. One for all stories; it ends with their process.
let launched: Promise<Browser> | undefined;
export const theBrowser = (): Promise<Browser> =>
  (launched ??= chromium.launch({
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
  }));

export interface Opened {
  page: Page;
  context: BrowserContext;
  // What no page may do: complain on the console, throw, or ask another server.
  faults: string[];
}
interface How extends BrowserContextOptions {
  at?: string;
  english?: boolean;
}

// What Chromium itself says of an answer that refuses, or of a server that is gone, is no fault of the page.
const saidByBrowser = /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_)/;

const asking = new WeakMap<Page, Set<object>>();

export function watch(page: Page, at: string, faults: string[]): void {
  const open = new Set<object>();
  asking.set(page, open);
  page.on("request", (request) => void open.add(request));
  page.on("requestfinished", (request) => void open.delete(request));
  page.on("requestfailed", (request) => void open.delete(request));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !saidByBrowser.test(message.text())) faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${at}/`)) faults.push(`asked ${request.url()}`);
  });
}

// A browser of its own, not logged in.
export async function open(size: Size, { at = start, english = false, ...options }: How = {}): Promise<Opened> {
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: sizes[size],
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    colorScheme: "light",
    ignoreHTTPSErrors: true,
    ...options,
  });
  context.setDefaultTimeout(45_000);
  if (english) await context.addInitScript(() => localStorage.setItem("zorgkluis-language", "en"));
  const page = await context.newPage();
  const faults: string[] = [];
  watch(page, at, faults);
  return { page, context, faults };
}

// A browser in which somebody with this role is logged in already.
export async function enter(role: string, size: Size, how: How = {}): Promise<Opened> {
  const at = how.at ?? start;
  const opened = await open(size, how);
  await opened.context.addCookies([
    {
      name: "__Host-zorgkluis",
      value: await cookieOf(role, at),
      url: at,
      httpOnly: true,
      secure: true,
      sameSite: "Strict",
    },
  ]);
  await opened.page.goto(at);
  await isIn(opened.page);
  return opened;
}

export const isIn = (page: Page): Promise<void> => page.getByRole("button", { name: /^(Vergrendel|Lock)/ }).waitFor();

export async function logIn(page: Page, account: Account, code: string): Promise<void> {
  await page.getByLabel("Inlognaam").fill(account.login);
  await page.getByLabel("Wachtwoord").fill(account.password);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel(/^Code voor/).fill(code);
}

// Asks as the page would, with its cookie; what it answers, or the status of a refusal.
export async function ask<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const session = (await (await fetch("/api/session")).json()) as { csrf: string };
      const response = await fetch(where, {
        method: how,
        headers: { "Content-Type": "application/json", "X-Zorgkluis-Csrf": session.csrf },
        ...(what === undefined ? {} : { body: what }),
      });
      return { status: response.status, text: await response.text() };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return (answer.text ? JSON.parse(answer.text) : undefined) as T;
}

// The id of the one patient that a search finds.
export async function patientId(page: Page, text: string): Promise<string> {
  const found = await ask<{ patients: { id: string }[] }>(page, "POST", "/api/patients/search", { text, limit: 2 });
  expect(found.patients, `one patient with ${text}`).toHaveLength(1);
  return found.patients[0]!.id;
}

// Until the page asked for nothing during a while: what comes has come.
export async function settled(page: Page): Promise<void> {
  const open = asking.get(page);
  for (let quiet = 0; quiet < 3; quiet = open?.size ? 0 : quiet + 1) await page.waitForTimeout(50);
}

// Keeps a picture, and tells what axe finds and whether the page scrolls sideways.
export async function look(page: Page, name: string): Promise<string[]> {
  mkdirSync(pictures, { recursive: true });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, animations: "disabled" });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const world = globalThis as unknown as {
      axe: {
        run: (at: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await world.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160) ?? ""}`);
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? [...found, "scrolls sideways"] : found;
}
