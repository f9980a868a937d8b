import { useTranslation } from "react-i18next";
import { language } from "../app/i18n";
import { wholeEuros } from "../app/money";
import { classes } from "../ui/classes";
import { EvidenceMark } from "../ui/evidence_state";
import { HistoryBands } from "./history_bands";
import { type Check, headingOf, WORST_FIRST } from "./reading";
import styles from "./score.module.css";

// Counts worst first, beside the 19 questions in their order; the bands over time; what is at stake.
export function Score({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { state, count } = headingOf(check);
  const sentence = WORST_FIRST.map((one) => `${check.counts[one]} ${t(`state.${one}`)}`).join(" · ");
  const stake = check.at_stake;
  return (
    <section className={styles.card} aria-label={t("check.score")}>
      <div className={styles.part}>
        <p className={styles.big}>
          <b>{count}</b>
          <span>
            {t(`state.${state}`)} {t("check.ofNineteen")}
          </span>
        </p>
        <div
          className={styles.strip}
          role="img"
          aria-label={`${t("check.strip")}: ${sentence} (${t("check.ofNineteen")})`}
        >
          {check.questions.map((question) => (
            <span key={question.id} className={classes(styles.block, styles[question.state])} />
          ))}
        </div>
        <ul className={styles.counts}>
          {WORST_FIRST.map((one) => (
            <li key={one}>
              <EvidenceMark state={one} size={16} /> {check.counts[one]} {t(`state.${one}`)}
            </li>
          ))}
        </ul>
      </div>
      {check.history && (
        <div className={styles.part}>
          <p className={styles.label}>{t("check.history")}</p>
          <HistoryBands history={check.history} />
        </div>
      )}
      {stake && (
        <div className={styles.part}>
          <p className={styles.label}>{t("check.stake")}</p>
          <p className={styles.money}>{wholeEuros(stake.cents, language())}</p>
          <p className={styles.label}>
            {t("check.stakeSum", {
              patients: new Intl.NumberFormat(language() === "en" ? "en-GB" : "nl-NL").format(stake.patients),
              each: wholeEuros(stake.cents_each, language()),
            })}
            , {t("check.stakeLabel")}
          </p>
        </div>
      )}
      {stake && <p className={styles.fine}>{t("check.fine")}</p>}
    </section>
  );
}
