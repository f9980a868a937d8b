import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { language } from "../app/i18n";
import { Link } from "../app/route";
import { pathOf, withoutCommand } from "../check/reading";
import { Card } from "../ui/card";
import { EvidenceState } from "../ui/evidence_state";
import styles from "./check_brief.module.css";

const WORST_FIRST = ["failed", "open", "declared", "proven"] as const;

export function CheckBrief({ check }: { check: Schema<"CheckBrief"> }) {
  const { t } = useTranslation();
  const worst = WORST_FIRST.find((state) => check[state] > 0) ?? "proven";
  return (
    <Card
      title={t("today.check")}
      aside={
        <Link href="/check" aria-label={`${t("open")}: ${t("today.check")}`}>
          {t("open")}
        </Link>
      }
    >
      <p className={styles.score}>
        <b>{check[worst]}</b> <span>{t(`state.${worst}`)}</span>
      </p>
      <p className={styles.counts}>
        {WORST_FIRST.filter((state) => state !== worst)
          .map((state) => `${check[state]} ${t(`state.${state}`)}`)
          .join(" · ")}{" "}
        ({t("today.ofNineteen")})
      </p>
      {check.worst && <Worst worst={check.worst} step={check.next} />}
    </Card>
  );
}

// The question to begin with, and what to do about it.
function Worst({ worst, step }: { worst: NonNullable<Schema<"CheckBrief">["worst"]>; step: string | undefined }) {
  return (
    <div className={styles.worst}>
      <EvidenceState state={worst.state} />
      <div>
        <p>
          <Link href={pathOf(worst.id)}>
            {worst.id} {language() === "en" ? worst.text_en : worst.text}
          </Link>
        </p>
        {step && (
          <p className={styles.step} lang="nl">
            {withoutCommand(step)}
          </p>
        )}
      </div>
    </div>
  );
}
