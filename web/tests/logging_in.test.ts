// Who comes in, and by what: password and second step, a new colleague's one-time code, a recovery code, a lost phone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isIn, logIn, look, open } from "./browser";
import { accountOf, command, freshCode, OwnServer, send } from "./server";

let server: OwnServer;
beforeAll(async () => void (server = await OwnServer.start()));
afterAll(() => server.end());

const door = () => open("desk", { at: server.url });
const refusal = (page: Page): Promise<string> => page.getByRole("alert").innerText();
const sent = (body: object) => send(`${server.url}/api/session`, { method: "POST", body });

test("a wrong name and a wrong password get the same answer", async () => {
  const { login, password, secret } = accountOf("administratie");
  const code = await freshCode(secret, server.url);
  const wrongName = await sent({ login: "niemand", password, code });
  const wrongPassword = await sent({ login, password: "niet dit wachtwoord", code });
  const wrongCode = await sent({ login, password, code: code === "000000" ? "111111" : "000000" });
  expect(wrongName.status).toBe(401);
  expect([wrongPassword.status, wrongPassword.text]).toEqual([wrongName.status, wrongName.text]);
  expect([wrongCode.status, wrongCode.text]).toEqual([wrongName.status, wrongName.text]);

  const { page, context, faults } = await door();
  await page.goto(server.url);
  const said: string[] = [];
  for (const account of [
    { ...accountOf("receptie"), login: "niemand" },
    { ...accountOf("receptie"), password: "niet dit wachtwoord" },
  ]) {
    await logIn(page, account, "123456");
    said.push(await refusal(page));
    await page.getByRole("button", { name: "Terug" }).click();
  }
  expect(said[0]).toContain("Naam, wachtwoord of code klopt niet");
  expect(said[1]).toBe(said[0]);
  expect(faults).toEqual([]);
  await context.close();
});

test("password, then the code of the telephone, which counts once", async () => {
  const { page, context, faults } = await door();
  const account = accountOf("receptie");
  const code = await freshCode(account.secret, server.url);
  await page.goto(server.url);
  await logIn(page, account, code);
  await isIn(page);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toBe("");
  expect((await sent({ login: account.login, password: account.password, code })).status).toBe(401);
  expect(faults).toEqual([]);
  await context.close();
});

interface Newcomer {
  secret: string;
  recovery: string[];
}
const newPassword = "vijf groene kikkers springen";

// What a colleague does with the code on paper; gives what his telephone and his paper hold then.
async function activate(page: Page, login: string, oneTimeCode: string): Promise<Newcomer> {
  await page.goto(`${server.url}/activeren`);
  await page.getByLabel("Inlognaam").fill(login);
  await page.getByLabel("Eenmalige code").fill(oneTimeCode);
  await page.getByLabel("Nieuw wachtwoord").fill(newPassword);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("heading", { name: "Koppel uw telefoon" }).waitFor();
  const text = await page.getByText("typ dan deze sleutel over:").innerText();
  const secret = /[A-Z2-7 ]{20,}$/.exec(text.trim())![0].replaceAll(" ", "");
  await page.getByLabel("De 6 cijfers die uw app nu toont").fill(await freshCode(secret, server.url));
  const codes = page.getByRole("list", { name: "Herstelcodes" }).getByRole("listitem");
  await codes.first().waitFor();
  return { secret, recovery: await codes.allInnerTexts() };
}

const oneTimeCode = (verb: string, login: string): string => {
  const said = command(server.data, "account", verb, login, "--json");
  expect(said.exit, said.err).toBe(0);
  return (JSON.parse(said.out) as { code: string }).code;
};

test("a new colleague begins with a one-time code, and a lost telephone with a recovery code or a new one", async () => {
  expect(command(server.data, "account", "add", "nieuw", "--role", "assistent").exit).toBe(0);
  const { page, context, faults } = await door();
  const first = await activate(page, "nieuw", oneTimeCode("invite", "nieuw"));
  expect(first.recovery).toHaveLength(10);
  expect(await look(page, "herstelcodes-desk")).toEqual([]);
  await page.getByRole("button", { name: "Ik heb ze bewaard" }).click();

  // Without the telephone: one of the codes, once.
  const withRecovery = async (code: string): Promise<void> => {
    await page.goto(server.url);
    await page.getByLabel("Inlognaam").fill("nieuw");
    await page.getByLabel("Wachtwoord").fill(newPassword);
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByRole("button", { name: "Herstelcode gebruiken" }).click();
    await page.getByLabel("Herstelcode").fill(code);
    await page.getByRole("button", { name: "Inloggen" }).click();
  };
  await withRecovery(first.recovery[0]!);
  await isIn(page);
  await context.clearCookies();
  await withRecovery(first.recovery[0]!);
  expect(await refusal(page)).toContain("klopt niet");
  await withRecovery(first.recovery[1]!);
  await isIn(page);

  // The telephone is lost: who was in, is out, and the old password and telephone open nothing any more.
  const again = oneTimeCode("reset", "nieuw");
  await page.reload();
  await page.getByLabel("Inlognaam").waitFor();
  const old = { login: "nieuw", password: newPassword, code: await freshCode(first.secret, server.url) };
  expect((await sent(old)).status).toBe(401);
  const second = await activate(page, "nieuw", again);
  expect(second.secret).not.toBe(first.secret);
  await page.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await logIn(page, { ...old, role: "", secret: "" }, await freshCode(second.secret, server.url));
  await isIn(page);
  expect(faults).toEqual([]);
  await context.close();
});
