import type { MouseEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";
import { Block } from "./block";
import { timeOf } from "./calendar";
import { type Agenda, type Appointment, type Column } from "./columns";
import styles from "./grid.module.css";
import { type Closed, closedOf, isAway, type Span, spanOf } from "./hours";
import { lanesOf } from "./lanes";
import { TARGET_PX } from "./scale";
import { dayAndName } from "./slot_text";

export interface Geometry {
  shown: Span;
  step: number;
  perMinute: number;
}

interface Props {
  column: Column;
  agenda: Agenda;
  appointments: Appointment[];
  geometry: Geometry;
  firstOfDay: boolean;
  now: number | undefined;
  // The free slot where the keyboard stands, and the appointment.
  slotHere: number | undefined;
  idHere: string | undefined;
  chosen: string | undefined;
  ghost: { minute: number; minutes: number } | undefined;
  draggedId: string | undefined;
  onHere: (minute: number, id?: string) => void;
  onOpen: (one: Appointment) => void;
  onNew: ((minute: number) => void) | undefined;
  onGrab: ((one: Appointment, event: PointerEvent<HTMLElement>) => void) | undefined;
}

export function DayColumn({ column, agenda, appointments, geometry, ...is }: Props) {
  const { t } = useTranslation();
  const { shown, step, perMinute } = geometry;
  const top = (minute: number) => (minute - shown.from) * perMinute;
  const who = column.practitioner?.name ?? (column.room || t("agenda.noRoom"));
  const away = column.practitioner && isAway(agenda, column.practitioner.code, column.date);
  const closed = column.practitioner ? closedOf(agenda, column.practitioner.code, column.date, shown) : [];
  // Too short to hit takes as much room as it needs, and who comes next stands beside it.
  const lanes = lanesOf(
    appointments.map((one) => {
      const { from, until } = spanOf(one);
      return { id: one.id, from, until: Math.max(until, from + Math.floor(TARGET_PX / perMinute)) };
    }),
  );
  function press(event: MouseEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget) return;
    const minute = shown.from + (event.clientY - event.currentTarget.getBoundingClientRect().top) / perMinute;
    is.onHere(Math.floor(minute / step) * step);
  }
  const why = closed.find(
    (one) => is.slotHere !== undefined && one.from <= is.slotHere && is.slotHere < one.until,
  )?.why;
  return (
    <div
      role="row"
      className={classes(styles.column, is.firstOfDay && styles.firstOfDay, is.now !== undefined && styles.today)}
    >
      <div role="rowheader" className="hidden-but-read">
        {dayAndName(column.date, who)}, {away ? t("agenda.away") : t("agenda.count", { count: appointments.length })}
      </div>
      <div
        role="presentation"
        className={styles.body}
        data-column
        style={{ height: top(shown.until) }}
        onClick={is.onNew && press}
      >
        {closed.map((one) => (
          <ClosedArea key={one.from} closed={one} top={top(one.from)} height={(one.until - one.from) * perMinute} />
        ))}
        {[...appointments]
          .sort((a, b) => a.time.localeCompare(b.time))
          .map((one) => (
            <Block
              key={one.id}
              appointment={one}
              practitioners={agenda.practitioners}
              lane={lanes.get(one.id)!}
              top={top(spanOf(one).from)}
              height={Math.max(TARGET_PX, one.minutes * perMinute)}
              byRoom={!column.practitioner}
              here={is.idHere === one.id}
              chosen={is.chosen === one.id}
              dragged={is.draggedId === one.id}
              onFocus={() => is.onHere(spanOf(one).from, one.id)}
              onOpen={() => is.onOpen(one)}
              onGrab={is.onGrab && ((event) => is.onGrab!(one, event))}
            />
          ))}
        {is.slotHere !== undefined && (
          <div
            role="gridcell"
            className={styles.slot}
            style={{ top: top(is.slotHere), height: Math.max(TARGET_PX, step * perMinute) }}
          >
            <button
              key={is.slotHere}
              type="button"
              data-here
              aria-label={`${timeOf(is.slotHere)}, ${t(why ? `agenda.why.${why}` : "agenda.free")}, ${dayAndName(column.date, who)}`}
              onClick={() => is.onNew?.(is.slotHere!)}
            >
              {is.onNew && "+ "}
              {timeOf(is.slotHere)}
            </button>
          </div>
        )}
        {is.ghost && (
          <div
            className={styles.ghost}
            style={{ top: top(is.ghost.minute), height: Math.max(TARGET_PX, is.ghost.minutes * perMinute) }}
            aria-hidden="true"
          >
            {timeOf(is.ghost.minute)}
          </div>
        )}
        {is.now !== undefined && shown.from <= is.now && is.now < shown.until && (
          <div className={styles.now} style={{ top: top(is.now) }} aria-hidden="true" data-now />
        )}
      </div>
    </div>
  );
}

const WORD_PX = 20;

function ClosedArea({ closed, top, height }: { closed: Closed; top: number; height: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.closed} style={{ top, height }} aria-hidden="true">
      {closed.why !== "closed" && height >= WORD_PX && <span>{t(`agenda.why.${closed.why}`)}</span>}
    </div>
  );
}
