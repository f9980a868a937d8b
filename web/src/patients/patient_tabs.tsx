import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PatientAppointments } from "../agenda/patient_appointments";
import type { Schema } from "../app/api";
import { navigate } from "../app/route";
import { useMay } from "../app/session";
import { PatientInvoices } from "../billing/patient_invoices";
import { Alerts } from "../dossier/alerts";
import { Notes } from "../dossier/notes";
import { Treatments } from "../dossier/treatments";
import { AccessLog } from "./access_log";
import { NoRelation } from "./glass";
import { IdentityFacts } from "./identity_facts";
import styles from "./patient_page.module.css";

type Patient = Schema<"Patient">;

function Dossier({ patient, notes }: { patient: Patient; notes: NonNullable<Patient["notes"]> }) {
  return (
    <div className={styles.dossier}>
      <Notes id={patient.id} notes={notes} />
      {patient.alerts && <Alerts id={patient.id} alerts={patient.alerts} />}
    </div>
  );
}

// A tab stands there when the answer holds what is in it.
function tabsOf(patient: Patient, seesLog: boolean): [key: string, content: ReactNode][] {
  const { notes, treatments, invoices, appointments } = patient;
  return [
    ...(notes ? [["dossier", <Dossier patient={patient} notes={notes} />] as [string, ReactNode]] : []),
    ...(treatments
      ? [["behandelingen", <Treatments id={patient.id} treatments={treatments} />] as [string, ReactNode]]
      : []),
    ...(invoices ? [["facturen", <PatientInvoices invoices={invoices} />] as [string, ReactNode]] : []),
    ...(appointments
      ? [["afspraken", <PatientAppointments patient={patient} appointments={appointments} />] as [string, ReactNode]]
      : []),
    ["gegevens", <IdentityFacts patient={patient} />],
    ...(seesLog ? [["inzagelog", <AccessLog id={patient.id} />] as [string, ReactNode]] : []),
  ];
}

interface Props {
  patient: Patient;
  tab: string | undefined;
  head: (tabs: ReactNode) => ReactNode;
}

export function PatientTabs({ patient, tab, head }: Props) {
  const { t } = useTranslation();
  const tabs = tabsOf(patient, useMay("log.read"));
  const here = tabs.find(([key]) => key === tab)?.[0] ?? tabs[0]![0];
  return (
    <Tabs value={here} onChange={(key) => key && navigate(`/patienten/${patient.id}/${key}`, "replace")}>
      {head(
        <Tabs.List className={styles.tabs!} aria-label={t("patient.tabs")}>
          {tabs.map(([key]) => (
            <Tabs.Tab key={key} value={key} className={styles.tab!}>
              {t(`patient.tab.${key}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>,
      )}
      <div className={styles.body}>
        {patient.glass?.may && <NoRelation id={patient.id} />}
        {tabs.map(([key, content]) => (
          <Tabs.Panel key={key} value={key} className={styles.work!}>
            {content}
          </Tabs.Panel>
        ))}
      </div>
    </Tabs>
  );
}
