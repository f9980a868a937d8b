import type { Schema } from "../app/api";

// "Mevrouw Van der Meulen", as one speaks of somebody; nothing where the form of address is not known.
export function shortName(patient: Pick<Schema<"Patient">, "name" | "identity">): string | undefined {
  const address = /^(Mevrouw|De heer|Mevr\.|Dhr\.)/.exec(patient.name)?.[0];
  const { surname, tussenvoegsel } = patient.identity;
  if (!address || !surname) return undefined;
  const whole = [tussenvoegsel, surname.split("-")[0]].filter(Boolean).join(" ");
  return `${address} ${whole[0]!.toUpperCase()}${whole.slice(1)}`;
}
