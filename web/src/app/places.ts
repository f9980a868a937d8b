import { IconCalendar, IconSettings, IconShieldCheck, IconSun, IconUsers, type Icon } from "@tabler/icons-react";
import type { Session } from "./session";

export type PlaceKey = NonNullable<Session["places"]>[number]["key"];
export interface Place {
  key: PlaceKey;
  path: string;
  icon: Icon;
  group: "work" | "care";
}

// The places that are built, in their order. Which of them an account has, the session says.
const built: Place[] = [
  { key: "vandaag", path: "/vandaag", icon: IconSun, group: "work" },
  { key: "patienten", path: "/patienten", icon: IconUsers, group: "work" },
  { key: "agenda", path: "/agenda", icon: IconCalendar, group: "work" },
  { key: "check", path: "/check", icon: IconShieldCheck, group: "care" },
  { key: "beheer", path: "/beheer", icon: IconSettings, group: "care" },
];

export const placesOf = (session: Session): Place[] =>
  built.filter((place) => session.places?.some((one) => one.key === place.key));

export const waitingAt = (session: Session, key: PlaceKey): number =>
  session.places?.find((one) => one.key === key)?.waiting ?? 0;
