import type { Language } from "../../app/i18n";

const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

// "12,4 MB": as disks are sold, by thousands.
export function bytesText(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  const text = new Intl.NumberFormat(language === "en" ? "en-GB" : "nl-NL", { maximumFractionDigits: digits }).format(
    value,
  );
  return `${text} ${UNITS[unit]}`;
}
