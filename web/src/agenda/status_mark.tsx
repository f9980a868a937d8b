import { IconCheck, IconDoorEnter, IconLock, IconUserPlus, IconUserX } from "@tabler/icons-react";
import { Icon } from "../ui/icon";
import type { Appointment } from "./columns";
import styles from "./block.module.css";

// A small sign in a block; the word stands in its label.
export function StatusMark({ of: one }: { of: Appointment }) {
  return (
    <span className={styles.marks}>
      {one.restricted && <Icon of={IconLock} size={14} className={styles.restricted} />}
      {one.first_visit && one.status === "planned" && <Icon of={IconUserPlus} size={14} className={styles.first} />}
      {one.status === "arrived" && <Icon of={IconDoorEnter} size={14} className={styles.arrived} />}
      {one.status === "no_show" && <Icon of={IconUserX} size={14} className={styles.noShow} />}
      {one.status === "done" && <Icon of={IconCheck} size={14} className={styles.done} />}
    </span>
  );
}
