import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNamesHidden } from "../app/names";
import { classes } from "../ui/classes";
import styles from "./block.module.css";
import type { Appointment, Practitioner } from "./columns";
import type { Lane } from "./lanes";
import { hueOf, PractitionerMark } from "./practitioner_mark";
import { appointmentLabel, shownName } from "./slot_text";
import { StatusMark } from "./status_mark";

const TWO_LINES_PX = 36;

interface Props {
  appointment: Appointment;
  practitioners: Practitioner[];
  lane: Lane;
  top: number;
  height: number;
  // Whose it is stands in the block where the column does not say so.
  byRoom: boolean;
  here: boolean;
  chosen: boolean;
  dragged: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onGrab?: ((event: PointerEvent<HTMLElement>) => void) | undefined;
}

export function Block({ appointment: one, practitioners, lane, top, height, ...is }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const width = 100 / lane.lanes;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      style={{ top, height, left: `${lane.lane * width}%`, width: `${width}%` }}
    >
      <button
        type="button"
        className={classes(
          styles.block,
          hueOf(practitioners, one.practitioner),
          is.chosen && styles.chosen,
          is.dragged && styles.dragged,
          one.status === "no_show" && styles.absent,
          height < TWO_LINES_PX && styles.low,
        )}
        data-id={one.id}
        data-here={is.here || undefined}
        tabIndex={is.here ? 0 : -1}
        aria-haspopup="dialog"
        aria-expanded={is.chosen}
        onFocus={is.onFocus}
        onClick={is.onOpen}
        onPointerDown={is.onGrab}
      >
        <span className="hidden-but-read">{appointmentLabel(one, practitioners, hidden, t)}</span>
        <span className={styles.name} aria-hidden="true">
          {shownName(one, hidden)}
        </span>
        <span className={styles.time} aria-hidden="true">
          {is.byRoom && <PractitionerMark practitioners={practitioners} code={one.practitioner} />}
          {one.time}
          {is.byRoom && ` ${one.practitioner}`}
        </span>
        <StatusMark of={one} />
      </button>
    </div>
  );
}
