import type { Schema } from "../app/api";

type Identity = Schema<"Identity">;

const addresses: Record<string, string> = { v: "Mevrouw", vrouw: "Mevrouw", m: "De heer", man: "De heer" };
const addressOf = (identity: Identity): string | undefined => addresses[(identity.sex ?? "").toLowerCase()];

// "Mevrouw J. van der Meulen-Visser", for the head of a page. A list has the surname first: identity.name.
export function fullName(identity: Identity): string {
  const { initials, tussenvoegsel, surname, name } = identity;
  if (!surname) return name;
  return [addressOf(identity), initials, tussenvoegsel, surname].filter(Boolean).join(" ");
}

// "Mevrouw Van der Meulen", as one speaks of somebody; nothing where the form of address is not known.
export function spokenName(identity: Identity): string | undefined {
  const address = addressOf(identity);
  if (!address || !identity.surname) return undefined;
  const whole = [identity.tussenvoegsel, identity.surname.split("-")[0]].filter(Boolean).join(" ");
  return `${address} ${whole[0]!.toUpperCase()}${whole.slice(1)}`;
}
