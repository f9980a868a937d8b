import { useMutation } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { Confirm } from "../app/confirm";
import { shortDate } from "../app/dates";
import { hasDraft, useDraft } from "../app/drafts";
import { FormError, useServerErrors } from "../app/form_state";
import { language } from "../app/i18n";
import { useMay } from "../app/session";
import { patientChanged } from "../patients/patient_query";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Choice } from "../ui/choice";
import { Dialog, DialogButtons } from "../ui/dialog";
import { TextArea } from "../ui/field";
import { Form, FormStack } from "../ui/form";
import list from "../ui/list.module.css";

type Alert = Schema<"Alert">;
const draftKey = (id: string): string => `alert/${id}`;
const KINDS: Schema<"AlertKind">[] = ["allergie", "antistolling", "anders"];

// What everybody who treats must know. An ended one stays in the dossier.
export function Alerts({ id, alerts }: { id: string; alerts: Alert[] }) {
  const { t } = useTranslation();
  const writes = useMay("consult.write");
  const [opened, open] = useState(() => hasDraft(draftKey(id)));
  const ordered = [...alerts].sort((a, b) => Number(Boolean(a.ended)) - Number(Boolean(b.ended)));
  return (
    <Card title={t("patient.alert.title")}>
      <FormStack>
        {alerts.length === 0 && <p>{t("patient.alert.none")}</p>}
        {ordered.map((alert, at) => (
          <div key={alert.id ?? at}>
            <p>
              <strong>{t(`patient.alert.${alert.kind}`)}:</strong> {alert.ended ? <del>{alert.text}</del> : alert.text}
            </p>
            <p className={list.small}>
              {[
                alert.since && t("patient.alert.since", { date: shortDate(alert.since, language()) }),
                alert.written_by,
                alert.ended && t("patient.alert.ended", { date: shortDate(alert.ended, language()) }),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
            {writes && alert.id && !alert.ended && <End id={id} alert={alert} />}
          </div>
        ))}
        {writes && (
          <div>
            <Button icon={IconPlus} onClick={() => open(true)}>
              {t("patient.alert.new")}
            </Button>
          </div>
        )}
      </FormStack>
      <NewAlert id={id} opened={opened} onClose={() => open(false)} />
    </Card>
  );
}

function NewAlert({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, keep, discard] = useDraft<{ kind: Schema<"AlertKind">; text: string }>(draftKey(id), {
    kind: "allergie",
    text: "",
  });
  const [tried, tryIt] = useState(false);
  const saving = useMutation({
    mutationFn: () => call("post", "/api/patients/{id}/alerts", { id, body: draft }),
    onSuccess: () => {
      discard();
      tryIt(false);
      onClose();
      patientChanged(id);
    },
  });
  const serverError = useServerErrors(saving.error);
  const missing = tried && !draft.text.trim() ? t("save.required") : undefined;
  function save(): void {
    tryIt(true);
    if (draft.text.trim() && !saving.isPending) saving.mutate();
  }
  return (
    <Dialog title={t("patient.alert.new")} opened={opened} onClose={onClose}>
      <Form label={t("patient.alert.new")} onSave={save} wrong={missing}>
        <Choice
          legend={t("patient.alert.kind")}
          options={KINDS.map((value) => ({ value, label: t(`patient.alert.${value}`) }))}
          value={draft.kind}
          onChange={(kind) => keep({ ...draft, kind })}
        />
        <TextArea
          label={t("patient.alert.text")}
          error={missing ?? serverError("text")}
          value={draft.text}
          onChange={(event) => keep({ ...draft, text: event.target.value })}
        />
        <FormError error={saving.error} shown={(place) => place === "text"} />
        <DialogButtons>
          <Button kind="primary" type="submit" disabled={saving.isPending}>
            {t("patient.alert.save")}
          </Button>
          <Button kind="text" onClick={() => (discard(), onClose())}>
            {t("cancel")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}

function End({ id, alert }: { id: string; alert: Alert }) {
  const { t } = useTranslation();
  const [opened, open] = useState(false);
  const ending = useMutation({
    mutationFn: () =>
      call("put", "/api/patients/{id}/alerts", {
        id,
        body: { alert: alert.id!, version: alert.version ?? 0, ended: true },
      }),
    onSuccess: () => {
      open(false);
      patientChanged(id);
    },
  });
  return (
    <>
      <Button kind="link" onClick={() => open(true)} aria-label={`${t("patient.alert.end")}: ${alert.text}`}>
        {t("patient.alert.end")}
      </Button>
      <Confirm
        title={t("patient.alert.endTitle")}
        opened={opened}
        onClose={() => open(false)}
        act={t("patient.alert.end")}
        doing={ending}
        onAct={() => ending.mutate()}
      >
        <p>
          <strong>{alert.text}</strong>
        </p>
        <p>{t("patient.alert.endText")}</p>
      </Confirm>
    </>
  );
}
