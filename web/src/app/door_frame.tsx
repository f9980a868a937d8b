import { IconCircleCheck, IconEye } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import { Tile } from "../ui/tile";
import { TileWall } from "../ui/tile_wall";
import styles from "./door.module.css";
import { useTitle } from "./page";

interface Props {
  title: string;
  lead?: string;
  steps?: string[];
  step?: number;
  children: ReactNode;
}

// What stands around logging in and activating: the wall of tiles, the steps, one thing to decide.
export function DoorFrame({ title, lead, steps, step = 0, children }: Props) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className={styles.door}>
      <div className={styles.wall}>
        <TileWall />
      </div>
      <main className={styles.side}>
        <div className={styles.brand}>
          <Tile size={36} /> Zorgkluis
        </div>
        <div className={styles.work}>
          <div>
            {steps && (
              <ol className={styles.steps}>
                {steps.map((name, at) => (
                  <li
                    key={name}
                    className={classes(at < step && styles.done)}
                    aria-current={at === step ? "step" : undefined}
                  >
                    {at < step && <Icon of={IconCircleCheck} size={16} />}
                    {name}
                  </li>
                ))}
              </ol>
            )}
            <h1 className={styles.title}>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {children}
        </div>
        <p className={styles.foot}>
          <Icon of={IconEye} size={16} />
          {t("login.logged")}
        </p>
      </main>
    </div>
  );
}
