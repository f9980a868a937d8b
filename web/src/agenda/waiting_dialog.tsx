import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { type Picked, PatientPicker } from "../patients/patient_picker";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { Field, Select } from "../ui/field";
import { type Practitioner } from "./columns";
import { Conflict } from "./conflict";
import styles from "./form.module.css";
import { agendaChanged } from "./use_agenda";
import { lengthsWith } from "./wish";

const USUAL_MINUTES = 30;

interface Props {
  practitioners: Practitioner[];
  onClose: () => void;
}

export default function WaitingDialog({ practitioners, onClose }: Props) {
  const { t } = useTranslation();
  const [patient, pick] = useState<Picked>();
  const [minutes, last] = useState(USUAL_MINUTES);
  const [practitioner, choose] = useState("");
  const [wish, type] = useState("");
  const [tried, tryIt] = useState(false);
  const adding = useMutation({
    mutationFn: async (id: string) => {
      const body = {
        patient: id,
        minutes,
        ...(practitioner ? { practitioner } : {}),
        ...(wish.trim() ? { wish: wish.trim() } : {}),
      };
      await call("post", "/api/waiting", { body });
      await agendaChanged();
      onClose();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    tryIt(true);
    if (patient) adding.mutate(patient.id);
  }
  return (
    <Dialog title={t("agenda.waiting.add")} opened onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PatientPicker
          value={patient}
          onChange={pick}
          error={tried && !patient ? t("agenda.form.patientMissing") : undefined}
        />
        <div className={styles.two}>
          <Select
            label={t("agenda.form.minutes")}
            value={minutes}
            onChange={(event) => last(Number(event.target.value))}
          >
            {lengthsWith(minutes).map((length) => (
              <option key={length} value={length}>
                {t("appointment.minutes", { count: length })}
              </option>
            ))}
          </Select>
          <Select
            label={t("agenda.form.practitioner")}
            value={practitioner}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t("agenda.freeSearch.anybody")}</option>
            {practitioners.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </Select>
        </div>
        <Field
          label={t("agenda.waiting.wish")}
          hint={t("agenda.waiting.wishHint")}
          optional
          value={wish}
          onChange={(event) => type(event.target.value)}
        />
        <Conflict error={adding.error} despite="" onDespite={() => undefined} />
        <DialogButtons>
          <Button kind="primary" type="submit" disabled={adding.isPending}>
            {t("agenda.waiting.addButton")}
          </Button>
          <Button kind="text" onClick={onClose}>
            {t("cancel")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
