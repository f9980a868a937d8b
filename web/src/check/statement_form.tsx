import { useMutation } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { fieldDate, nowInAmsterdam, parseFieldDate } from "../app/dates";
import { useDraft } from "../app/drafts";
import { errorText } from "../app/error_text";
import { queries } from "../app/queries";
import { Button } from "../ui/button";
import { Choice } from "../ui/choice";
import { DialogButtons } from "../ui/dialog";
import { Field, TextArea } from "../ui/field";
import { Kbd } from "../ui/kbd";
import { Notice } from "../ui/notice";
import styles from "./evidence.module.css";

type Answer = Schema<"NewStatement">["answer"];
const ANSWERS: Answer[] = ["ja", "nee", "weet_niet"];

interface Draft {
  answer?: Answer;
  date: string;
  explanation: string;
}
interface Props {
  probe: string;
  statement: Schema<"StatementText">;
  onDone: () => void;
}

export const draftKey = (probe: string): string => `statement/${probe}`;

export function StatementForm({ probe, statement, onDone }: Props) {
  const { t } = useTranslation();
  const today = nowInAmsterdam().date;
  const [draft, write, discard] = useDraft<Draft>(draftKey(probe), { date: fieldDate(today), explanation: "" });
  const [wrong, find] = useState<{ answer?: string; date?: string; explanation?: string }>({});
  const saving = useMutation({
    mutationFn: (body: Schema<"NewStatement">) => call("post", "/api/check/statements", { body }),
    onSuccess: (check) => {
      discard();
      onDone();
      queries.setQueryData(["check"], check);
    },
  });
  const dateError = () => {
    const date = parseFieldDate(draft.date);
    return date && date <= today ? undefined : t("check.state.dateWrong");
  };
  function save(): void {
    const explanation = draft.explanation.trim();
    const found = {
      ...(draft.answer ? {} : { answer: t("check.state.answerMissing") }),
      ...(dateError() ? { date: dateError()! } : {}),
      ...(statement.explanation === "required" && !explanation
        ? { explanation: t("check.state.explanationMissing") }
        : {}),
    };
    find(found);
    if (Object.keys(found).length > 0 || saving.isPending) return;
    const event_date = parseFieldDate(draft.date)!;
    saving.mutate({ probe, answer: draft.answer!, event_date, ...(explanation ? { explanation } : {}) });
  }
  function press(event: KeyboardEvent): void {
    const saves = (event.ctrlKey || event.metaKey) && (event.key === "s" || event.key === "Enter");
    if (!saves) return;
    event.preventDefault();
    save();
  }
  return (
    <form
      className={styles.form}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      noValidate
    >
      <div>
        <p className={styles.saysLabel}>{t("check.state.says")}</p>
        <p lang="nl" className={styles.says}>
          {statement.text}
        </p>
      </div>
      <Choice
        legend={t("check.state.answer")}
        options={ANSWERS.map((value) => ({ value, label: t(`check.state.${value}`) }))}
        value={draft.answer}
        onChange={(answer) => write({ ...draft, answer })}
      />
      {wrong.answer && (
        <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
          {wrong.answer}
        </Notice>
      )}
      <Field
        label={t("check.state.date")}
        hint={t("check.state.dateHint", { count: statement.term_days })}
        error={wrong.date}
        value={draft.date}
        inputMode="numeric"
        onChange={(event) => write({ ...draft, date: event.target.value })}
        onBlur={() => find({ ...wrong, date: dateError()! })}
      />
      <TextArea
        label={t("check.state.explanation")}
        hint={t("check.state.explanationHint")}
        optional={statement.explanation === "optional"}
        error={wrong.explanation}
        value={draft.explanation}
        onChange={(event) => write({ ...draft, explanation: event.target.value })}
      />
      {saving.error && (
        <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
          {errorText(saving.error, t)}
        </Notice>
      )}
      <DialogButtons>
        <Button kind="primary" type="submit" disabled={saving.isPending}>
          {t("check.state.save")}
        </Button>
        <Button kind="text" onClick={() => (discard(), onDone())}>
          {t("cancel")}
        </Button>
        <span className={styles.end}>
          <Kbd>{t("check.state.keys")}</Kbd>
        </span>
      </DialogButtons>
    </form>
  );
}
