import { useTranslation } from "react-i18next";
import { dayName } from "../app/dates";
import { language } from "../app/i18n";
import { walkRows } from "../app/keyboard";
import { useNamesHidden } from "../app/names";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import { type Appointment, nameOf, type Practitioner } from "./columns";
import styles from "./list_view.module.css";
import { PractitionerMark } from "./practitioner_mark";
import { appointmentLabel, shownName, untilOf } from "./slot_text";
import { StatusChip } from "./status_chip";

interface Props {
  date: string;
  appointments: Appointment[];
  practitioners: Practitioner[];
  chosen: string | undefined;
  onOpen: (one: Appointment) => void;
}

// The day as a list: for who listens, for a small screen and for paper. What is cancelled stands here too.
export function ListView({ date, appointments, practitioners, chosen, onOpen }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const inOrder = [...appointments].sort(
    (a, b) => a.time.localeCompare(b.time) || a.practitioner.localeCompare(b.practitioner),
  );
  return (
    <Card title={dayName(date, language())} aside={t("agenda.count", { count: inOrder.length })} flush>
      {inOrder.length === 0 && <Empty title={t("agenda.emptyDay")} text={t("agenda.emptyDayText")} />}
      <ul onKeyDown={walkRows}>
        {inOrder.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={classes(styles.row, chosen === one.id && styles.chosen)}
              data-row
              data-id={one.id}
              aria-haspopup="dialog"
              onClick={() => onOpen(one)}
            >
              <span className="hidden-but-read">{appointmentLabel(one, practitioners, hidden, t)}</span>
              <span className={list.time} aria-hidden="true">
                {one.time}
              </span>
              <span className={styles.until} aria-hidden="true">
                {untilOf(one)}
              </span>
              <b className={classes(one.status === "cancelled" && styles.off)} aria-hidden="true">
                {shownName(one, hidden)}
              </b>
              <span className={styles.who} aria-hidden="true">
                <PractitionerMark practitioners={practitioners} code={one.practitioner} />
                {nameOf(practitioners, one.practitioner)}
              </span>
              <span className={styles.room} aria-hidden="true">
                {one.room}
              </span>
              <span className={styles.status} aria-hidden="true">
                <StatusChip status={one.status} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
