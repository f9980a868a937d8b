import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { navigate } from "../app/route";
import { classes } from "../ui/classes";
import { EvidenceMark } from "../ui/evidence_state";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { SidePanel } from "../ui/side_panel";
import styles from "./evidence.module.css";
import { EvidenceItem } from "./evidence_item";
import { RecentBars } from "./recent_bars";
import {
  asksForStatement,
  categoryOf,
  type Check,
  finePart,
  ownEvidence,
  pathOf,
  type Question,
  withoutCommand,
} from "./reading";

interface Props {
  check: Check;
  question: Question;
  onClose: () => void;
}

const typesText = (element: EventTarget): boolean =>
  element instanceof HTMLElement && element.matches("input, textarea, select, [role=radio]");

export function EvidencePanel({ check, question, onClose }: Props) {
  const { t } = useTranslation();
  const here = check.questions.indexOf(question);
  const go = (step: number) => {
    const next = check.questions[here + step];
    if (next) navigate(pathOf(next.id), "replace");
  };
  function press(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || typesText(event.target)) return;
    event.preventDefault();
    go(step);
  }
  const recent = check.recent?.[question.id];
  const { own, followers } = ownEvidence(question, (probe) => check.texts?.probes[probe]?.joins);
  return (
    <SidePanel
      title={language() === "en" ? question.text_en : question.text}
      above={t("check.question", { id: question.id, category: t(`check.category.${categoryOf(question)}`) })}
      below={<StateLine question={question} />}
      onClose={onClose}
      foot={
        <>
          <button type="button" className={styles.walk} aria-label={t("check.previous")} onClick={() => go(-1)}>
            <Icon of={IconArrowUp} size={16} />
          </button>
          <button type="button" className={styles.walk} aria-label={t("check.next")} onClick={() => go(1)}>
            <Icon of={IconArrowDown} size={16} />
          </button>
          <span>{t("check.walk")}</span>
          <span className={styles.end}>
            <Kbd>Esc</Kbd> {t("close").toLowerCase()}
          </span>
        </>
      }
    >
      <div className={styles.stack} onKeyDown={press}>
        <WhatNow question={question} />
        {own.map((evidence) => (
          <EvidenceItem key={evidence.probe} evidence={evidence} text={check.texts?.probes[evidence.probe]} />
        ))}
        {followers.map(([other, probes]) => (
          <p key={other} className={styles.small}>
            {t("check.follows", { probes: probes.join(", "), other })}
          </p>
        ))}
        {recent && <RecentBars days={recent} />}
      </div>
    </SidePanel>
  );
}

function StateLine({ question }: { question: Question }) {
  const { t } = useTranslation();
  const state = question.applicable ? question.state : "na";
  const relevant = question.evidence.filter((one) => one.state !== "na");
  const measured = relevant.filter((one) => one.measured !== null || one.observed_at !== null).length;
  const bits = [
    t("check.partsMeasured", { measured, total: relevant.length }),
    question.expires && t("check.declaredUntil", { date: shortDate(question.expires, language()) }),
  ];
  return (
    <>
      <p className={classes(styles.state, styles[question.state])}>
        <EvidenceMark state={state} />
        {t(`state.${state}`)[0]!.toUpperCase() + t(`state.${state}`).slice(1)}
      </p>
      {question.why && <p className={styles.small}>{t(`check.reason.${question.why}`)}</p>}
      <p className={styles.small}>{bits.filter(Boolean).join("; ")}</p>
      {["failed", "open"].includes(question.state) && (
        <p className={styles.small}>{t("check.fineQuestion", { part: finePart(question.id) })}</p>
      )}
    </>
  );
}

function WhatNow({ question }: { question: Question }) {
  const { t } = useTranslation();
  if (!question.next || question.state === "proven") return null;
  const worst = question.evidence.find((one) => one.state === question.state);
  const asks = worst !== undefined && asksForStatement(worst) && worst.reason !== "stated_no";
  return (
    <div className={classes(styles.now, question.state === "failed" && styles.nowFailed)}>
      <h3>{t("check.whatNow")}</h3>
      {asks ? <p>{t("check.answerBelow")}</p> : <p lang="nl">{withoutCommand(question.next)}</p>}
    </div>
  );
}
