import type { Schema } from "../../app/api";

export type PreviewFile = Schema<"PreviewFile">;
type Kind = Schema<"RowKind">;
export type Kinds = Schema<"Preview">["kinds"];

// What a person says of a file: its kind, and for each header the key of a column, or nothing.
export interface FileChoice {
  kind: Kind | "";
  columns: Record<string, string>;
}
export type Choices = Record<string, FileChoice>;

export const choicesOf = (files: PreviewFile[]): Choices =>
  Object.fromEntries(
    files
      .filter((file) => file.columns.length > 0)
      .map((file) => [
        file.name,
        {
          kind: file.kind ?? "",
          columns: Object.fromEntries(file.columns.filter((one) => one.column).map((one) => [one.header, one.column!])),
        },
      ]),
  );

// Free text may stand in several columns; anything else has one. Which keys stand twice.
export function twice(choice: FileChoice, kinds: Kinds): string[] {
  const repeats = new Set(
    kinds
      .find((one) => one.kind === choice.kind)
      ?.columns.filter((one) => one.repeats)
      .map((one) => one.key),
  );
  const seen = new Set<string>();
  const out = new Set<string>();
  for (const key of Object.values(choice.columns)) {
    if (seen.has(key) && !repeats.has(key)) out.add(key);
    seen.add(key);
  }
  return [...out];
}

// Another kind of file has other columns: what does not belong to it falls away.
export function withKind(choice: FileChoice, kind: Kind | "", kinds: Kinds): FileChoice {
  const known = new Set(kinds.find((one) => one.kind === kind)?.columns.map((one) => one.key));
  return { kind, columns: Object.fromEntries(Object.entries(choice.columns).filter(([, key]) => known.has(key))) };
}

export function mappingOf(files: PreviewFile[], choices: Choices): Schema<"Mapping"> {
  return {
    format: "zorgkluis-mapping/1",
    files: files
      .filter((file) => choices[file.name])
      .map((file) => {
        const { kind, columns } = choices[file.name]!;
        if (!kind) return { file: file.name, kind: "ignored" as const };
        const ignored = file.columns.map((one) => one.header).filter((header) => !columns[header]);
        return { file: file.name, kind, columns, ignored };
      }),
  };
}

export const changed = (files: PreviewFile[], choices: Choices): boolean =>
  JSON.stringify(choicesOf(files)) !== JSON.stringify(choices);
