import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { clock, shortDate } from "../app/dates";
import { hasDraft } from "../app/drafts";
import { language } from "../app/i18n";
import { useMay } from "../app/session";
import { Button } from "../ui/button";
import { EvidenceState } from "../ui/evidence_state";
import styles from "./evidence.module.css";
import { asksForStatement, type Evidence } from "./reading";
import { draftKey, StatementForm } from "./statement_form";

interface Props {
  evidence: Evidence;
  text: Schema<"ProbeText"> | undefined;
}

export function EvidenceItem({ evidence, text }: Props) {
  const { t } = useTranslation();
  const spoken = text?.statement;
  const asks = spoken !== undefined && asksForStatement(evidence);
  return (
    <section className={styles.item} aria-label={evidence.probe}>
      <EvidenceState state={evidence.state} />
      <div>
        <h3>{t(`check.reason.${evidence.reason}`)}</h3>
        {asks ? <Dutch text={spoken.text} /> : text && <Dutch text={text.measures} />}
        <Measured evidence={evidence} />
        <Items evidence={evidence} />
        <Stated evidence={evidence} />
        <Details evidence={evidence} measures={asks ? text?.measures : undefined} />
        {asks && <Ask evidence={evidence} statement={spoken} />}
      </div>
    </section>
  );
}

// What the server says is Dutch, also on an English page.
function Dutch({ text }: { text: string }) {
  return (
    <p lang="nl" className={styles.small}>
      {text}
    </p>
  );
}

function useAmount() {
  const { t } = useTranslation();
  return (value: number, unit: Schema<"Unit">): string => t(`check.unit.${unit}`, { count: value });
}

function Measured({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation();
  const amount = useAmount();
  const { measured, threshold } = evidence;
  if (!measured || !threshold) return null;
  return (
    <p className={styles.small}>
      {t("check.measured", {
        value: amount(measured.value, measured.unit),
        limit: t(`check.op.${threshold.op}`, { amount: amount(threshold.value, threshold.unit) }),
      })}
    </p>
  );
}

function Items({ evidence }: { evidence: Evidence }) {
  if (evidence.items.length === 0) return null;
  return (
    <ul className={styles.items}>
      {evidence.items.map((item) => (
        <li key={item.label}>
          {item.label}
          {item.date && ` (${shortDate(item.date, language())})`}
        </li>
      ))}
    </ul>
  );
}

function Stated({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation();
  const { statement } = evidence;
  if (!statement) return null;
  const date = (day: string) => shortDate(day, language());
  return (
    <p className={styles.small}>
      {t("check.statedBy", {
        role: t(`role.${statement.role}`).toLowerCase(),
        date: date(statement.made_at),
        event: date(statement.event_date),
      })}{" "}
      {t(`check.answer.${statement.answer}`)}{" "}
      {statement.answer === "ja" && t("check.statedUntil", { date: date(statement.expires) })}
    </p>
  );
}

function Details({ evidence, measures }: { evidence: Evidence; measures: string | undefined }) {
  const { t } = useTranslation();
  const { threshold, observed_at, fresh_until } = evidence;
  if (!threshold && !measures) return null;
  return (
    <details className={styles.how}>
      <summary>{t("check.how")}</summary>
      {measures && <p lang="nl">{measures}</p>}
      {observed_at && fresh_until && (
        <p>
          {t("check.observed", {
            date: shortDate(observed_at, language()),
            time: clock(observed_at),
            until: shortDate(fresh_until, language()),
          })}
        </p>
      )}
      {threshold && (
        <p>
          <span lang="nl">{threshold.reason}</span> {t("check.source", { source: threshold.source })}{" "}
          {!threshold.verified && t("check.unverified")} {threshold.contested && t("check.contested")}
        </p>
      )}
    </details>
  );
}

function Ask({ evidence, statement }: { evidence: Evidence; statement: Schema<"StatementText"> }) {
  const { t } = useTranslation();
  const mayDeclare = useMay("check.declare") && statement.may;
  const running = evidence.reason === "stated";
  const [opened, open] = useState(() => hasDraft(draftKey(evidence.probe)));
  if (!mayDeclare) return <p className={styles.small}>{t("check.state.notYou")}</p>;
  if (!opened)
    return (
      <Button small onClick={() => open(true)}>
        {t(running ? "check.state.again" : "check.state.title")}
      </Button>
    );
  return <StatementForm probe={evidence.probe} statement={statement} onDone={() => open(false)} />;
}
