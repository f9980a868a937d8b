import { useTranslation } from "react-i18next";
import { useArrival, useTitle } from "../app/page";
import { Card } from "../ui/card";
import { Failed, Loading } from "../ui/waiting";
import { PatientHead } from "./patient_head";
import styles from "./patient_page.module.css";
import { usePatient } from "./patient_query";
import { PatientTabs } from "./patient_tabs";
import "./texts";

export default function PatientPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { t } = useTranslation();
  useTitle(t("patient.page"));
  useArrival();
  const patient = usePatient(id);
  if (patient.data)
    return (
      <PatientTabs
        patient={patient.data}
        tab={tab}
        head={(tabs) => <PatientHead patient={patient.data}>{tabs}</PatientHead>}
      />
    );
  return (
    <div className={styles.body}>
      <h1 className="hidden-but-read">{t("patient.page")}</h1>
      <Card flush>
        {patient.error ? (
          <Failed title={t("patient.failed")} error={patient.error} again={() => void patient.refetch()} />
        ) : (
          <Loading rows={8} />
        )}
      </Card>
    </div>
  );
}
