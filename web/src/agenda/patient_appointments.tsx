import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { nowInAmsterdam, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { Card } from "../ui/card";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import { statusOf } from "./status";
import styles from "./patient_appointments.module.css";
import { StatusChip } from "./status_chip";

type Appointment = Schema<"PatientAppointment">;

export function PatientAppointments({ appointments }: { appointments: Appointment[] }) {
  const { t } = useTranslation();
  const { date } = nowInAmsterdam();
  const inOrder = [...appointments].sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
  const coming = inOrder.filter((one) => one.date >= date);
  const past = inOrder.filter((one) => one.date < date).reverse();
  if (appointments.length === 0)
    return (
      <Card flush>
        <Empty title={t("appointment.none")} text={t("appointment.noneText")} />
      </Card>
    );
  return (
    <>
      {coming.length > 0 && <Rows title={t("appointment.coming")} appointments={coming} />}
      {past.length > 0 && <Rows title={t("appointment.past")} appointments={past} />}
    </>
  );
}

function Rows({ title, appointments }: { title: string; appointments: Appointment[] }) {
  const { t } = useTranslation();
  return (
    <Card title={title} flush>
      <ul>
        {appointments.map((one) => (
          <li key={one.id ?? `${one.date}${one.time}`} className={styles.row}>
            <span className={styles.date}>{shortDate(one.date, language())}</span>
            <span className={list.time}>{one.time}</span>
            <span>{one.reason}</span>
            <span className={styles.small}>{t("appointment.minutes", { count: one.minutes })}</span>
            <span className={styles.small}>{one.practitioner}</span>
            <span className={styles.small}>
              <StatusChip status={statusOf(one.status)} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
