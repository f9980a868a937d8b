import { useQuery } from "@tanstack/react-query";
import { IconHandStop, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { clock, dayName } from "../app/dates";
import { language } from "../app/i18n";
import { Card } from "../ui/card";
import { Chip } from "../ui/chip";
import { classes } from "../ui/classes";
import { Notice } from "../ui/notice";
import { Empty, Failed, Loading } from "../ui/waiting";
import styles from "./access_log.module.css";

type Line = Schema<"LogLine">;

function byDay(lines: Line[]): [day: string, lines: Line[]][] {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

// Who looked, what at, when and why. "Complete" stands there only beside a proof.
export function AccessLog({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ["log", id],
    queryFn: () => call("get", "/api/patients/{id}/log", { id }),
    refetchOnWindowFocus: false,
  });
  const lines = log.data?.lines;
  return (
    <>
      {log.data?.complete && (
        <Notice hue="groen" icon={IconShieldCheck} boxed>
          <strong>{t("patient.log.complete")}.</strong> {t("patient.log.completeText")}
        </Notice>
      )}
      <Card title={t("patient.log.title")} aside={lines && t("patient.log.count", { count: lines.length })} flush>
        {log.isPending && <Loading />}
        {log.error && <Failed title={t("patient.log.failed")} error={log.error} again={() => void log.refetch()} />}
        {lines?.length === 0 && <Empty title={t("patient.log.none")} text={t("patient.log.noneText")} />}
        {byDay(lines ?? []).map(([day, members]) => (
          <section key={day} aria-label={dayName(day, language())}>
            <h3 className={styles.day}>{dayName(day, language())}</h3>
            <ul>
              {members.map((line, at) => (
                <LogLine key={at} line={line} />
              ))}
            </ul>
          </section>
        ))}
      </Card>
    </>
  );
}

function LogLine({ line }: { line: Line }) {
  const { t, i18n } = useTranslation();
  const key = [`patient.glass.reason.${line.reason}`, `patient.bsn.reason.${line.reason}`].find((one) =>
    i18n.exists(one),
  );
  const why = [line.why, line.reason && (key ? t(key).toLowerCase() : line.reason)].filter(Boolean).join(", ");
  return (
    <li className={classes(styles.line, line.glass && styles.glass)}>
      <span className={styles.time}>{clock(line.at)}</span>
      <div>
        <p>
          <strong>{line.who}</strong>{" "}
          {line.role && <span className={styles.role}>{t(`role.${line.role}`).toLowerCase()}</span>}
        </p>
        <p>
          {line.label}
          {line.what && `: ${line.what.join(", ")}`}
        </p>
        {line.glass && (
          <Chip hue="amber" icon={IconHandStop}>
            {t("patient.log.glass")}
          </Chip>
        )}
        {why && <p className={styles.why}>{t("patient.log.why", { why })}</p>}
      </div>
    </li>
  );
}
