import { useMutation } from "@tanstack/react-query";
import { IconUsers } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Schema } from "../app/api";
import { dayName, fieldDate } from "../app/dates";
import { language } from "../app/i18n";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { type Changeable, move, type Place } from "./actions";
import { nameOf } from "./columns";
import { Conflict } from "./conflict";
import { Fit, useFit } from "./fit";
import styles from "./form.module.css";
import { stepOf } from "./hours";
import { MovePad } from "./move_pad";
import { untilOf } from "./slot_text";
import { useAgenda } from "./use_agenda";
import { placeOf, type Wish } from "./wish";
import { WishFields } from "./wish_fields";
import "./texts";

interface Props {
  appointment: Changeable;
  // Where a drag let it go, when the server did not take that; and why not.
  to?: Place;
  refused?: unknown;
  onClose: () => void;
}

const wishOf = (place: Place): Wish => ({ ...place, date: fieldDate(place.date), room: place.room ?? "" });

const theirsOf = (error: unknown): Schema<"Appointment"> | undefined =>
  error instanceof ApiError && error.code === "changed-by-another"
    ? (error.theirs as Schema<"Appointment"> | undefined)
    : undefined;

export default function MoveDialog({ appointment, to, refused, onClose }: Props) {
  const { t } = useTranslation();
  const [wish, type] = useState<Wish>(() => wishOf(to ?? appointment));
  const [first, forget] = useState(refused);
  const [tried, tryIt] = useState(false);
  const place = placeOf(wish);
  const [seen, see] = useState(to?.date ?? appointment.date);
  if (place && place.date !== seen) see(place.date);
  const agenda = useAgenda(seen, seen).data;
  const fit = useFit(agenda, place, appointment.id);
  const moving = useMutation({
    mutationFn: ({ despite, from = appointment }: { despite: boolean; from?: Changeable }) =>
      move(from, place!, despite),
    onSuccess: onClose,
  });
  const error = moving.error ?? first;
  const theirs = theirsOf(error);

  function change(next: Wish): void {
    moving.reset();
    forget(undefined);
    type(next);
  }
  function confirm(): void {
    tryIt(true);
    if (place && !moving.isPending) moving.mutate({ despite: false });
  }
  const line = (one: Place) =>
    `${dayName(one.date, language())}, ${t("agenda.fromTo", { from: one.time, until: untilOf(one) })}, ${nameOf(agenda?.practitioners, one.practitioner)}`;
  return (
    <Dialog title={t("agenda.move.title")} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          confirm();
        }}
        noValidate
      >
        <p className={styles.now}>{t("agenda.move.now", { line: line(appointment) })}</p>
        {place && (
          <MovePad
            slot={place}
            minutes={wish.minutes}
            step={stepOf(agenda?.appointments ?? [])}
            fit={fit?.text}
            onChange={(slot) => change({ ...wish, date: fieldDate(slot.date), time: slot.time })}
            onConfirm={confirm}
          >
            <span className={styles.fit}>
              <Fit fit={fit} />
            </span>
          </MovePad>
        )}
        <WishFields wish={wish} onChange={change} agenda={agenda} tried={tried} />
        {theirs ? (
          <Notice
            hue="amber"
            icon={IconUsers}
            boxed
            role="alert"
            action={
              <>
                <Button small onClick={onClose}>
                  {t("agenda.move.leaveTheirs")}
                </Button>
                <Button kind="glass" small onClick={() => moving.mutate({ despite: false, from: theirs })}>
                  {t("agenda.move.takeMine")}
                </Button>
              </>
            }
          >
            {t("agenda.move.changed", {
              by: (error as ApiError).by ?? t("agenda.somebody"),
              line: line(theirs),
              status: t(`appointment.status.${theirs.status}`),
            })}
          </Notice>
        ) : (
          <Conflict
            error={error}
            despite={t("agenda.move.despite")}
            onDespite={() => moving.mutate({ despite: true })}
          />
        )}
        <DialogButtons>
          <Button kind="primary" type="submit" disabled={moving.isPending}>
            {t("agenda.step.move")}
          </Button>
          <Button kind="text" onClick={onClose}>
            {t("cancel")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
