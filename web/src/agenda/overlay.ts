import type { Place } from "./actions";
import type { Appointment } from "./columns";
import type { Search } from "./free_panel";
import type { Waiting } from "./waiting_list";

// What lies over the agenda; one at a time.
export type Overlay =
  | { kind: "appointment"; id: string }
  | { kind: "waiting"; id: string }
  | { kind: "move"; appointment: Appointment; to?: Place; refused?: unknown }
  | { kind: "free"; search: Search; waiting?: Waiting }
  | { kind: "addWaiting" }
  | { kind: "hours" }
  | { kind: "side" };
