import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { minutes } from "../app/dates";
import type { ViewKey } from "./address";
import { timeOf } from "./calendar";
import { type Agenda, type Appointment, columnsOf, inColumn, type Practitioner } from "./columns";
import { DayColumn, type Geometry } from "./day_column";
import { type Dragged, useDrag } from "./drag";
import { GridHead } from "./grid_head";
import styles from "./grid.module.css";
import { shownHours, spanOf, stepOf } from "./hours";
import { hourPx } from "./scale";
import { type Cursor, stopAt, stopsOf, walked } from "./walk";

export interface NewPlace {
  date: string;
  time: string;
  practitioner?: string;
  room?: string;
}

// What a view of the agenda shows, and what one does in it.
export interface GridProps {
  agenda: Agenda;
  view: ViewKey;
  date: string;
  shown: Practitioner[];
  now: { date: string; time: string };
  chosen: string | undefined;
  busy: boolean;
  onOpen: (one: Appointment) => void;
  onNew: ((place: NewPlace) => void) | undefined;
  onDrop: ((one: Appointment, place: NewPlace) => void) | undefined;
  onTurn: (pages: number) => void;
}

// Columns of practitioners or rooms. One stop is reached by Tab; arrows walk, Enter opens, a page turns the week.
export function Grid({ agenda, view, date, shown, now, busy, ...does }: GridProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(agenda, view, date, shown), [agenda, view, date, shown]);
  const held = columns.map((column) => inColumn(column, agenda.appointments, shown));
  const all = held.flat();
  const geometry = geometryOf(agenda, all);
  const stops = held.map((ones) =>
    stopsOf(
      ones.map((one) => ({ id: one.id, ...spanOf(one) })),
      geometry.shown,
      geometry.step,
    ),
  );
  const [cursor, stand] = useState<Cursor>(() => ({
    column: Math.max(
      0,
      columns.findIndex((column) => column.date === now.date),
    ),
    minute: date === now.date || view === "week" ? minutes(now.time) : geometry.shown.from,
  }));
  const here = { ...cursor, column: Math.min(cursor.column, columns.length - 1) };
  const stop = stops[here.column]?.[stopAt(stops[here.column] ?? [], here)];
  const focus = useKeptFocus(scroller);
  useScrollToNow(scroller, date, view);

  function place(column: number, minute: number): NewPlace {
    const { date: day, practitioner, room } = columns[column]!;
    return {
      date: day,
      time: timeOf(minute),
      ...(practitioner ? { practitioner: practitioner.code } : {}),
      ...(room ? { room } : {}),
    };
  }
  const { dragged, grab, wasDragged } = useDrag(
    {
      columns: () => [...(scroller.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])],
      minuteAt: (pixels) => {
        const { step, perMinute, shown: hours } = geometry;
        const minute = Math.round(pixels / perMinute / step) * step + hours.from;
        return Math.max(hours.from, Math.min(hours.until - step, minute));
      },
    },
    ({ appointment, column, minute }: Dragged) => does.onDrop?.(appointment, place(column, minute)),
  );

  function press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const turn = { PageUp: -1, PageDown: 1 }[event.key];
    const next = walked(stops, { ...here, id: stop?.id }, event.key);
    if (turn) {
      stand({ column: here.column, minute: here.minute });
      does.onTurn(turn);
    } else if (next) stand(next);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    focus.want();
  }
  return (
    <div className={styles.scroller} ref={scroller} data-view={view}>
      <div
        role="grid"
        aria-label={t("agenda.grid")}
        aria-busy={busy}
        className={styles.grid}
        style={{ "--columns": columns.length, "--hour": `${geometry.perMinute * 60}px` } as React.CSSProperties}
        onKeyDown={press}
        {...focus.track}
      >
        <GridHead
          columns={columns}
          practitioners={agenda.practitioners}
          today={now.date}
          narrow={view === "week"}
          withDays={view === "week"}
        />
        <Axis geometry={geometry} />
        {columns.map((column, at) => (
          <DayColumn
            key={column.key}
            column={column}
            agenda={agenda}
            appointments={held[at]!}
            geometry={geometry}
            firstOfDay={column.date !== columns[at - 1]?.date}
            now={column.date === now.date ? minutes(now.time) : undefined}
            slotHere={at === here.column && stop && stop.id === undefined ? stop.minute : undefined}
            idHere={at === here.column ? stop?.id : undefined}
            chosen={does.chosen}
            ghost={
              dragged?.column === at ? { minute: dragged.minute, minutes: dragged.appointment.minutes } : undefined
            }
            draggedId={dragged?.appointment.id}
            onHere={(minute, id) => {
              stand({ column: at, minute, id });
              if (id === undefined) focus.want();
            }}
            onOpen={(one) => !wasDragged() && does.onOpen(one)}
            onNew={does.onNew && ((minute) => does.onNew!(place(at, minute)))}
            onGrab={does.onDrop && grab}
          />
        ))}
      </div>
    </div>
  );
}

function geometryOf(agenda: Agenda, shown: Appointment[]): Geometry {
  return {
    shown: shownHours(agenda.hours, shown),
    step: stepOf(shown),
    perMinute: hourPx(shown.map((one) => one.minutes)) / 60,
  };
}

function Axis({ geometry: { shown } }: { geometry: Geometry }) {
  const hours = Array.from({ length: (shown.until - shown.from) / 60 }, (_, at) => shown.from + at * 60);
  return (
    <div className={styles.axis} aria-hidden="true">
      {hours.map((minute) => (
        <span key={minute}>{timeOf(minute)}</span>
      ))}
    </div>
  );
}

// The focus goes with the cursor, also when what had it is gone because other days came.
function useKeptFocus(within: React.RefObject<HTMLElement | null>) {
  const wanted = useRef(false);
  const inside = useRef(false);
  useLayoutEffect(() => {
    const lost = inside.current && document.activeElement === document.body;
    if (!wanted.current && !lost) return;
    wanted.current = false;
    within.current?.querySelector<HTMLElement>("[data-here]")?.focus();
  });
  return {
    want: () => void (wanted.current = true),
    track: {
      onFocus: () => void (inside.current = true),
      onBlur: (event: React.FocusEvent) => {
        if (event.target.isConnected) inside.current = false;
      },
    },
  };
}

// A day opens at now, an hour above it.
function useScrollToNow(within: React.RefObject<HTMLElement | null>, date: string, view: ViewKey): void {
  useEffect(() => {
    const line = within.current?.querySelector<HTMLElement>("[data-now]");
    if (line && within.current) within.current.scrollTop = Math.max(0, line.offsetTop - 160);
  }, [within, date, view]);
}
