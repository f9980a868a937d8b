import { useMutation } from "@tanstack/react-query";
import {
  IconClock,
  IconDatabaseExport,
  IconHandStop,
  IconId,
  IconKey,
  IconShieldX,
  IconTableImport,
  IconUserPlus,
  type Icon as Tabler,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { daysBetween } from "../app/dates";
import { queries } from "../app/queries";
import { Link } from "../app/route";
import { Button } from "../ui/button";
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
  password_ends: IconKey,
  not_activated: IconUserPlus,
  quarantine: IconTableImport,
  backup_none: IconDatabaseExport,
  backup_late: IconDatabaseExport,
};
const places: Partial<Record<Task["kind"], string>> = {
  check_failed: "/check",
  expiring: "/check",
  password_ends: "/beheer/mensen",
  not_activated: "/beheer/mensen",
  quarantine: "/beheer/wachtrij",
  backup_none: "/beheer/back-up",
  backup_late: "/beheer/back-up",
};
const FAR = "9999-12-31";

function placeOf(task: Task): string | undefined {
  return task.patient ? `/patienten/${task.patient}` : places[task.kind];
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
              {task.kind === "glass_broken" && task.entry !== undefined && <Seen entry={task.entry} />}
              <span className={styles.text}>{textOf(task)}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

// The praktijkhouder looked at it: with his name in the log. What breaks later is asked again.
function Seen({ entry }: { entry: number }) {
  const { t } = useTranslation();
  const noting = useMutation({
    mutationFn: () => call("post", "/api/today/glass-seen", { body: { entry } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["today"] }),
  });
  return (
    <Button kind="link" disabled={noting.isPending} aria-label={t("today.glassSeen")} onClick={() => noting.mutate()}>
      {t("today.seen")}
    </Button>
  );
}
