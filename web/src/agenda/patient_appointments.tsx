import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { nowInAmsterdam, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import { type Changeable, changeableOf } from "./changeable";
import type { Person } from "./make_for";
import styles from "./patient_appointments.module.css";
import { RowActions } from "./row_actions";
import { statusOf } from "./status";
import { StatusChip } from "./status_chip";

type Appointment = Schema<"PatientAppointment">;

interface Props {
  patient: Person;
  appointments: Appointment[];
}

export function PatientAppointments({ patient, appointments }: Props) {
  const { t } = useTranslation();
  const { date } = nowInAmsterdam();
  const inOrder = [...appointments].sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
  const coming = inOrder.filter((one) => one.date >= date);
  const past = inOrder.filter((one) => one.date < date).reverse();
  return (
    <>
      {appointments.length === 0 && (
        <Card flush>
          <Empty title={t("appointment.none")} text={t("appointment.noneText")} />
        </Card>
      )}
      {coming.length > 0 && <Rows title={t("appointment.coming")} patient={patient.id} appointments={coming} />}
      {past.length > 0 && <Rows title={t("appointment.past")} patient={patient.id} appointments={past} />}
    </>
  );
}

function Rows({ title, patient, appointments }: { title: string; patient: string; appointments: Appointment[] }) {
  const { t } = useTranslation();
  const plans = useMay("appointment.plan");
  const { date: today } = nowInAmsterdam();
  const [open, unfold] = useState<string>();
  return (
    <Card title={title} flush>
      <ul>
        {appointments.map((one) => {
          const changeable: Changeable | undefined = plans ? changeableOf(one, patient) : undefined;
          return (
            <li key={one.id ?? `${one.date}${one.time}`} className={styles.item}>
              <div className={styles.row}>
                <span className={styles.date}>{shortDate(one.date, language())}</span>
                <span className={list.time}>{one.time}</span>
                <span>{one.reason}</span>
                <span className={styles.small}>{t("appointment.minutes", { count: one.minutes })}</span>
                <span className={styles.small}>{[one.practitioner, one.room].filter(Boolean).join(", ")}</span>
                <span className={styles.small}>
                  <StatusChip status={statusOf(one.status)} />
                </span>
                {changeable && (
                  <Button
                    small
                    className={styles.change}
                    aria-expanded={open === one.id}
                    aria-label={`${t("appointment.change")}: ${shortDate(one.date, language())} ${one.time}`}
                    onClick={() => unfold(open === one.id ? undefined : one.id)}
                  >
                    {t("appointment.change")}
                  </Button>
                )}
              </div>
              {changeable && open === one.id && (
                <RowActions appointment={changeable} today={today} onDone={() => unfold(undefined)} />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
