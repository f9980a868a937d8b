import { IconChevronRight, IconEyeOff } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { statusOf } from "../agenda/status";
import { StatusChip } from "../agenda/status_chip";
import type { Schema } from "../app/api";
import { fieldDate, nowInAmsterdam } from "../app/dates";
import { walkRows } from "../app/keyboard";
import { PatientName, useNamesHidden } from "../app/names";
import { Link } from "../app/route";
import { useSession } from "../app/session";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import styles from "./day_list.module.css";

type Appointment = Schema<"DayAppointment">;

// Who is inside, the line of now, and who comes next. Arrows walk; the row with the focus shows the name.
export function DayList({ appointments }: { appointments: Appointment[] }) {
  const { t } = useTranslation();
  const { role } = useSession().account;
  const hidden = useNamesHidden();
  const { time } = nowInAmsterdam();
  const of = (status: string) => appointments.filter((one) => statusOf(one.status) === status);
  const inside = of("arrived");
  const next = of("planned");
  const earlier = next.filter((one) => one.time < time);
  const been = of("done").length;
  const absent = of("no_show").length;
  if (appointments.length === 0)
    return (
      <Card flush>
        <Empty title={t("today.firstNone")} text={t("today.firstNoneText")} />
      </Card>
    );
  return (
    <Card
      title={t(role === "receptie" ? "today.desk" : role === "behandelaar" ? "today.mine" : "today.all")}
      aside={
        hidden && (
          <span className={styles.hiddenNote}>
            <Icon of={IconEyeOff} size={16} /> {t("names.onlyChosen")}
          </span>
        )
      }
      foot={
        been + absent > 0 && (
          <span>
            {[been > 0 && t("today.been", { count: been }), absent > 0 && t("today.noShow", { count: absent })]
              .filter(Boolean)
              .join(", ")}
          </span>
        )
      }
      flush
    >
      <div className={styles.days} onKeyDown={walkRows}>
        {inside.length > 0 && <Group label={t("today.inside")} rows={inside} inside />}
        {earlier.length > 0 && <Group label={t("today.notYet")} rows={earlier} />}
        <p className={styles.clock}>
          <span className="hidden-but-read">{t("today.now")} </span>
          {time}
        </p>
        <Group label={t("today.next")} rows={next.filter((one) => one.time >= time)} />
      </div>
    </Card>
  );
}

function Group({ label, rows, inside = false }: { label: string; rows: Appointment[]; inside?: boolean }) {
  return (
    <>
      <h3 className={list.group}>
        <b>{label}</b> {rows.length}
      </h3>
      <Rows rows={rows} inside={inside} />
    </>
  );
}

function Rows({ rows, inside = false }: { rows: Appointment[]; inside?: boolean }) {
  return (
    <ul className={classes(inside && styles.inside)}>
      {rows.map((one) => (
        <li key={one.id}>
          <Row appointment={one} />
        </li>
      ))}
    </ul>
  );
}

// While names are hidden, the first press of a pointer chooses the row and the second opens it.
function Row({ appointment: one }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const [chosen, choose] = useState(false);
  const wasChosen = useRef(true);
  const details = [one.birth_date && fieldDate(one.birth_date), one.phone].filter(Boolean).join(", ");
  return (
    <Link
      href={`/patienten/${one.patient}`}
      className={styles.row}
      data-row
      onFocus={() => choose(true)}
      onBlur={() => choose(false)}
      onPointerDown={() => (wasChosen.current = chosen)}
      onClick={(event) => {
        if (hidden && event.detail > 0 && !wasChosen.current) {
          event.preventDefault();
          event.currentTarget.focus();
        }
      }}
    >
      <span className={styles.time}>{one.time}</span>
      <span className={styles.name}>
        <b>
          <PatientName of={one} chosen={chosen} />
        </b>
        {chosen && details && <small>{details}</small>}
        {one.reason && <small>{one.reason}</small>}
      </span>
      <span className={classes(styles.small, styles.minutes)}>{t("appointment.minutes", { count: one.minutes })}</span>
      <span className={styles.by}>{one.practitioner}</span>
      <span className={classes(styles.small, styles.status)}>
        <StatusChip status={statusOf(one.status)} />
      </span>
      <Icon of={IconChevronRight} className={styles.arrow!} />
    </Link>
  );
}
