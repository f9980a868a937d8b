import { call, type Schema } from "../app/api";
import { i18n } from "../app/i18n";
import { toast } from "../ui/toast";
import type { Status } from "./status";
import { agendaChanged } from "./use_agenda";

// What a change of an appointment needs to know of it.
export type Changeable = Pick<
  Schema<"Appointment">,
  "id" | "patient" | "version" | "date" | "time" | "minutes" | "practitioner" | "room" | "status"
>;
export type Place = Pick<Changeable, "date" | "time" | "minutes" | "practitioner" | "room">;

const placeOf = ({ date, time, minutes, practitioner, room }: Place): Place => ({
  date,
  time,
  minutes,
  practitioner,
  ...(room ? { room } : {}),
});

const sendStatus = (one: Pick<Changeable, "id" | "patient" | "version">, status: Status) =>
  call("post", "/api/appointments/{id}/status", {
    id: one.id,
    body: { patient: one.patient, version: one.version, status },
  });

const sendPlace = (one: Pick<Changeable, "id" | "patient" | "version">, place: Place, despite: boolean) =>
  call("put", "/api/appointments/{id}", {
    id: one.id,
    body: { patient: one.patient, version: one.version, ...placeOf(place), ...(despite ? { despite } : {}) },
  });

// Whoever was too late reads what is there now.
async function told<T>(patient: string, change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    await agendaChanged(patient);
  }
}

export async function setStatus(one: Changeable, status: Status): Promise<void> {
  const after = await told(one.patient, sendStatus(one, status));
  toast(i18n.t(`appointment.did.${status}`), () =>
    told(one.patient, sendStatus(after, one.status)).then(() => undefined),
  );
}

export async function move(one: Changeable, place: Place, despite = false): Promise<void> {
  const after = await told(one.patient, sendPlace(one, place, despite));
  // Back to where it was, whatever stands there meanwhile.
  toast(i18n.t("appointment.did.moved"), () => told(one.patient, sendPlace(after, one, true)).then(() => undefined));
}
