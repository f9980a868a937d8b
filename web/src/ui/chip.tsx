import type { Icon as Tabler } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { classes } from "./classes";
import hues from "./hue.module.css";
import { Icon } from "./icon";

export type Hue = "delft" | "prive" | "groen" | "amber" | "rood" | "grey";

// A state: always a word and an icon.
export function Chip({ hue, icon, children }: { hue: Hue; icon: Tabler; children: ReactNode }) {
  return (
    <span className={classes(styles.chip, hues[hue])}>
      <Icon of={icon} size={15} />
      {children}
    </span>
  );
}
