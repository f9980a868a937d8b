import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { useDraft } from "../app/drafts";
import { parseFieldDate } from "../app/dates";
import { useSession } from "../app/session";
import { type Picked, PatientPicker } from "../patients/patient_picker";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { Field } from "../ui/field";
import type { Place } from "./actions";
import { Conflict } from "./conflict";
import { Fit, useFit } from "./fit";
import styles from "./form.module.css";
import { agendaChanged, useAgenda, useNow } from "./use_agenda";
import { placeOf, type Wish, wishFrom } from "./wish";
import { WishFields } from "./wish_fields";
import "./texts";

export interface Asked extends Partial<Place> {
  patient?: Picked;
  // Whom it takes off the waiting list.
  waiting?: string;
}
export interface Draft {
  asked: Asked;
  patient?: Picked;
  wish?: Wish;
  reason: string;
}

interface Props {
  draftKey: string;
  asked: Asked;
  onClose: () => void;
}

const TREATING = ["praktijkhouder", "behandelaar", "assistent"];

export default function NewDialog({ draftKey, asked, onClose }: Props) {
  const { t } = useTranslation();
  const { role } = useSession().account;
  const today = useNow().date;
  const [draft, type, discard] = useDraft<Draft>(draftKey, {
    asked,
    reason: "",
    ...(asked.patient ? { patient: asked.patient } : {}),
  });
  const [tried, tryIt] = useState(false);
  const asksDate = draft.wish ? parseFieldDate(draft.wish.date) : (asked.date ?? today);
  const [seen, see] = useState(asked.date ?? today);
  if (asksDate && asksDate !== seen) see(asksDate);
  const agenda = useAgenda(seen, seen).data;
  const wish = draft.wish ?? wishFrom(asked, agenda, today);
  const place = placeOf(wish);
  const fit = useFit(agenda, place);
  const make = useMutation({
    mutationFn: async (despite: boolean) => {
      const { patient, reason } = draft;
      if (!patient || !place) return;
      await call("post", "/api/appointments", {
        body: {
          patient: patient.id,
          ...place,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(asked.waiting ? { waiting: asked.waiting } : {}),
          ...(despite ? { despite } : {}),
        },
      });
      await agendaChanged(patient.id);
      close();
    },
  });
  function close(): void {
    discard();
    onClose();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    tryIt(true);
    if (draft.patient && place) make.mutate(false);
  }
  return (
    <Dialog title={t("agenda.make")} opened onClose={close}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PatientPicker
          value={draft.patient}
          onChange={(patient) => {
            const { patient: _, ...rest } = draft;
            type(patient ? { ...rest, patient } : rest);
          }}
          error={tried && !draft.patient ? t("agenda.form.patientMissing") : undefined}
        />
        <WishFields
          wish={wish}
          onChange={(next) => {
            make.reset();
            type({ ...draft, wish: next });
          }}
          agenda={agenda}
          tried={tried}
        />
        {TREATING.includes(role ?? "") && (
          <Field
            label={t("agenda.form.reason")}
            hint={t("agenda.form.reasonHint")}
            optional
            value={draft.reason}
            onChange={(event) => type({ ...draft, reason: event.target.value })}
          />
        )}
        <div className={styles.fit} role="status">
          {!make.error && <Fit fit={fit} />}
        </div>
        <Conflict error={make.error} despite={t("agenda.form.makeDespite")} onDespite={() => make.mutate(true)} />
        <DialogButtons>
          <Button kind="primary" type="submit" disabled={make.isPending}>
            {t("agenda.make")}
          </Button>
          <Button kind="text" onClick={close}>
            {t("cancel")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
