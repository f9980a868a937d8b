import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { Conflict } from "../app/conflict";
import { fieldDate } from "../app/dates";
import { useEdit } from "../app/edit";
import { FormError, SaveButtons, useServerErrors } from "../app/form_state";
import type { Texts } from "../app/merge";
import { navigate } from "../app/route";
import { Card } from "../ui/card";
import { FieldRow, Form } from "../ui/form";
import { DATES, toSend } from "./fields";
import { IdentityFields, TextField, useChecks } from "./identity_form";
import { patientChanged } from "./patient_query";
import { PatientWork } from "./patient_work";

const FIELDS = [
  "initials",
  "first_name",
  "tussenvoegsel",
  "surname",
  "sex",
  "birth_date",
  "street",
  "house_number",
  "house_number_addition",
  "postcode",
  "city",
  "phone",
  "mobile",
  "email",
  "gp",
  "emergency_contact",
  "emergency_phone",
  "registered",
  "deregistered",
  "deceased",
] as const;

// A day stands in a field as people write it.
const asTyped = (field: string, text: string): string => (DATES.includes(field) && text ? fieldDate(text) : text);

const textsOf = (identity: Schema<"Identity">): Texts =>
  Object.fromEntries(FIELDS.map((field) => [field, asTyped(field, identity[field] ?? "")]));

export default function EditIdentityPage({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <PatientWork id={id} title={t("patient.edit.title")}>
      {(patient) => <EditIdentity patient={patient} />}
    </PatientWork>
  );
}

function EditIdentity({ patient }: { patient: Schema<"Patient"> }) {
  const { t } = useTranslation();
  const { id } = patient;
  const back = `/patienten/${id}/gegevens`;
  const [tries, tried] = useState(0);
  const edit = useEdit({
    draft: `identity/${id}`,
    base: textsOf(patient.identity),
    version: patient.version ?? 0,
    send: (version, changed) =>
      call("put", "/api/patients/{id}/identity", {
        id,
        body: {
          ...Object.fromEntries(Object.entries(changed).map(([field, text]) => [field, toSend(field, text)])),
          version,
        },
      }),
    theirs: (theirs) => textsOf(theirs as Schema<"Identity">),
    onSaved: () => {
      patientChanged(id);
      navigate(back, "replace");
    },
  });
  const checks = useChecks(edit.texts);
  const form = { texts: edit.texts, put: edit.put, serverError: useServerErrors(edit.error), checks };
  function save(): void {
    tried(tries + 1);
    if (checks.checkAll() && !edit.saving.isPending) edit.saving.mutate();
  }
  return (
    <Form label={t("patient.edit.title")} onSave={save} wrong={tries + (edit.error ? 0.5 : 0)}>
      {edit.conflict && (
        <Conflict
          conflict={edit.conflict}
          label={(field) => t(`patient.identity.${field}`)}
          value={(field) => edit.texts[field] ?? ""}
          onChoose={edit.put}
        />
      )}
      <IdentityFields form={form} />
      <Card title={t("patient.identity.practice")}>
        <FieldRow>
          <TextField name="registered" form={form} numeric />
          <TextField name="deregistered" form={form} numeric />
          <TextField name="deceased" form={form} numeric />
        </FieldRow>
      </Card>
      <FormError error={edit.error} shown={(place) => FIELDS.some((field) => field === place)} />
      <SaveButtons busy={edit.saving.isPending} dirty={edit.dirty} back={back} />
    </Form>
  );
}
