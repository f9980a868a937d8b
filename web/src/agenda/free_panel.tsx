import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { dayShort, fieldDate, parseFieldDate } from "../app/dates";
import { language } from "../app/i18n";
import { walkRows } from "../app/keyboard";
import { Field, Select } from "../ui/field";
import { SidePanel } from "../ui/side_panel";
import { Failed, Loading } from "../ui/waiting";
import { nameOf, ownFirst, type Practitioner } from "./columns";
import styles from "./form.module.css";
import { lengthsWith } from "./wish";
import "./texts";

export type FreeSlot = Schema<"FreeSlots">["slots"][number];
export type Search = Omit<Schema<"FreeSearch">, "limit">;

const SHOWN_MAX = 12;

interface Props {
  first: Search;
  practitioners: Practitioner[];
  onTake: (slot: FreeSlot, minutes: number) => void;
  onClose: () => void;
}

// The first free places. Arrows walk them, Enter makes an appointment there.
export default function FreePanel({ first, practitioners, onTake, onClose }: Props) {
  const { t } = useTranslation();
  const [search, change] = useState(first);
  const [from, type] = useState(fieldDate(first.from));
  const read = parseFieldDate(from);
  const form = useRef<HTMLFormElement>(null);
  // Beside the agenda nothing else takes the focus there.
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const found = useQuery({
    queryKey: ["agenda", "free", search],
    queryFn: () => call("post", "/api/agenda/free", { body: { ...search, limit: SHOWN_MAX } }),
  });
  const without = <K extends "practitioner" | "part">(key: K, value: Search[K] | ""): Search => {
    const { [key]: _, ...rest } = search;
    return (value ? { ...rest, [key]: value } : rest) as Search;
  };
  return (
    <SidePanel title={t("agenda.findFree")} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <div className={styles.two}>
          <Select
            label={t("agenda.form.minutes")}
            value={search.minutes}
            onChange={(event) => change({ ...search, minutes: Number(event.target.value) })}
            data-autofocus
          >
            {lengthsWith(search.minutes).map((minutes) => (
              <option key={minutes} value={minutes}>
                {t("appointment.minutes", { count: minutes })}
              </option>
            ))}
          </Select>
          <Select
            label={t("agenda.freeSearch.part")}
            value={search.part ?? ""}
            onChange={(event) => change(without("part", event.target.value as Search["part"]))}
          >
            <option value="">{t("agenda.freeSearch.wholeDay")}</option>
            <option value="morning">{t("agenda.freeSearch.morning")}</option>
            <option value="afternoon">{t("agenda.freeSearch.afternoon")}</option>
          </Select>
        </div>
        <div className={styles.two}>
          <Select
            label={t("agenda.form.practitioner")}
            value={search.practitioner ?? ""}
            onChange={(event) => change(without("practitioner", event.target.value))}
          >
            <option value="">{t("agenda.freeSearch.anybody")}</option>
            {ownFirst(practitioners).map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </Select>
          <Field
            label={t("agenda.freeSearch.from")}
            value={from}
            error={read ? undefined : t("agenda.form.dateWrong")}
            onChange={(event) => {
              type(event.target.value);
              const date = parseFieldDate(event.target.value);
              if (date) change({ ...search, from: date });
            }}
          />
        </div>
      </form>
      {found.error && (
        <Failed title={t("agenda.freeSearch.failed")} error={found.error} again={() => void found.refetch()} />
      )}
      {found.isPending && <Loading rows={6} />}
      {found.data && (
        <div className={styles.slots}>
          <p className="hidden-but-read" role="status">
            {t("agenda.freeSearch.count", { count: found.data.slots.length })}
          </p>
          {found.data.slots.length === 0 && <p className={styles.noSlots}>{t("agenda.freeSearch.none")}</p>}
          <ul className={styles.slotList} onKeyDown={walkRows}>
            {found.data.slots.map((slot) => (
              <li key={`${slot.date}${slot.time}${slot.practitioner}`}>
                <button type="button" className={styles.slot} data-row onClick={() => onTake(slot, search.minutes)}>
                  <span>{dayShort(slot.date, language())}</span>
                  <b>{slot.time}</b>
                  <small>{nameOf(practitioners, slot.practitioner)}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  );
}
