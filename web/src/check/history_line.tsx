import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { month, shortDate } from "../app/dates";
import { language } from "../app/i18n";
import styles from "./score.module.css";

const WIDTH = 300;
const HEIGHT = 112;
const LEFT = 26;
const RIGHT = 262;
const TOP = 8;
const BOTTOM = 84;
const ALL = 19;
const MARKS_MAX = 14;

const y = (proven: number): number => BOTTOM - (proven / ALL) * (BOTTOM - TOP);

// 0 to 19 always; the last value is written at the end of the line. The same stands in a table for who listens.
export function HistoryLine({ history }: { history: Schema<"HistoryPoint">[] }) {
  const { t } = useTranslation();
  const first = history[0];
  const last = history.at(-1);
  if (!first || !last || history.length < 2) return <p className={styles.label}>{t("check.historyFirst")}</p>;
  const start = Date.parse(first.date);
  const span = Math.max(Date.parse(last.date) - start, 1);
  const x = (date: string): number => LEFT + ((Date.parse(date) - start) / span) * (RIGHT - LEFT);
  const points = history.map((point) => `${x(point.date).toFixed(1)},${y(point.proven).toFixed(1)}`);
  const text = t("check.historyText", {
    first: first.proven,
    from: shortDate(first.date, language()),
    last: last.proven,
    until: shortDate(last.date, language()),
  });
  return (
    <>
      <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
        {[0, 10, ALL].map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${RIGHT}`} stroke="var(--line)" />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={styles.axis}>
              {value}
            </text>
          </g>
        ))}
        <path d={`M${LEFT},${BOTTOM} L${points.join(" ")} L${RIGHT},${BOTTOM}z`} fill="var(--delft50)" />
        <polyline points={points.join(" ")} fill="none" stroke="var(--delft)" strokeWidth="2" />
        {history.length <= MARKS_MAX &&
          history.map((point) => (
            <circle
              key={point.date}
              cx={x(point.date)}
              cy={y(point.proven)}
              r="2.5"
              fill="var(--surface)"
              stroke="var(--delft)"
              strokeWidth="1.5"
            />
          ))}
        <circle cx={RIGHT} cy={y(last.proven)} r="4.5" fill="var(--delft)" />
        <text x={RIGHT + 9} y={y(last.proven) + 5} className={styles.value}>
          {last.proven}
        </text>
        <text x={LEFT} y={HEIGHT - 8} className={styles.axis}>
          {month(first.date, language())}
        </text>
        <text x={RIGHT} y={HEIGHT - 8} textAnchor="end" className={styles.axis}>
          {month(last.date, language())}
        </text>
      </svg>
      <table className="hidden-but-read">
        <thead>
          <tr>
            <th scope="col">{t("check.historyDate")}</th>
            <th scope="col">{t("check.historyCount")}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((point) => (
            <tr key={point.date}>
              <td>{shortDate(point.date, language())}</td>
              <td>{point.proven}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
