import type { Schema } from "../../app/api";

export type Standing = "active" | "invited" | "uninvited" | "expired" | "left" | "disabled";

// How somebody stands on a day: his account's state, what became of his invitation, and whether he left.
export function standing(
  person: Pick<Schema<"Colleague">, "state" | "ends_on" | "invite_ends_at">,
  today: string,
): Standing {
  if (person.state === "disabled") return "disabled";
  if (person.ends_on && person.ends_on < today) return "left";
  if (person.state === "active") return "active";
  if (!person.invite_ends_at) return "uninvited";
  return person.invite_ends_at.slice(0, 10) < today ? "expired" : "invited";
}
