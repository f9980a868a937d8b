import { useTranslation } from "react-i18next";
import type { State } from "./reading";
import { WORST_FIRST } from "./reading";
import styles from "./recent_bars.module.css";

const WIDTH = 10;
const BAR = 8;
const HEIGHT = 26;
const COMMON = 16;

// A bar a day, today at the right; a failed one is taller, a day without a check is a point.
export function RecentBars({ days }: { days: (State | null)[] }) {
  const { t } = useTranslation();
  const counts = WORST_FIRST.map((state) => [state, days.filter((one) => one === state).length] as const);
  const unknown = days.filter((one) => one === null).length;
  const text = [
    ...counts
      .filter(([, count]) => count > 0)
      .map(([state, count]) => t("check.recentDays", { count, state: t(`state.${state}`) })),
    ...(unknown > 0 ? [t("check.recentUnknown", { count: unknown })] : []),
  ].join(", ");
  return (
    <section className={styles.recent}>
      <h3>{t("check.recent")}</h3>
      <svg viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`} role="img" aria-label={text} className={styles.bars}>
        {days.map((state, at) => {
          const height = state === "failed" ? HEIGHT : state ? COMMON : 2;
          return (
            <rect
              key={at}
              x={at * WIDTH + 1}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              rx={state ? 1.5 : 0}
              className={styles[state ?? "unknown"]}
            />
          );
        })}
      </svg>
      <p className={styles.ends}>
        <span>{t("check.recentFrom")}</span> <span>{t("check.recentUntil")}</span>
      </p>
    </section>
  );
}
