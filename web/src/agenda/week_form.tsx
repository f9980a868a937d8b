import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { errorText } from "../app/error_text";
import { language } from "../app/i18n";
import { Button } from "../ui/button";
import { dayName } from "../app/dates";
import styles from "./hours_dialog.module.css";
import { addDays } from "./calendar";
import { agendaChanged } from "./use_agenda";
import { type DayHours, type Hours, hoursOf, weekFrom, wrongDay } from "./week_hours";

interface Props {
  practitioner: string;
  hours: Hours[];
}

const A_MONDAY = "2026-11-16";
const weekdayName = (at: number): string => dayName(addDays(A_MONDAY, at), language()).split(" ")[0]!;

const TIMES = ["from", "until", "breakFrom", "breakUntil"] as const;

// A week of work: a row a weekday.
export function WeekForm({ practitioner, hours }: Props) {
  const { t } = useTranslation();
  const [week, type] = useState(() => weekFrom(hours));
  const [tried, tryIt] = useState(false);
  const saving = useMutation({
    mutationFn: async () => {
      await call("put", "/api/agenda/hours", { body: { practitioner, hours: hoursOf(practitioner, week) } });
      await agendaChanged();
    },
  });
  const set = (at: number, part: Partial<DayHours>) => {
    saving.reset();
    type(week.map((day, index) => (index === at ? { ...day, ...part } : day)));
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    tryIt(true);
    if (!week.some((day) => wrongDay(day))) saving.mutate();
  }
  return (
    <form className={styles.week} onSubmit={submit} noValidate>
      <div className={styles.row} aria-hidden="true">
        <span />
        <small>{t("agenda.hours.work")}</small>
        <small>{t("agenda.hours.break")}</small>
      </div>
      {week.map((day, at) => {
        const wrong = tried ? wrongDay(day) : undefined;
        return (
          <fieldset key={at} className={styles.row}>
            <legend className="hidden-but-read">{weekdayName(at)}</legend>
            <label className={styles.day}>
              <input
                type="checkbox"
                checked={day.works}
                onChange={(event) => set(at, { works: event.target.checked })}
              />
              {weekdayName(at)}
            </label>
            {day.works ? (
              [TIMES.slice(0, 2), TIMES.slice(2)].map((pair) => (
                <span key={pair[0]} className={styles.pair}>
                  {pair.map((key, side) => (
                    <span key={key} className={styles.side}>
                      {side === 1 && <span aria-hidden="true">{t("agenda.hours.to")}</span>}
                      <input
                        value={day[key]}
                        aria-label={t(`agenda.hours.${key}`)}
                        aria-invalid={Boolean(wrong)}
                        aria-describedby={wrong ? `fout-${at}` : undefined}
                        inputMode="numeric"
                        autoComplete="off"
                        onChange={(event) => set(at, { [key]: event.target.value })}
                      />
                    </span>
                  ))}
                </span>
              ))
            ) : (
              <span className={styles.free}>{t("agenda.away")}</span>
            )}
            {wrong && (
              <p id={`fout-${at}`} className={styles.wrong} role="alert">
                {t(wrong)}
              </p>
            )}
          </fieldset>
        );
      })}
      <div className={styles.foot}>
        <Button kind="primary" type="submit" disabled={saving.isPending}>
          {t("agenda.hours.save")}
        </Button>
        <span role="status">
          {saving.isSuccess && t("agenda.hours.saved")}
          {saving.error && errorText(saving.error, t)}
        </span>
      </div>
    </form>
  );
}
