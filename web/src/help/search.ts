import type { Section } from "../../build/handbook";

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");

// Sections that hold every word; those that name it in their title come first.
export function findSections(sections: Section[], wanted: string): Section[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  const score = (section: Section): number => {
    const title = plain(`${section.title} ${section.document}`);
    const all = `${title} ${plain(section.text)}`;
    if (!words.every((word) => all.includes(word))) return 0;
    return 1 + words.filter((word) => title.includes(word)).length;
  };
  return sections
    .map((section) => ({ section, score: score(section) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((one) => one.section);
}
