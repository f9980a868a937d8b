import type { Schema } from "../app/api";
import type { Changeable } from "./actions";
import { statusOf } from "./status";

export type { Changeable };

// An appointment on the page of a patient, as the agenda changes it; absent when the server gives no hold on it.
export function changeableOf(one: Schema<"PatientAppointment">, patient: string): Changeable | undefined {
  const { id, version, date, time, minutes, practitioner, room } = one;
  if (!id || version === undefined || !practitioner) return undefined;
  const status = statusOf(one.status);
  return { id, patient, version, date, time, minutes, practitioner, status, ...(room ? { room } : {}) };
}
