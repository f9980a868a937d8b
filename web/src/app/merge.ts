// Two people changed the same thing. Texts by the name of their field; an absent one is an empty one.
export type Texts = Record<string, string>;

const at = (texts: Texts, field: string): string => texts[field] ?? "";

export const changedFields = (base: Texts, mine: Texts): string[] =>
  [...new Set([...Object.keys(base), ...Object.keys(mine)])].filter((field) => at(base, field) !== at(mine, field));

export interface Merged {
  // What is there now, and what stands on the screen after it: what only the other changed is taken over.
  base: Texts;
  mine: Texts;
  // Changed by both, and not alike: a person chooses.
  conflicts: string[];
  // Changed by the other alone.
  others: string[];
}

export function merge(base: Texts, mine: Texts, theirs: Texts): Merged {
  const changed = changedFields(base, mine);
  const byOther = changedFields(base, {
    ...Object.fromEntries(Object.keys(base).map((field) => [field, ""])),
    ...theirs,
  });
  const others = byOther.filter((field) => !changed.includes(field));
  return {
    base: theirs,
    mine: { ...mine, ...Object.fromEntries(others.map((field) => [field, at(theirs, field)])) },
    conflicts: byOther.filter((field) => changed.includes(field) && at(mine, field) !== at(theirs, field)),
    others,
  };
}
