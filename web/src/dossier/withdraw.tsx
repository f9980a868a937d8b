import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { Confirm } from "../app/confirm";
import { patientChanged } from "../patients/patient_query";
import { Button } from "../ui/button";

// It was not done, or not to this patient. It stays readable.
export function Withdraw({ id, treatment }: { id: string; treatment: Schema<"Treatment"> }) {
  const { t } = useTranslation();
  const [opened, open] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () =>
      call("put", "/api/patients/{id}/treatment", {
        id,
        body: { treatment: treatment.id!, version: treatment.version ?? 0, withdrawn: true },
      }),
    onSuccess: () => {
      open(false);
      patientChanged(id);
    },
  });
  const what = [treatment.code, treatment.description].filter(Boolean).join(" ");
  return (
    <>
      <Button kind="link" onClick={() => open(true)} aria-label={`${t("treatment.withdraw")}: ${what}`}>
        {t("treatment.withdraw")}
      </Button>
      <Confirm
        title={t("treatment.withdrawTitle")}
        opened={opened}
        onClose={() => open(false)}
        act={t("treatment.withdraw")}
        doing={withdrawing}
        onAct={() => withdrawing.mutate()}
      >
        <p>
          <strong>{what}</strong>
        </p>
        <p>{t("treatment.withdrawText")}</p>
      </Confirm>
    </>
  );
}
