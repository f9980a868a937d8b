import type { Icon as Tabler } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Hue } from "./chip";
import { classes } from "./classes";
import hues from "./hue.module.css";
import { Icon } from "./icon";
import styles from "./notice.module.css";

interface Props {
  hue: Exclude<Hue, "grey">;
  icon: Tabler;
  boxed?: boolean;
  role?: "alert" | "status";
  action?: ReactNode;
  children: ReactNode;
}

// A line over the width of a page, or boxed inside a card.
export function Notice({ hue, icon, boxed = false, role, action, children }: Props) {
  return (
    <div className={classes(styles.notice, hues[hue], boxed && styles.boxed)} role={role}>
      <Icon of={icon} size={17} />
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
