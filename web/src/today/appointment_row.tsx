import { IconChevronRight, IconDoorEnter, IconLock, IconUserPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { setStatus } from "../agenda/actions";
import { type Appointment, nameOf, type Practitioner } from "../agenda/columns";
import { StatusChip } from "../agenda/status_chip";
import { errorText } from "../app/error_text";
import { fieldDate } from "../app/dates";
import { PatientName, useNamesHidden } from "../app/names";
import { Link } from "../app/route";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import styles from "./day_list.module.css";
import { Waits } from "./waits";

interface Props {
  appointment: Appointment;
  practitioners: Practitioner[];
}

// While names are hidden, the first press of a pointer chooses the row and the second opens it.
export function AppointmentRow({ appointment: one, practitioners }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const plans = useMay("appointment.plan");
  const [chosen, choose] = useState(false);
  const wasChosen = useRef(true);
  const arriving = useMutation({ mutationFn: () => setStatus(one, "arrived") });
  const details = [one.birth_date && fieldDate(one.birth_date), one.phone].filter(Boolean).join(", ");
  const arrives = plans && one.status === "planned";
  return (
    <div className={styles.line} onFocus={() => choose(true)} onBlur={() => choose(false)}>
      <Link
        href={`/patienten/${one.patient}`}
        className={styles.row}
        data-row
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
          {one.restricted && <Icon of={IconLock} size={15} className={styles.restricted} />}
          {chosen && details && <small>{details}</small>}
          {one.reason && <small>{one.reason}</small>}
        </span>
        <span className={classes(styles.small, styles.minutes)}>
          {t("appointment.minutes", { count: one.minutes })}
        </span>
        <span className={styles.by}>{nameOf(practitioners, one.practitioner)}</span>
        <span className={classes(styles.small, styles.room)}>{one.room}</span>
        <span className={classes(styles.small, styles.status)}>
          {one.status === "arrived" && one.since ? (
            <Waits since={one.since} />
          ) : one.status === "planned" && one.first_visit ? (
            <Chip hue="delft" icon={IconUserPlus}>
              {t("agenda.firstVisit")}
            </Chip>
          ) : (
            <StatusChip status={one.status} />
          )}
        </span>
        {!arrives && <Icon of={IconChevronRight} className={styles.arrow} />}
      </Link>
      {arrives && (
        <Button
          small
          icon={IconDoorEnter}
          className={styles.arrive}
          disabled={arriving.isPending}
          onClick={() => arriving.mutate()}
        >
          {t("agenda.step.arrived")}
          <span className="hidden-but-read">
            {", "}
            {one.time} <PatientName of={one} chosen={chosen} />
          </span>
        </Button>
      )}
      {arriving.error && (
        <p className={styles.wrong} role="alert">
          {arriving.error.code === "changed-by-another"
            ? t("agenda.changedStatus", { by: arriving.error.by ?? t("agenda.somebody") })
            : errorText(arriving.error, t)}
        </p>
      )}
    </div>
  );
}
