import { useMutation } from "@tanstack/react-query";
import { IconHandStop, IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { clock } from "../app/dates";
import { hasDraft, useDraft } from "../app/drafts";
import { errorText } from "../app/error_text";
import { queries } from "../app/queries";
import { Button } from "../ui/button";
import { Choice } from "../ui/choice";
import { Dialog, DialogButtons } from "../ui/dialog";
import { TextArea } from "../ui/field";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import styles from "./patient_page.module.css";

type Reason = Schema<"GlassReason">;
const REASONS: Reason[] = ["stand_in_outside_roster", "emergency", "asked_by_patient", "other"];
const OWN_WORDS_MIN = 10;

// On every page of a patient whose glass is broken: until when.
export function GlassLine({ glass }: { glass: Schema<"Patient">["glass"] }) {
  if (!glass?.until) return null;
  const values = { until: clock(glass.until), since: glass.since && clock(glass.since) };
  return (
    <Notice hue="amber" icon={IconHandStop}>
      <Trans
        i18nKey={glass.since ? "patient.glass.line" : "patient.glass.lineUntil"}
        values={values}
        components={{ b: <strong /> }}
      />
    </Notice>
  );
}

const draftKey = (id: string): string => `glass/${id}`;

export function NoRelation({ id }: { id: string }) {
  const { t } = useTranslation();
  const [opened, open] = useState(() => hasDraft(draftKey(id)));
  return (
    <section className={styles.noRelation} aria-labelledby="no-relation">
      <Icon of={IconLock} size={20} />
      <div>
        <h2 id="no-relation">{t("patient.glass.title")}</h2>
        <p>{t("patient.glass.text")}</p>
        <Button kind="glass" icon={IconHandStop} onClick={() => open(true)}>
          {t("patient.glass.break")}
        </Button>
      </div>
      <BreakGlass id={id} opened={opened} onClose={() => open(false)} />
    </section>
  );
}

function BreakGlass({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  // Own words are typed for one reason only.
  const [reason, choose] = useState<Reason | undefined>(() => (hasDraft(draftKey(id)) ? "other" : undefined));
  const [text, type, discard] = useDraft(draftKey(id), "");
  const [missing, miss] = useState<string>();
  const breaking = useMutation({
    mutationFn: (body: Schema<"BreakGlass">) => call("post", "/api/patients/{id}/glass", { id, body }),
    onSuccess: (patient) => {
      discard();
      onClose();
      queries.setQueryData(["patient", id], patient);
    },
  });
  function submit(): void {
    if (!reason) return miss(t("patient.glass.choose"));
    if (reason !== "other") return breaking.mutate({ reason });
    if (text.trim().length < OWN_WORDS_MIN) return miss(t("patient.glass.tooShort"));
    breaking.mutate({ reason, text: text.trim() });
  }
  return (
    <Dialog title={t("patient.glass.why")} opened={opened} onClose={onClose}>
      <p>{t("patient.glass.read")}</p>
      <Choice
        legend={t("patient.glass.choose")}
        options={REASONS.map((value) => ({ value, label: t(`patient.glass.reason.${value}`) }))}
        value={reason}
        onChange={(chosen) => {
          choose(chosen);
          miss(undefined);
        }}
      />
      {reason === "other" && (
        <TextArea
          label={t("patient.glass.ownWords")}
          hint={t("patient.glass.read")}
          error={missing}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {missing && reason !== "other" && (
        <Notice hue="rood" icon={IconHandStop} boxed role="alert">
          {missing}
        </Notice>
      )}
      {breaking.error && (
        <Notice hue="rood" icon={IconHandStop} boxed role="alert">
          {errorText(breaking.error, t)}
        </Notice>
      )}
      <DialogButtons>
        <Button kind="glassFill" disabled={breaking.isPending} onClick={submit}>
          {t("patient.glass.open")}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t("cancel")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
