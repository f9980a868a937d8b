import type { Status } from "./status";

export type Step = Status;

// What can happen next to an appointment on this day; the first one is the most likely.
export function stepsOf(status: Status, date: string, today: string): Step[] {
  switch (status) {
    case "planned":
      if (date > today) return ["cancelled"];
      return date === today ? ["arrived", "no_show", "cancelled"] : ["done", "no_show", "cancelled"];
    case "arrived":
      return ["done", "planned", "cancelled"];
    case "no_show":
      return date === today ? ["arrived", "planned"] : ["planned"];
    case "done":
    case "cancelled":
      return ["planned"];
  }
}
