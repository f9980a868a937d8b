// Writing about a patient, without a mouse: the desk enrols and changes, two people change the same, a practitioner
// writes, loses the server, is locked out, corrects.
import { describe, expect, test } from "vitest";
import { ask, enter, look, patientId, start } from "./browser";
import { expectFocusSeen, find, tabTo, tabToAndPress, typeIn } from "./keys";

// Nobody in the export has this name.
const surname = `Zeepost${String.fromCharCode(97 + (Date.now() % 26))}${(Date.now() % 1000).toString(26).replace(/\d/g, "q")}`;

describe("the desk", () => {
  test("enrols somebody by keyboard alone", async () => {
    const { page, faults } = await enter("receptie", "desk");
    const { keyboard } = page;
    await find(page, "inschrijven", /Patiënt inschrijven/);
    await page.getByRole("heading", { level: 1, name: "Patiënt inschrijven" }).waitFor();
    await typeIn(page, "textbox", /^Voorletters/, "Z.");
    await typeIn(page, "textbox", /^Achternaam/, surname);
    await typeIn(page, "textbox", /^Geboortedatum/, "14-3-1958");
    await typeIn(page, "textbox", /^Mobiel/, "06-01234567");
    await typeIn(page, "textbox", /^Huisarts/, "Praktijk Waterpoort");
    await typeIn(page, "textbox", /^BSN/, "999990018");
    await keyboard.press("Tab");
    await page
      .getByText(
        "Dit nummer kan niet: de controle op 11 klopt niet. Kijk het na op het identiteitsbewijs, of laat het leeg.",
      )
      .waitFor();
    // Not with a field half below the bar at the top, which would look too small.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await look(page, "inschrijven-desk")).toEqual([]);
    await keyboard.press("Control+s");
    // What is wrong has the focus.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    await keyboard.press("Control+a");
    await keyboard.press("Delete");
    await keyboard.press("Control+s");
    await page.getByRole("heading", { level: 1, name: new RegExp(surname) }).waitFor();
    await page.getByText("Praktijk Waterpoort").first().waitFor();
    expect(faults).toEqual([]);
  });

  test("is asked about somebody who may be here already", async () => {
    const { page } = await enter("receptie", "desk");
    await page.goto(`${start}/patienten/nieuw`);
    await page.getByLabel(/^Achternaam/).fill(surname);
    await page.getByLabel(/^Geboortedatum/).fill("14-03-1958");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Misschien staat deze patiënt er al. Zelfde achternaam en geboortedatum.").waitFor();
    expect(await look(page, "inschrijven-dubbel-desk")).toEqual([]);
    // Leaving asks nothing; what was typed is there afterwards.
    await tabToAndPress(page, "button", "Terug");
    await find(page, "inschrijven", /Patiënt inschrijven/);
    expect(await page.getByLabel(/^Achternaam/).inputValue()).toBe(surname);
    await page.getByText("niet opgeslagen").waitFor();
  });

  test("chooses when a colleague changed the same, and reads the history", async () => {
    const { page } = await enter("receptie", "desk");
    const id = await patientId(page, surname);
    await page.goto(`${start}/patienten/${id}/wijzigen`);
    await page.getByLabel(/^Mobiel/).fill("06-11111111");
    await ask(page, "PUT", `/api/patients/${id}/identity`, { version: 1, mobile: "06-22222222", city: "Woerden" });
    await page.keyboard.press("Control+s");
    await page.getByText(/heeft dit net ook gewijzigd. Kijk wat er anders is en kies./).waitFor();
    expect(await page.getByRole("textbox", { name: /^Plaats/ }).inputValue()).toBe("Woerden");
    expect(await look(page, "wijzigen-keuze-desk")).toEqual([]);
    await page.getByLabel(/: 06-22222222$/).focus();
    await page.keyboard.press("Space");
    expect(await page.getByLabel(/^Mobiel/).inputValue()).toBe("06-22222222");
    await page.getByLabel(/: 06-11111111$/).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+s");
    await page.getByRole("tab", { name: "Gegevens", selected: true }).waitFor();
    await tabToAndPress(page, "button", "Geschiedenis");
    await page.getByRole("dialog").getByText("06-22222222").first().waitFor();
    expect(await look(page, "geschiedenis-desk")).toEqual([]);
    await page.keyboard.press("Escape");
    await expectFocusSeen(page);
  });

  test.each(["phone", "narrow"] as const)("has its forms at a %s", async (size) => {
    const { page } = await enter("receptie", size);
    const id = await patientId(page, surname);
    for (const [name, path] of [
      ["inschrijven", "/patienten/nieuw"],
      ["wijzigen", `/patienten/${id}/wijzigen`],
      ["verzekering", `/patienten/${id}/verzekering`],
      ["gegevens", `/patienten/${id}/gegevens`],
    ]) {
      await page.goto(start + path!);
      expect([name, await look(page, `${name}-${size}`)]).toEqual([name, []]);
    }
  });
});

