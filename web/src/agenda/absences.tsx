import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { parseFieldDate, shortDate } from "../app/dates";
import { errorText } from "../app/error_text";
import { language } from "../app/i18n";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import styles from "./hours_dialog.module.css";
import { agendaChanged } from "./use_agenda";

interface Props {
  practitioner: string;
  absences: Schema<"Absence">[];
}

// Days off, both days included.
export function Absences({ practitioner, absences }: Props) {
  const { t } = useTranslation();
  const [from, typeFrom] = useState("");
  const [until, typeUntil] = useState("");
  const [wrong, say] = useState<string>();
  const adding = useMutation({
    mutationFn: async (body: Schema<"NewAbsence">) => {
      await call("post", "/api/agenda/absences", { body });
      await agendaChanged();
      typeFrom("");
      typeUntil("");
    },
  });
  const ending = useMutation({
    mutationFn: async (id: string) => {
      await call("delete", "/api/agenda/absences/{id}", { id });
      await agendaChanged();
    },
  });
  const daysOf = (one: Schema<"Absence">) =>
    one.from === one.until
      ? shortDate(one.from, language())
      : t("agenda.hours.fromUntil", {
          from: shortDate(one.from, language()),
          until: shortDate(one.until, language()),
        });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const first = parseFieldDate(from);
    const last = parseFieldDate(until || from);
    if (!first || !last) return say(t("agenda.form.dateWrong"));
    if (last < first) return say(t("agenda.hours.untilWrong"));
    say(undefined);
    adding.mutate({ practitioner, from: first, until: last });
  }
  const error = adding.error ?? ending.error;
  return (
    <section className={styles.absences} aria-labelledby="vrije-dagen">
      <h3 id="vrije-dagen">{t("agenda.hours.absences")}</h3>
      {absences.length === 0 && <p className={styles.free}>{t("agenda.hours.noAbsences")}</p>}
      <ul>
        {absences.map((one) => (
          <li key={one.id ?? one.from} className={styles.absence}>
            <span>{daysOf(one)}</span>
            {one.id && (
              <Button
                small
                disabled={ending.isPending}
                onClick={() => ending.mutate(one.id!)}
                aria-label={`${t("agenda.hours.end")}: ${daysOf(one)}`}
              >
                {t("agenda.hours.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form className={styles.add} onSubmit={submit} noValidate>
        <Field
          label={t("agenda.hours.firstDay")}
          hint={t("agenda.form.dateHint")}
          value={from}
          error={wrong}
          inputMode="numeric"
          onChange={(event) => typeFrom(event.target.value)}
        />
        <Field
          label={t("agenda.hours.lastDay")}
          hint={t("agenda.hours.lastDayHint")}
          optional
          value={until}
          inputMode="numeric"
          onChange={(event) => typeUntil(event.target.value)}
        />
        <Button type="submit" disabled={adding.isPending}>
          {t("agenda.hours.addAbsence")}
        </Button>
      </form>
      <p role="status" className={styles.wrong}>
        {error && errorText(error, t)}
      </p>
    </section>
  );
}
