import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/field";
import { Absences } from "./absences";
import type { Practitioner } from "./columns";
import { addDays } from "./calendar";
import styles from "./hours_dialog.module.css";
import { useAgenda, useNow } from "./use_agenda";
import { WeekForm } from "./week_form";

// As far ahead as one answer of the server reaches.
const AHEAD_DAYS = 41;

interface Props {
  practitioners: Practitioner[];
  onClose: () => void;
}

export default function HoursDialog({ practitioners, onClose }: Props) {
  const { t } = useTranslation();
  const today = useNow().date;
  const [code, choose] = useState((practitioners.find((one) => one.own) ?? practitioners[0]!).code);
  const agenda = useAgenda(today, addDays(today, AHEAD_DAYS)).data;
  return (
    <Dialog title={t("agenda.hours.title")} opened onClose={onClose} wide>
      <div className={styles.parts}>
        {practitioners.length > 1 ? (
          <Select
            label={t("agenda.form.practitioner")}
            value={code}
            onChange={(event) => choose(event.target.value)}
            data-autofocus
          >
            {practitioners.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </Select>
        ) : (
          <p>{practitioners[0]!.name}</p>
        )}
        {agenda && (
          <WeekForm key={code} practitioner={code} hours={agenda.hours.filter((one) => one.practitioner === code)} />
        )}
        {agenda && (
          <Absences
            key={`${code}-away`}
            practitioner={code}
            absences={agenda.absences.filter((one) => one.practitioner === code)}
          />
        )}
      </div>
    </Dialog>
  );
}
