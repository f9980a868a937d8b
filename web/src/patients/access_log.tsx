import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconBan, IconHandStop, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { clock, dayName, longDate, nowInAmsterdam } from "../app/dates";
import { language } from "../app/i18n";
import { Card } from "../ui/card";
import { Chip } from "../ui/chip";
import { classes } from "../ui/classes";
import { Select } from "../ui/field";
import { Notice } from "../ui/notice";
import { Empty, Failed, Loading } from "../ui/waiting";
import styles from "./access_log.module.css";
import { byDay, type Choice, choicesOf, type Line, peopleIn, pick } from "./log_reading";

// Who looked, what at, when and why. "Complete" stands there only beside the proof.
export function AccessLog({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ["log", id],
    queryFn: () => call("get", "/api/patients/{id}/log", { id }),
    refetchOnWindowFocus: false,
  });
  if (!log.data || log.data.lines.length === 0)
    return (
      <Card title={t("patient.log.title")} flush>
        {log.isPending && <Loading />}
        {log.error && <Failed title={t("patient.log.failed")} error={log.error} again={() => void log.refetch()} />}
        {log.data && <Empty title={t("patient.log.none")} text={t("patient.log.noneText")} />}
      </Card>
    );
  return (
    <>
      <Proof complete={log.data.complete} />
      <Lines lines={log.data.lines} />
    </>
  );
}

function Proof({ complete }: { complete: boolean }) {
  const { t } = useTranslation();
  const key = complete ? "complete" : "incomplete";
  return (
    <Notice hue={complete ? "groen" : "amber"} icon={complete ? IconShieldCheck : IconAlertTriangle} boxed>
      <strong>{t(`patient.log.${key}`)}.</strong> {t(`patient.log.${key}Text`)}
    </Notice>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>({ who: "", event: "" });
  const shown = pick(lines, choice);
  const choices = choicesOf(lines);
  const oldest = lines.at(-1)!;
  return (
    <Card
      title={t("patient.log.title")}
      aside={shown.length < lines.length && t("patient.log.some", { shown: shown.length, count: lines.length })}
      flush
    >
      <p className={styles.summary}>
        {t("patient.log.summary", {
          times: t("patient.log.times", { count: lines.length }),
          since: longDate(oldest.at, language()),
          people: t("patient.log.people", { count: peopleIn(lines) }),
        })}
      </p>
      <div className={styles.filter}>
        <Select
          label={t("patient.log.filterWho")}
          value={choice.who}
          onChange={(event) => setChoice({ ...choice, who: event.target.value })}
        >
          <option value="">{t("patient.log.everybody")}</option>
          {choices.who.map((who) => (
            <option key={who}>{who}</option>
          ))}
        </Select>
        <Select
          label={t("patient.log.filterWhat")}
          value={choice.event}
          onChange={(event) => setChoice({ ...choice, event: event.target.value })}
        >
          <option value="">{t("patient.log.everything")}</option>
          {choices.events.map(([event, label]) => (
            <option key={event} value={event}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {shown.length === 0 && <Empty title={t("patient.log.nothingFound")} text={t("patient.log.nothingFoundText")} />}
      {byDay(shown).map(([day, members]) => {
        const name = day === nowInAmsterdam().date ? t("patient.log.today") : dayName(day, language());
        return (
          <section key={day} aria-label={name}>
            <h3 className={styles.day}>{name}</h3>
            <ul>
              {members.map((line, at) => (
                <LogLine key={line.entry ?? at} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </Card>
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
        <p lang="nl">
          {line.label[0]!.toUpperCase() + line.label.slice(1)}
          {line.what && line.what.length > 0 && `: ${line.what.join(", ")}`}.
        </p>
        {line.glass && (
          <Chip hue="amber" icon={IconHandStop}>
            {t("patient.log.glass")}
          </Chip>
        )}
        {line.refused && (
          <Chip hue="grey" icon={IconBan}>
            {t("patient.log.refused")}
          </Chip>
        )}
        <p className={styles.why}>
          {line.relation && t(`patient.log.relation.${line.relation}`)} {why && t("patient.log.why", { why })}
        </p>
      </div>
    </li>
  );
}
