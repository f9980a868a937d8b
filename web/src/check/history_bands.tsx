import { useTranslation } from "react-i18next";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { ALL, apart, BANDS, changesOfMeasuring, type HistoryPoint, stepsOf } from "./history";
import type { State } from "./reading";
import styles from "./history_bands.module.css";

const WIDTH = 300;
const HEIGHT = 112;
const LEFT = 24;
const RIGHT = 268;
const TOP = 8;
const BOTTOM = 84;
const LABEL_GAP = 14;

const x = (share: number): number => LEFT + share * (RIGHT - LEFT);
const y = (count: number): number => BOTTOM - (count / ALL) * (BOTTOM - TOP);

// Four bands on each other, always 19 high; the last counts stand at their ends. The same as a table for who listens.
export function HistoryBands({ history }: { history: HistoryPoint[] }) {
  const { t } = useTranslation();
  const first = history[0];
  const last = history.at(-1);
  if (!first || !last) return <p className={styles.label}>{t("check.historyNone")}</p>;
  const text = t("check.historyText", {
    from: shortDate(first.date, language()),
    until: shortDate(last.date, language()),
    counts: BANDS.map((state) => `${last[state]} ${t(`state.${state}`)}`).join(", "),
  });
  return (
    <>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
        <Bands history={history} />
        {[0, 10, ALL].map((value) => (
          <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={styles.axis}>
            {value}
          </text>
        ))}
        <EndLabels last={last} />
        <text x={LEFT} y={HEIGHT - 10} className={styles.axis}>
          {shortDate(first.date, language())}
        </text>
        {first.date !== last.date && (
          <text x={RIGHT} y={HEIGHT - 10} textAnchor="end" className={styles.axis}>
            {shortDate(last.date, language())}
          </text>
        )}
      </svg>
      <HistoryTable history={history} />
    </>
  );
}

function Bands({ history }: { history: HistoryPoint[] }) {
  const { t } = useTranslation();
  const steps = stepsOf(history);
  const changes = new Set(changesOfMeasuring(history).map((point) => point.date));
  return (
    <>
      {BANDS.map((state) => (
        <g key={state} className={styles[state]} shapeRendering="crispEdges">
          {steps.map(({ from, until, bands }) => {
            const [low, high] = bands[state];
            return (
              high > low && (
                <rect
                  key={from}
                  x={x(from)}
                  y={y(high)}
                  width={Math.max(x(until) - x(from), 0.5)}
                  height={y(low) - y(high)}
                />
              )
            );
          })}
        </g>
      ))}
      {history.map((point, at) =>
        changes.has(point.date) ? (
          <path key={point.date} d={`M${x(steps[at]!.from)} ${TOP}V${BOTTOM}`} className={styles.change}>
            <title>{t("check.historyChange")}</title>
          </path>
        ) : null,
      )}
    </>
  );
}

function EndLabels({ last }: { last: HistoryPoint }) {
  const shown: State[] = BANDS.filter((state) => last[state] > 0).reverse();
  const middles = shown.map((state) => {
    const below = BANDS.slice(0, BANDS.indexOf(state)).reduce((sum, one) => sum + last[one], 0);
    return y(below + last[state] / 2) + 4;
  });
  const places = apart(middles, LABEL_GAP, TOP + 4, BOTTOM + 4);
  return shown.map((state, at) => (
    <text key={state} x={RIGHT + 7} y={places[at]} className={`${styles.value} ${styles[state]}`}>
      {last[state]}
    </text>
  ));
}

function HistoryTable({ history }: { history: HistoryPoint[] }) {
  const { t } = useTranslation();
  return (
    <div className="hidden-but-read">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("check.historyDate")}</th>
            {BANDS.map((state) => (
              <th key={state} scope="col">
                {t(`state.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.map((point) => (
            <tr key={point.date}>
              <th scope="row">{shortDate(point.date, language())}</th>
              {BANDS.map((state) => (
                <td key={state}>{point[state]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
