import { IconAlertTriangle, IconClockEdit } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../app/error_text";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { type Changeable, setStatus } from "./actions";
import styles from "./patient_appointments.module.css";
import { type Step, stepsOf } from "./steps";

const MoveDialog = lazy(() => import("./move_dialog"));

interface Props {
  appointment: Changeable;
  today: string;
  onDone: () => void;
}

// The same actions as in the agenda, below the row.
export function RowActions({ appointment: one, today, onDone }: Props) {
  const { t } = useTranslation();
  const [moving, move] = useState(false);
  const change = useMutation({ mutationFn: (step: Step) => setStatus(one, step), onSuccess: onDone });
  return (
    <div className={styles.actions}>
      {stepsOf(one.status, one.date, today).map((step) => (
        <Button
          key={step}
          small
          kind={step === "cancelled" ? "danger" : "outline"}
          disabled={change.isPending}
          onClick={() => change.mutate(step)}
        >
          {t(`agenda.step.${step}`)}
        </Button>
      ))}
      {one.status === "planned" && (
        <Button small icon={IconClockEdit} onClick={() => move(true)}>
          {t("agenda.step.move")}
        </Button>
      )}
      {change.error && (
        <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
          {errorText(change.error, t)}
        </Notice>
      )}
      {moving && (
        <Suspense>
          <MoveDialog
            appointment={one}
            onClose={() => {
              move(false);
              onDone();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
