import { useTranslation } from "react-i18next";
import { dayName } from "../app/dates";
import { language } from "../app/i18n";
import { classes } from "../ui/classes";
import { type Column, type Practitioner } from "./columns";
import styles from "./grid.module.css";
import { PractitionerMark, shortName } from "./practitioner_mark";

interface Props {
  columns: Column[];
  practitioners: Practitioner[];
  today: string;
  narrow: boolean;
  withDays: boolean;
}

// For eyes; who listens hears it at each row.
export function GridHead({ columns, practitioners, today, narrow, withDays }: Props) {
  const { t } = useTranslation();
  const days = [...new Set(columns.map((column) => column.date))];
  const across = columns.length / Math.max(1, days.length);
  return (
    <div className={styles.head} aria-hidden="true">
      {withDays &&
        days.map((date, at) => (
          <div
            key={date}
            className={classes(styles.day, date === today && styles.today)}
            style={{ gridColumn: `${at * across + 2} / span ${across}` }}
          >
            {dayName(date, language()).replace(/ \S+$/, "")}
          </div>
        ))}
      {columns.map((column, at) => (
        <div
          key={column.key}
          className={classes(
            styles.who,
            column.date === today && withDays && styles.today,
            column.date !== columns[at - 1]?.date && styles.firstOfDay,
          )}
          style={{ gridColumn: at + 2 }}
        >
          {column.practitioner ? (
            <>
              <PractitionerMark practitioners={practitioners} code={column.practitioner.code} />
              <span>{narrow ? shortName(column.practitioner.name) : column.practitioner.name}</span>
            </>
          ) : (
            <span>{column.room || t("agenda.noRoom")}</span>
          )}
        </div>
      ))}
    </div>
  );
}
