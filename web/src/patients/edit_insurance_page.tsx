import { useQuery } from "@tanstack/react-query";
import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { Conflict } from "../app/conflict";
import { useEdit } from "../app/edit";
import { errorText } from "../app/error_text";
import { FormError, SaveButtons, useServerErrors } from "../app/form_state";
import { Link, navigate } from "../app/route";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FieldRow, Form, FormStack } from "../ui/form";
import { Notice } from "../ui/notice";
import { Failed, Loading } from "../ui/waiting";
import { wrongIn } from "./fields";
import { TextField, useChecks } from "./identity_form";
import { patientChanged } from "./patient_query";
import { PatientWork } from "./patient_work";

export default function EditInsurancePage({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <PatientWork id={id} title={t("patient.insurance.title")}>
      {() => <Insurance id={id} />}
    </PatientWork>
  );
}

// Shown when asked for: that stands in the log.
function Insurance({ id }: { id: string }) {
  const { t } = useTranslation();
  const [asked, ask] = useState(false);
  const shown = useQuery({
    queryKey: ["insurance", id],
    queryFn: () => call("post", "/api/patients/{id}/insurance", { id }),
    enabled: asked,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (shown.data) return <EditInsurance id={id} insurance={shown.data} />;
  return (
    <Card>
      <FormStack>
        <Notice hue="prive" icon={IconEye} boxed>
          {t("patient.insurance.logged")}
        </Notice>
        {shown.error && <Failed title={t("patient.insurance.failed")} error={shown.error} />}
        {asked && shown.isPending ? (
          <Loading rows={2} />
        ) : (
          <div>
            <Button kind="prive" icon={IconEye} onClick={() => (asked ? void shown.refetch() : ask(true))}>
              {t("patient.insurance.show")}
            </Button>
          </div>
        )}
      </FormStack>
    </Card>
  );
}

function EditInsurance({ id, insurance }: { id: string; insurance: Schema<"Insurance"> }) {
  const { t } = useTranslation();
  const back = `/patienten/${id}/gegevens`;
  const [tries, tried] = useState(0);
  const edit = useEdit({
    draft: `insurance/${id}`,
    base: { insurer: insurance.insurer, policy_number: insurance.policy_number, bsn: "" },
    version: insurance.version,
    send: (version, changed) => call("put", "/api/patients/{id}/insurance", { id, body: { ...changed, version } }),
    onSaved: () => {
      patientChanged(id);
      navigate(back, "replace");
    },
  });
  const checks = useChecks(edit.texts);
  const form = { texts: edit.texts, put: edit.put, serverError: useServerErrors(edit.error), checks };
  function save(): void {
    tried(tries + 1);
    Object.keys(edit.texts).forEach(checks.blur);
    const right = Object.entries(edit.texts).every(([field, text]) => !wrongIn(field, text, ""));
    if (right && !edit.saving.isPending) edit.saving.mutate();
  }
  const others = edit.error?.patients;
  return (
    <Form label={t("patient.insurance.title")} onSave={save} wrong={tries + (edit.error ? 0.5 : 0)}>
      {edit.conflict && (
        <Conflict
          conflict={edit.conflict}
          label={(field) => t(`patient.identity.${field}`)}
          value={(field) => edit.texts[field] ?? ""}
          onChoose={edit.put}
        />
      )}
      <Card title={t("patient.identity.insurance")}>
        <FormStack>
          <FieldRow>
            <TextField name="insurer" form={form} hint={t("patient.form.insurerHint")} numeric />
            <TextField name="policy_number" form={form} />
          </FieldRow>
          <TextField name="bsn" form={form} hint={t(`patient.insurance.bsn.${insurance.bsn}`)} numeric />
          {others && (
            <p>
              {errorText(edit.error, t)}{" "}
              {others.map((one) => (
                <Link key={one.id} href={`/patienten/${one.id}`}>
                  {one.name}
                </Link>
              ))}
            </p>
          )}
        </FormStack>
      </Card>
      <FormError error={edit.error} shown={(place) => place in edit.texts} />
      <SaveButtons busy={edit.saving.isPending} dirty={edit.dirty} back={back} />
    </Form>
  );
}
