import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field, Select } from "../ui/field";
import { type Agenda, ownFirst } from "./columns";
import styles from "./form.module.css";
import { lengthsWith, type Wish, wrongIn } from "./wish";

interface Props {
  wish: Wish;
  onChange: (wish: Wish) => void;
  agenda: Agenda | undefined;
  // After a try to save, what is wrong shows at once.
  tried: boolean;
}

export function WishFields({ wish, onChange, agenda, tried }: Props) {
  const { t } = useTranslation();
  const [left, leave] = useState<{ date?: boolean; time?: boolean }>({});
  const wrong = wrongIn(wish);
  const said = (key: "date" | "time") => ((tried || left[key]) && wrong[key] ? t(wrong[key]) : undefined);
  const set = (part: Partial<Wish>) => onChange({ ...wish, ...part });
  return (
    <>
      <div className={styles.three}>
        <Field
          label={t("agenda.form.date")}
          hint={t("agenda.form.dateHint")}
          value={wish.date}
          error={said("date")}
          inputMode="numeric"
          onChange={(event) => set({ date: event.target.value })}
          onBlur={() => leave({ ...left, date: true })}
        />
        <Field
          label={t("agenda.form.time")}
          hint={t("agenda.form.timeHint")}
          value={wish.time}
          error={said("time")}
          inputMode="numeric"
          onChange={(event) => set({ time: event.target.value })}
          onBlur={() => leave({ ...left, time: wish.time !== "" })}
        />
        <Select
          label={t("agenda.form.minutes")}
          value={wish.minutes}
          onChange={(event) => set({ minutes: Number(event.target.value) })}
        >
          {lengthsWith(wish.minutes).map((minutes) => (
            <option key={minutes} value={minutes}>
              {t("appointment.minutes", { count: minutes })}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.two}>
        <Select
          label={t("agenda.form.practitioner")}
          value={wish.practitioner}
          onChange={(event) => set({ practitioner: event.target.value })}
        >
          {ownFirst(agenda?.practitioners ?? []).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
        <Select
          label={t("agenda.form.room")}
          optional
          value={wish.room}
          onChange={(event) => set({ room: event.target.value })}
        >
          <option value="">{t("agenda.noRoom")}</option>
          {[...new Set([...(agenda?.rooms ?? []), ...(wish.room ? [wish.room] : [])])].map((room) => (
            <option key={room} value={room}>
              {room}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
