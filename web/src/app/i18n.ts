import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import nl from "./nl.json";

export type Language = "nl" | "en";
const KEPT = "zorgkluis-language";

export const i18n = i18next.createInstance();

export function startTexts(): void {
  void i18n.use(initReactI18next).init({
    lng: localStorage.getItem(KEPT) === "en" ? "en" : "nl",
    fallbackLng: "nl",
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = i18n.language;
}

// A slice brings its own texts with its own part of the bundle.
export function addTexts(dutch: object, english: object): void {
  i18n.addResourceBundle("nl", "translation", dutch, true, true);
  i18n.addResourceBundle("en", "translation", english, true, true);
}

export const language = (): Language => (i18n.language === "en" ? "en" : "nl");

export function speak(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
  void i18n.changeLanguage(chosen);
}
