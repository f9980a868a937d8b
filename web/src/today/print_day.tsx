import { useTranslation } from "react-i18next";
import { type Appointment, nameOf, type Practitioner } from "../agenda/columns";
import { shownName } from "../agenda/slot_text";
import { useNamesHidden } from "../app/names";
import { useSession } from "../app/session";
import styles from "./print_day.module.css";

interface Props {
  title: string;
  appointments: Appointment[];
  practitioners: Practitioner[];
}

// The day on paper, one table a practitioner; the aliases while names are hidden.
export function PrintDay({ title, appointments, practitioners }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const { practice } = useSession();
  const codes = [...new Set(appointments.map((one) => one.practitioner))];
  return (
    <div className={styles.paper} aria-hidden="true">
      <h1>{title}</h1>
      <p>
        {practice.name}
        {hidden && `. ${t("names.hidden")}.`}
      </p>
      {codes.map((code) => (
        <table key={code}>
          <caption>{nameOf(practitioners, code)}</caption>
          <tbody>
            {appointments
              .filter((one) => one.practitioner === code && one.status !== "cancelled")
              .map((one) => (
                <tr key={one.id}>
                  <td>{one.time}</td>
                  <td>{t("appointment.minutes", { count: one.minutes })}</td>
                  <td>{shownName(one, hidden)}</td>
                  <td>{one.room}</td>
                  <td>
                    {one.status === "planned" && one.first_visit
                      ? t("agenda.firstVisit")
                      : t(`appointment.status.${one.status}`)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
