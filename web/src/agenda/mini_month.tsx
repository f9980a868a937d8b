import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayName, longDate } from "../app/dates";
import { language } from "../app/i18n";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import { addDays, addMonths, mondayOf, weekNumber, weeksOfMonth } from "./calendar";
import styles from "./mini_month.module.css";

interface Props {
  date: string;
  today: string;
  wholeWeek: boolean;
  onChoose: (date: string) => void;
}

const weekdayLetters = (): string[] =>
  weeksOfMonth("2026-11-02")[1]!.map((day) => dayName(day, language()).slice(0, 2));

// A month with week numbers. Arrows walk the days, a page turns the month, Enter opens the day.
export function MiniMonth({ date, today, wholeWeek, onChoose }: Props) {
  const { t } = useTranslation();
  const [at, stand] = useState(date);
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef(false);
  useEffect(() => stand(date), [date]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  function press(event: KeyboardEvent): void {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (!days && !months) return;
    event.preventDefault();
    wanted.current = true;
    stand(days ? addDays(at, days) : addMonths(at, months!));
  }
  return (
    <section className={styles.month} aria-label={t("agenda.month")}>
      <div className={styles.head}>
        <h2>{longDate(at, language()).replace(/^\S+ /, "")}</h2>
        <button type="button" onClick={() => stand(addMonths(at, -1))} aria-label={t("agenda.monthBack")}>
          <Icon of={IconChevronLeft} size={17} />
        </button>
        <button type="button" onClick={() => stand(addMonths(at, 1))} aria-label={t("agenda.monthOn")}>
          <Icon of={IconChevronRight} size={17} />
        </button>
      </div>
      <table ref={table} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{t("agenda.weekShort")}</th>
            {weekdayLetters().map((letters) => (
              <th key={letters} scope="col">
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(at).map((week) => (
            <tr key={week[0]} className={classes(wholeWeek && week[0] === mondayOf(date) && styles.chosenWeek)}>
              <th scope="row">{weekNumber(week[0]!)}</th>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    className={classes(
                      day === today && styles.today,
                      day === date && styles.chosen,
                      day.slice(0, 7) !== at.slice(0, 7) && styles.other,
                    )}
                    aria-label={dayName(day, language())}
                    aria-current={day === date ? "date" : undefined}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
