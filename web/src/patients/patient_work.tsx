import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { PatientName } from "../app/names";
import { PageFrame } from "../app/page";
import { Card } from "../ui/card";
import { Failed, Loading } from "../ui/waiting";
import { usePatient } from "./patient_query";
import { fullName } from "./spoken_name";
import "./texts";

interface Props {
  id: string;
  title: string;
  children: (patient: Schema<"Patient">) => ReactNode;
}

// A page for work about one patient, under his name.
export function PatientWork({ id, title, children }: Props) {
  const { t } = useTranslation();
  const patient = usePatient(id);
  const shown = patient.data;
  return (
    <PageFrame title={title} under={shown && <PatientName of={{ ...shown, name: fullName(shown.identity) }} />}>
      {shown && children(shown)}
      {!shown && (
        <Card flush>
          {patient.error ? (
            <Failed title={t("patient.failed")} error={patient.error} again={() => void patient.refetch()} />
          ) : (
            <Loading rows={8} />
          )}
        </Card>
      )}
    </PageFrame>
  );
}
