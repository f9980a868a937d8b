import { IconEyeOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Appointment, Practitioner } from "../agenda/columns";
import { useNow } from "../agenda/use_agenda";
import { walkRows } from "../app/keyboard";
import { useNamesHidden } from "../app/names";
import { Link } from "../app/route";
import { useSession } from "../app/session";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import list from "../ui/list.module.css";
import { Empty } from "../ui/waiting";
import { AppointmentRow } from "./appointment_row";
import styles from "./day_list.module.css";

interface Props {
  title: string;
  appointments: Appointment[];
  practitioners: Practitioner[];
}

// Who is inside, the line of now, and who comes next. Arrows walk; the row with the focus shows the name.
export function DayList({ title, appointments, practitioners }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const { time } = useNow();
  const of = (status: Appointment["status"]) => appointments.filter((one) => one.status === status);
  const next = of("planned");
  const earlier = next.filter((one) => one.time < time);
  const group = (label: string, rows: Appointment[], inside = false) => (
    <Group label={label} rows={rows} practitioners={practitioners} inside={inside} />
  );
  if (appointments.length === 0)
    return (
      <Card flush>
        <Empty title={t("today.firstNone")} text={t("today.firstNoneText")} />
      </Card>
    );
  return (
    <Card
      title={title}
      className={styles.list}
      aside={
        hidden && (
          <span className={styles.hiddenNote}>
            <Icon of={IconEyeOff} size={16} /> {t("names.onlyChosen")}
          </span>
        )
      }
      foot={<Foot been={of("done").length} absent={of("no_show").length} />}
      flush
    >
      <div className={styles.days} onKeyDown={walkRows}>
        {of("arrived").length > 0 && group(t("today.inside"), of("arrived"), true)}
        {earlier.length > 0 && group(t("today.notYet"), earlier)}
        <p className={styles.clock}>
          <span className="hidden-but-read">{t("today.now")} </span>
          {time}
        </p>
        {group(
          t("today.next"),
          next.filter((one) => one.time >= time),
        )}
      </div>
    </Card>
  );
}

function Foot({ been, absent }: { been: number; absent: number }) {
  const { t } = useTranslation();
  const opensAgenda = useSession().places?.some((place) => place.key === "agenda");
  const counts = [been > 0 && t("today.been", { count: been }), absent > 0 && t("today.noShow", { count: absent })];
  return (
    <>
      <span>{counts.filter(Boolean).join(", ")}</span>
      {opensAgenda && <Link href="/agenda/dag">{t("today.wholeDay")}</Link>}
    </>
  );
}

interface GroupProps {
  label: string;
  rows: Appointment[];
  practitioners: Practitioner[];
  inside: boolean;
}
function Group({ label, rows, practitioners, inside }: GroupProps) {
  return (
    <>
      <h3 className={list.group}>
        <b>{label}</b> {rows.length}
      </h3>
      <ul className={classes(inside && styles.inside)}>
        {rows.map((one) => (
          <li key={one.id}>
            <AppointmentRow appointment={one} practitioners={practitioners} />
          </li>
        ))}
      </ul>
    </>
  );
}
