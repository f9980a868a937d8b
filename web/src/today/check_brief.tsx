import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { Link } from "../app/route";
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
      {worst !== "proven" && check.worst && (
        <p className={styles.worst}>
          <EvidenceState state={worst} /> <span>{check.worst}</span>
        </p>
      )}
    </Card>
  );
}
