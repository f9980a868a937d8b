// What a cookie is worth to another: nothing in another network, and its owner is warned by being logged out.
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter } from "./browser";
import { cookieOf, OwnServer, send } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

test("a stolen cookie opens nothing from another network", async () => {
  const { page, context } = await enter("receptie", "desk", { at: server.url });
  const Cookie = `__Host-zorgkluis=${await cookieOf("receptie", server.url)}`;
  const session = `${server.url}/api/session`;
  expect((await send(session, { headers: { Cookie } })).status).toBe(200);
  expect((await send(session, { headers: { Cookie }, from: "127.0.1.1" })).status).toBe(401);
  // Nor any more from where it was taken.
  expect((await send(session, { headers: { Cookie } })).status).toBe(401);
  // What the page asks next, by this link or of itself, is refused: it may be gone before it is clicked.
  void page.getByRole("link", { name: "Patiënten" }).first().click().catch(() => undefined);
  await page.getByText("Uw sessie is afgelopen.").waitFor();
  await context.close();
});

test("a cookie alone changes nothing: the page's own token must come with it", async () => {
  const Cookie = `__Host-zorgkluis=${await cookieOf("behandelaar", server.url)}`;
  const lock = await send(`${server.url}/api/session/lock`, { method: "POST", headers: { Cookie } });
  expect(lock.status).toBe(403);
  const elsewhere = { Cookie, "Sec-Fetch-Site": "cross-site" };
  expect((await send(`${server.url}/api/session/lock`, { method: "POST", headers: elsewhere })).status).toBe(403);
});
