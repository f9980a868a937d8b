import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { fieldDate, nowInAmsterdam, parseFieldDate, shortDate } from "../../app/dates";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choice } from "../../ui/choice";
import { Field, Select } from "../../ui/field";
import list from "../../ui/list.module.css";
import { FormEnd } from "../form_end";
import styles from "../manage.module.css";

type Line = Schema<"RosterLine">;
type Colleague = Schema<"Colleague">;
interface Props {
  person: Colleague;
  people: Colleague[];
  mayChange: boolean;
}

// For whom he assists or stands in: he sees the patients of that colleague on those days.
export function Roster({ person, people, mayChange }: Props) {
  const { t } = useTranslation();
  const [adding, add] = useState(false);
  const treating = people.filter((one) => one.practitioner && one.id !== person.id && one.state !== "disabled");
  const nameOf = (code: string) => people.find((one) => one.practitioner === code)?.name;
  const removing = useMutation({
    mutationFn: (body: Line) => call("post", "/api/accounts/{id}/roster/remove", { id: person.id, body }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
  const lines = [...person.roster].sort((a, b) => b.from.localeCompare(a.from));
  const line = (one: Line) =>
    t(`manage.roster.${one.kind}`, {
      who: [nameOf(one.practitioner), one.practitioner].filter(Boolean).join(", "),
    });
  return (
    <Card title={t("manage.roster.title")} flush>
      {lines.length === 0 && <p className={styles.none}>{t("manage.roster.none")}</p>}
      <ul>
        {lines.map((one) => (
          <li key={JSON.stringify(one)} className={list.row}>
            <span className={list.main}>
              {line(one)}
              <span className={styles.small}>
                {" "}
                {one.until
                  ? t("manage.roster.fromUntil", {
                      from: shortDate(one.from, language()),
                      until: shortDate(one.until, language()),
                    })
                  : t("manage.roster.from", { from: shortDate(one.from, language()) })}
              </span>
            </span>
            {mayChange && (
              <Button
                kind="text"
                small
                disabled={removing.isPending}
                aria-label={`${t("manage.remove")}: ${line(one)}`}
                onClick={() => removing.mutate(one)}
              >
                {t("manage.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className={styles.inside}>
          {adding ? (
            <NewLine person={person} treating={treating} onDone={() => add(false)} />
          ) : treating.length > 0 ? (
            <Button onClick={() => add(true)}>{t("manage.roster.add")}</Button>
          ) : (
            <p className={styles.small}>{t("manage.roster.nobody")}</p>
          )}
        </div>
      )}
    </Card>
  );
}

function NewLine({ person, treating, onDone }: { person: Colleague; treating: Colleague[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [kind, choose] = useState<Line["kind"]>(person.role === "assistent" ? "assists" : "stands_in");
  const [practitioner, pick] = useState(treating[0]!.practitioner);
  const [from, typeFrom] = useState(fieldDate(nowInAmsterdam().date));
  const [until, typeUntil] = useState("");
  const [wrong, find] = useState<{ from?: string; until?: string }>({});
  const saving = useMutation({
    mutationFn: (body: Line) => call("post", "/api/accounts/{id}/roster", { id: person.id, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["accounts"] });
      onDone();
    },
  });
  function save(): void {
    const first = parseFieldDate(from);
    const last = until.trim() ? parseFieldDate(until) : "";
    find({
      ...(first ? {} : { from: t("manage.dateWrong") }),
      ...(last === undefined ? { until: t("manage.dateWrong") } : {}),
    });
    if (first && last !== undefined)
      saving.mutate({ kind, practitioner, from: first, ...(last ? { until: last } : {}) });
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Choice
        legend={t("manage.roster.kind")}
        options={[
          { value: "assists", label: t("manage.roster.assistsShort") },
          { value: "stands_in", label: t("manage.roster.standsInShort") },
        ]}
        value={kind}
        onChange={choose}
        side
      />
      <Select label={t("manage.roster.forWhom")} value={practitioner} onChange={(event) => pick(event.target.value)}>
        {treating.map((one) => (
          <option key={one.id} value={one.practitioner}>
            {one.name} ({one.practitioner})
          </option>
        ))}
      </Select>
      <div className={styles.pair}>
        <Field
          label={t("manage.roster.first")}
          error={wrong.from}
          value={from}
          onChange={(event) => typeFrom(event.target.value)}
        />
        <Field
          label={t("manage.roster.last")}
          optional
          error={wrong.until}
          value={until}
          onChange={(event) => typeUntil(event.target.value)}
        />
      </div>
      <FormEnd label={t("manage.roster.save")} saving={saving} onCancel={onDone} />
    </form>
  );
}
