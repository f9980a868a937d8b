import { IconClock, IconHandStop, IconId, IconShieldX, type Icon as Tabler } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { daysBetween } from "../app/dates";
import { Link } from "../app/route";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import styles from "./tasks.module.css";

type Task = Schema<"Task">;
const icons: Record<Task["kind"], Tabler> = {
  verify_identity: IconId,
  glass_broken: IconHandStop,
  check_failed: IconShieldX,
  expiring: IconClock,
};
const FAR = "9999-12-31";

function placeOf(task: Task): string | undefined {
  if (task.patient) return `/patienten/${task.patient}`;
  return task.kind === "check_failed" || task.kind === "expiring" ? "/check" : undefined;
}

export function Tasks({ tasks, today }: { tasks: Task[]; today: string }) {
  const { t } = useTranslation();
  const textOf = (task: Task) => task.text ?? t(`today.task.${task.kind}`, { count: task.count });
  const inOrder = [...tasks].sort((a, b) => (a.due ?? FAR).localeCompare(b.due ?? FAR));
  return (
    <Card title={t("today.todo")} aside={tasks.length > 1 && t("today.byClock")} flush>
      {tasks.length === 0 && <p className={styles.none}>{t("today.todoNone")}</p>}
      <ul>
        {inOrder.map((task, at) => {
          const days = task.due ? daysBetween(today, task.due) : undefined;
          const hue =
            days === undefined ? styles.later : days < 0 ? styles.now : days === 0 ? styles.soon : styles.later;
          const place = placeOf(task);
          return (
            <li key={at} className={styles.task}>
              <Icon of={icons[task.kind]} className={hue} />
              <span className={classes(styles.when, hue)}>
                {days === undefined
                  ? t("today.day.none")
                  : days < 0
                    ? t("today.day.late")
                    : days === 0
                      ? t("today.day.today")
                      : t("today.day.in", { count: days })}
              </span>
              {place && (
                <Link href={place} aria-label={`${t("open")}: ${textOf(task)}`}>
                  {t("open")}
                </Link>
              )}
              <span className={styles.text}>{textOf(task)}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
