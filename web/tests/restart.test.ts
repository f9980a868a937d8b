// The server restarts while somebody fills in a form: the page says so, and the text is there when it is back.
import { expect, test } from "vitest";
import { enter, isIn, logIn } from "./browser";
import { accountOf, freshCode, OwnServer } from "./server";

const words = "De ICT-expert was hier, verslag in de kluis";

test("a form outlives a restart of the server", async () => {
  const server = await OwnServer.start();
  const { page, context } = await enter("praktijkhouder", "desk", { at: server.url });
  await page.goto(`${server.url}/check/1-1`);
  await page
    .getByRole("button", { name: /^(Verklaren|Uw verklaring)/ })
    .first()
    .click();
  await page.getByLabel(/^Toelichting/).fill(words);
  await page.getByRole("radio", { name: "Ja" }).check();
  await server.halt();
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "De server antwoordt niet." }).first().waitFor();
  await page.getByText("Lezen kan nu niet; wat u typt, blijft op dit scherm staan.").waitFor();
  expect(await page.getByLabel(/^Toelichting/).inputValue()).toBe(words);

  await server.serve();
  // Sessions live in the server's memory, so its owner logs in again; the page notices by itself that it is back.
  await page.getByText("Lezen kan nu niet").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByText("Wat u typte, staat nog klaar.").waitFor();
  const account = accountOf("praktijkhouder");
  await logIn(page, account, await freshCode(account.secret, server.url));
  await isIn(page);
  expect(await page.getByLabel(/^Toelichting/).inputValue()).toBe(words);
  await page.getByRole("button", { name: "Verklaren", exact: true }).click();
  await page.getByText("Antwoord: ja.").waitFor();
  await context.close();
  await server.end();
});
