import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { Conflict } from "../app/conflict";
import { fieldDate, parseFieldDate } from "../app/dates";
import { useEdit } from "../app/edit";
import { FormError, useServerErrors } from "../app/form_state";
import type { Texts } from "../app/merge";
import { patientChanged } from "../patients/patient_query";
import { Button } from "../ui/button";
import { Field, TextArea } from "../ui/field";
import { Form, FormButtons, FormStack } from "../ui/form";
import { LETTERS } from "./consult";

const PARTS = [...LETTERS, "text"] as const;

const textsOf = (note: Partial<Schema<"Note">>): Texts => ({
  ...Object.fromEntries(PARTS.map((part) => [part, note[part] ?? ""])),
  date: note.date ? fieldDate(note.date) : "",
});

interface Props {
  id: string;
  note: Schema<"Note">;
  draft: string;
  onClose: () => void;
}

// What stood there stays readable.
export function CorrectNote({ id, note, draft, onClose }: Props) {
  const { t } = useTranslation();
  const [tries, tried] = useState(0);
  const edit = useEdit({
    draft,
    base: textsOf(note),
    version: note.version ?? 0,
    theirs: textsOf,
    send: (version, { date, ...texts }) =>
      call("put", "/api/patients/{id}/note", {
        id,
        body: { ...texts, ...(date ? { date: parseFieldDate(date) ?? date } : {}), note: note.id!, version },
      }),
    onSaved: () => {
      patientChanged(id);
      onClose();
    },
  });
  const serverError = useServerErrors(edit.error);
  const soep = LETTERS.some((letter) => note[letter]);
  const shown = PARTS.filter((part) => (part === "text" ? !soep || note.text : soep));
  const date = edit.texts.date ?? "";
  const wrongDay = parseFieldDate(date) ? undefined : t("errors.date-unreadable");
  function save(): void {
    tried(tries + 1);
    if (!wrongDay && !edit.saving.isPending) edit.saving.mutate();
  }
  return (
    <Form label={t("note.correctTitle")} onSave={save} wrong={tries + (edit.error ? 0.5 : 0)}>
      <FormStack>
        {edit.conflict && (
          <Conflict
            conflict={edit.conflict}
            label={(field) => t(`note.${field}`)}
            value={(field) => edit.texts[field] ?? ""}
            onChoose={edit.put}
          />
        )}
        <Field
          label={t("note.date")}
          hint={t("consult.dateHint")}
          error={wrongDay ?? serverError("date")}
          value={date}
          onChange={(event) => edit.put("date", event.target.value)}
          inputMode="numeric"
        />
        {shown.map((part, at) => (
          <TextArea
            key={part}
            label={t(`note.${part}`)}
            error={serverError(part) ?? (at === 0 && part !== "text" ? serverError("text") : undefined)}
            value={edit.texts[part] ?? ""}
            onChange={(event) => edit.put(part, event.target.value)}
            autoFocus={at === 0}
          />
        ))}
        <FormError
          error={edit.error}
          shown={(place) => place === "date" || PARTS.some((part) => part === place)}
          notSaved={t("consult.noAnswer")}
        />
        <FormButtons>
          <Button kind="primary" type="submit" disabled={edit.saving.isPending}>
            {t("save.save")}
          </Button>
          <Button
            kind="text"
            onClick={() => {
              edit.discard();
              onClose();
            }}
          >
            {t("cancel")}
          </Button>
        </FormButtons>
      </FormStack>
    </Form>
  );
}
