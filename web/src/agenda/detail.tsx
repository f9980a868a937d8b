import {
  IconArrowBackUp,
  IconCalendarX,
  IconCheck,
  IconClockEdit,
  IconDoorEnter,
  IconEye,
  IconLock,
  IconUserPlus,
  IconUserX,
  type Icon as Tabler,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fieldDate } from "../app/dates";
import { errorText } from "../app/error_text";
import { useNamesHidden } from "../app/names";
import { Link } from "../app/route";
import { useMay, useSession } from "../app/session";
import { Button, buttonClass } from "../ui/button";
import { Chip } from "../ui/chip";
import { Notice } from "../ui/notice";
import { setStatus } from "./actions";
import { type Appointment, nameOf, type Practitioner } from "./columns";
import styles from "./detail.module.css";
import { stepsOf, type Step } from "./steps";
import { StatusChip } from "./status_chip";
import { untilOf } from "./slot_text";

const icons: Record<Step, Tabler> = {
  arrived: IconDoorEnter,
  done: IconCheck,
  no_show: IconUserX,
  cancelled: IconCalendarX,
  planned: IconArrowBackUp,
};

interface Props {
  appointment: Appointment;
  practitioners: Practitioner[];
  today: string;
  onMove: () => void;
  onDone: () => void;
}

// Who it is and what can be done: in the popover, and in the drawer where there is no room for one.
export function AppointmentDetail({ appointment: one, practitioners, today, onMove, onDone }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const plans = useMay("appointment.plan");
  const opensPatients = useSession().places?.some((place) => place.key === "patienten");
  const change = useMutation({ mutationFn: (step: Step) => setStatus(one, step), onSuccess: onDone });
  const steps = plans ? stepsOf(one.status, one.date, today) : [];
  const movable = plans && one.status === "planned";
  const facts = [one.birth_date && fieldDate(one.birth_date), one.phone].filter(Boolean).join(", ");
  const primary = steps[0] === "arrived" ? "arrived" : undefined;
  return (
    <div className={styles.detail}>
      <div className={styles.top}>
        <span className={styles.when}>{t("agenda.fromTo", { from: one.time, until: untilOf(one) })}</span>
        {hidden && (
          <Chip hue="prive" icon={IconEye}>
            {t("agenda.onlyHere")}
          </Chip>
        )}
      </div>
      <p className={styles.name}>{one.name}</p>
      {facts && <p className={styles.small}>{facts}</p>}
      <p>{[nameOf(practitioners, one.practitioner), one.room].filter(Boolean).join(", ")}</p>
      {one.reason && <p>{one.reason}</p>}
      <div className={styles.chips}>
        <StatusChip status={one.status} />
        {one.first_visit && (
          <Chip hue="delft" icon={IconUserPlus}>
            {t("agenda.firstVisit")}
          </Chip>
        )}
        {one.restricted && (
          <Chip hue="prive" icon={IconLock}>
            {t("agenda.restricted")}
          </Chip>
        )}
      </div>
      {change.error && (
        <Notice hue="rood" icon={IconClockEdit} boxed role="alert">
          {change.error.code === "changed-by-another"
            ? t("agenda.changedStatus", { by: change.error.by ?? t("agenda.somebody") })
            : errorText(change.error, t)}
        </Notice>
      )}
      <div className={styles.actions}>
        {steps.map((step) => (
          <Button
            key={step}
            kind={step === primary ? "primary" : step === "cancelled" ? "danger" : "outline"}
            small
            icon={icons[step]}
            disabled={change.isPending}
            onClick={() => change.mutate(step)}
          >
            {t(step === "arrived" && one.status === "no_show" ? "agenda.step.cameAfterAll" : `agenda.step.${step}`)}
          </Button>
        ))}
        {movable && (
          <Button kind={primary ? "outline" : "primary"} small icon={IconClockEdit} onClick={onMove}>
            {t("agenda.step.move")}
          </Button>
        )}
        {opensPatients && (
          <Link href={`/patienten/${one.patient}`} className={buttonClass("text", true)}>
            {t("agenda.openPatient")}
          </Link>
        )}
      </div>
    </div>
  );
}
