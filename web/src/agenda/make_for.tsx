import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { useMay, useSession } from "../app/session";
import { Button } from "../ui/button";
import "./texts";
import { useNewAppointment } from "./use_new_appointment";

export type Person = Pick<Schema<"Patient">, "id" | "identity" | "alias">;

// Opens the dialog with this patient filled in.
export function MakeFor({ patient, place }: { patient: Person; place: string }) {
  const { t } = useTranslation();
  const plans = useMay("appointment.plan") && useSession().places?.some((one) => one.key === "agenda");
  const making = useNewAppointment(`${place}/${patient.id}`);
  const { id, identity, alias } = patient;
  const { name, birth_date } = identity;
  if (!plans) return null;
  return (
    <>
      <Button
        icon={IconPlus}
        onClick={() =>
          making.open({ patient: { id, name, ...(alias ? { alias } : {}), ...(birth_date ? { birth_date } : {}) } })
        }
      >
        {t("agenda.appointment")}
      </Button>
      {making.dialog}
    </>
  );
}
