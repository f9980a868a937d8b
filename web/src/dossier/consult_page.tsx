import { useMutation } from "@tanstack/react-query";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { fieldDate, nowInAmsterdam, parseFieldDate } from "../app/dates";
import { useDraft } from "../app/drafts";
import { FormError, SaveButtons, useServerErrors } from "../app/form_state";
import { navigate } from "../app/route";
import { useSession } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Choice } from "../ui/choice";
import { Field, TextArea } from "../ui/field";
import { FieldRow, Form, FormLine, FormStack } from "../ui/form";
import { patientChanged } from "../patients/patient_query";
import { PatientWork } from "../patients/patient_work";
import { type Code, type ConsultDraft, firstDraft, isBlank, keepStyle, LETTERS, toSend, wrongCode } from "./consult";
import "./texts";

export default function ConsultPage({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <PatientWork id={id} title={t("consult.title")}>
      {() => <Consult id={id} />}
    </PatientWork>
  );
}

function Consult({ id }: { id: string }) {
  const { t } = useTranslation();
  const kind = useSession().practice.kind;
  const today = nowInAmsterdam().date;
  const [draft, keep, discard] = useDraft<ConsultDraft>(`consult/${id}`, firstDraft(kind, fieldDate(today)));
  const [tries, tried] = useState(0);
  const back = `/patienten/${id}`;
  const saving = useMutation({
    mutationFn: () => call("post", "/api/patients/{id}/consults", { id, body: toSend(draft) }),
    onSuccess: () => {
      discard();
      patientChanged(id);
      navigate(back, "replace");
    },
  });
  const serverError = useServerErrors(saving.error);
  const day = parseFieldDate(draft.date);
  const wrongDay = !day ? t("errors.date-unreadable") : day > today ? t("errors.day-in-the-future") : undefined;
  const empty = isBlank(draft);
  const right = !wrongDay && !empty && draft.codes.every((code) => !wrongCode(code));
  function save(): void {
    tried(tries + 1);
    if (right && !saving.isPending) saving.mutate();
  }
  const missing = tries > 0 && empty ? t("errors.consult-empty") : undefined;
  return (
    <Form label={t("consult.title")} onSave={save} wrong={tries + (saving.error ? 0.5 : 0)}>
      <Card>
        <FormStack>
          <Field
            label={t("consult.date")}
            hint={t("consult.dateHint")}
            error={wrongDay ?? serverError("date")}
            value={draft.date}
            onChange={(event) => keep({ ...draft, date: event.target.value })}
            inputMode="numeric"
          />
          <Choice
            legend={t("consult.style")}
            side
            options={[
              { value: "soep", label: t("consult.soep") },
              { value: "free", label: t("consult.free") },
            ]}
            value={draft.style}
            onChange={(style) => {
              keepStyle(kind, style);
              keep({ ...draft, style });
            }}
          />
          {draft.style === "soep" ? (
            LETTERS.map((letter, at) => (
              <TextArea
                key={letter}
                label={t(`note.${letter}`)}
                error={(at === 0 ? missing : undefined) ?? serverError(letter)}
                value={draft[letter]}
                onChange={(event) => keep({ ...draft, [letter]: event.target.value })}
              />
            ))
          ) : (
            <TextArea
              label={t("consult.text")}
              rows={10}
              error={missing ?? serverError("text")}
              value={draft.text}
              onChange={(event) => keep({ ...draft, text: event.target.value })}
            />
          )}
        </FormStack>
      </Card>
      <Codes
        codes={draft.codes}
        teeth={kind === "tandarts"}
        checked={tries > 0}
        serverError={serverError}
        onChange={(codes) => keep({ ...draft, codes })}
      />
      <FormError
        error={saving.error}
        shown={(place) => ["date", "text", ...LETTERS].includes(place) || / \d+$/.test(place)}
        notSaved={t("consult.noAnswer")}
      />
      <SaveButtons busy={saving.isPending} dirty={!empty} back={back} />
    </Form>
  );
}

interface CodesProps {
  codes: Code[];
  teeth: boolean;
  checked: boolean;
  serverError: (field: string) => string | undefined;
  onChange: (codes: Code[]) => void;
}

function Codes({ codes, teeth, checked, serverError, onChange }: CodesProps) {
  const { t } = useTranslation();
  const fields: (keyof Code)[] = ["code", "description", ...(teeth ? ["element" as const] : []), "quantity", "tariff"];
  const add = () => onChange([...codes, { code: "", description: "", element: "", quantity: "1", tariff: "" }]);
  return (
    <Card title={t("consult.codes")}>
      <FormStack>
        {codes.map((code, at) => {
          const wrong = checked || code.element ? wrongCode(code) : undefined;
          return (
            <FormLine key={at} name={t("consult.codeLine", { count: at + 1 })}>
              <FieldRow>
                {fields.map((field) => (
                  <Field
                    key={field}
                    label={t(`treatment.${field}`)}
                    optional={field !== "code" && field !== "quantity"}
                    error={(wrong?.field === field ? t(wrong.key) : undefined) ?? serverError(`${field} ${at + 1}`)}
                    value={code[field]}
                    onChange={(event) =>
                      onChange(codes.map((one, i) => (i === at ? { ...one, [field]: event.target.value } : one)))
                    }
                    {...(field === "quantity" || field === "element" ? { inputMode: "numeric" as const } : {})}
                  />
                ))}
              </FieldRow>
              <Button
                kind="text"
                small
                icon={IconTrash}
                aria-label={t("consult.removeLine", { count: at + 1 })}
                onClick={() => onChange(codes.filter((_, i) => i !== at))}
              >
                {t("consult.removeCode")}
              </Button>
            </FormLine>
          );
        })}
        <div>
          <Button icon={IconPlus} onClick={add}>
            {t("consult.addCode")}
          </Button>
        </div>
      </FormStack>
    </Card>
  );
}
