import type { Language } from "./i18n";

// "€ 1.260,00", from cents.
export const euros = (cents: number, language: Language): string =>
  new Intl.NumberFormat(language === "en" ? "en-GB" : "nl-NL", { style: "currency", currency: "EUR" })
    .format(cents / 100)
    .replace(/\u00a0/g, " ");

// "€ 802.800", where the cents are nothing.
export const wholeEuros = (cents: number, language: Language): string => euros(cents, language).replace(/[.,]00$/, "");