describe("a practitioner", () => {
  test("writes a consult that survives a lock and a server that is gone", async () => {
    const { page } = await enter("behandelaar", "desk");
    const { keyboard } = page;
    // Whom he enrols himself is his patient.
    await page.goto(`${start}/patienten/nieuw`);
    await typeIn(page, "textbox", /^Achternaam/, `${surname}b`);
    await typeIn(page, "textbox", /^Geboortedatum/, "01-02-1990");
    await keyboard.press("Control+s");
    await page.getByRole("heading", { level: 1, name: new RegExp(`${surname}b`) }).waitFor();
    await tabToAndPress(page, "button", "Aantekening maken");
    await typeIn(page, "textbox", "Subjectief", "Pijn linksonder.");
    await tabToAndPress(page, "button", "Prestatiecode toevoegen");
    await typeIn(page, "textbox", /^Code/, "V92");
    await typeIn(page, "textbox", /^Element/, "19");
    await page.getByText("Dit element bestaat niet.").waitFor();
    await typeIn(page, "textbox", /^Element/, "36");
    await typeIn(page, "textbox", /^Tarief/, "79,63");
    expect(await look(page, "consult-desk")).toEqual([]);

    await page.route("**/consults", (route) => route.abort());
    await keyboard.press("Control+s");
    await page
      .getByText("De aantekening is niet opgeslagen. De server antwoordt niet. Uw tekst staat nog op dit scherm.")
      .waitFor();
    await page.unroute("**/consults");
    await tabToAndPress(page, "button", "Terug");
    await page.getByText("niet opgeslagen").waitFor();
    await tabToAndPress(page, "button", "Aantekening maken");
    expect(await page.getByLabel("Subjectief").inputValue()).toBe("Pijn linksonder.");
    await tabTo(page, "textbox", "Subjectief");
    await keyboard.press("Control+Enter");

    await page.getByText("Pijn linksonder.").waitFor();
    await page.getByText(/^Uw patiënt sinds/).waitFor();
    await tabToAndPress(page, "button", "Verbeteren");
    await typeIn(page, "textbox", "Subjectief", "Pijn rechtsonder.");
    await keyboard.press("Control+s");
    await tabToAndPress(page, "button", "1 keer verbeterd");
    await page.getByRole("dialog").getByText("Pijn linksonder.").waitFor();
    expect(await look(page, "verbeterd-desk")).toEqual([]);
    await keyboard.press("Escape");

    await tabToAndPress(page, "button", "Waarschuwing toevoegen");
    await typeIn(page, "textbox", /^Wat moet iedereen weten/, "Latex");
    expect(await look(page, "waarschuwing-desk")).toEqual([]);
    await keyboard.press("Control+s");
    await page.getByRole("list", { name: "Medische waarschuwingen" }).getByText("Latex").waitFor();
    expect(await look(page, "dossier-geschreven-desk")).toEqual([]);
  });

  test.each(["phone", "narrow"] as const)("has the same at a %s", async (size) => {
    const { page } = await enter("behandelaar", size);
    const id = await patientId(page, `${surname}b`);
    for (const [name, path] of [
      ["consult", `/patienten/${id}/consult`],
      ["dossier-geschreven", `/patienten/${id}/dossier`],
      ["behandelingen-geschreven", `/patienten/${id}/behandelingen`],
    ]) {
      await page.goto(start + path!);
      expect([name, await look(page, `${name}-${size}`)]).toEqual([name, []]);
    }
  });
});
