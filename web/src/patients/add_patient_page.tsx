import { useMutation } from "@tanstack/react-query";
import { IconUsers } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { fieldDate } from "../app/dates";
import { useDraft } from "../app/drafts";
import { errorText } from "../app/error_text";
import { FormError, SaveButtons, useServerErrors } from "../app/form_state";
import type { Texts } from "../app/merge";
import { PatientName } from "../app/names";
import { PageFrame } from "../app/page";
import { queries } from "../app/queries";
import { Link, navigate } from "../app/route";
import { useSession } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Choice } from "../ui/choice";
import { FieldRow, Form, FormStack } from "../ui/form";
import list from "../ui/list.module.css";
import { Notice } from "../ui/notice";
import { toSend } from "./fields";
import { IdentityFields, TextField, useChecks } from "./identity_form";
import "./texts";

const SHOWN = /^(?!version)/;

export default function AddPatientPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const treats = Boolean(account.practitioner);
  const first: Texts = treats ? { mine: account.role === "behandelaar" ? "yes" : "no" } : {};
  const [texts, keep, discard] = useDraft<Texts>("new-patient", first);
  const [tries, tried] = useState(0);
  const checks = useChecks(texts);
  const adding = useMutation({
    mutationFn: (anyway: boolean) => {
      const { mine, ...typed } = texts;
      const fields = Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, toSend(field, text)]));
      return call("post", "/api/patients", {
        body: { surname: "", birth_date: "", ...fields, anyway, mine: treats && mine === "yes" },
      });
    },
    onSuccess: ({ id }) => {
      discard();
      void queries.invalidateQueries({ queryKey: ["search"] });
      navigate(`/patienten/${id}`, "replace");
    },
  });
  const { error } = adding;
  const alike = error?.patients;
  const form = {
    texts,
    put: (field: string, text: string) => keep({ ...texts, [field]: text }),
    serverError: useServerErrors(error),
    checks,
  };
  function save(anyway = false): void {
    tried(tries + 1);
    if (checks.checkAll() && !adding.isPending) adding.mutate(anyway);
  }
  const dirty = Object.entries(texts).some(([field, text]) => field !== "mine" && text.trim());
  return (
    <PageFrame title={t("patient.add.title")} under={t("patient.add.under")}>
      <Form label={t("patient.add.title")} onSave={() => save()} wrong={tries + (error ? 0.5 : 0)}>
        <IdentityFields form={form} />
        <Card title={t("patient.identity.insurance")}>
          <FormStack>
            <TextField name="bsn" form={form} hint={t("patient.add.bsnHint")} numeric />
            <FieldRow>
              <TextField name="insurer" form={form} hint={t("patient.form.insurerHint")} numeric />
              <TextField name="policy_number" form={form} />
            </FieldRow>
          </FormStack>
        </Card>
        {treats && (
          <Choice
            legend={t("patient.add.mine")}
            side
            options={[
              { value: "yes", label: t("patient.add.mineYes") },
              { value: "no", label: t("patient.add.mineNo") },
            ]}
            value={texts.mine}
            onChange={(mine) => form.put("mine", mine)}
          />
        )}
        {alike ? (
          <Alike
            patients={alike}
            text={errorText(error, t)}
            {...(error.code === "maybe-duplicate" ? { onAnyway: () => save(true) } : {})}
          />
        ) : (
          <FormError error={error} shown={(place) => SHOWN.test(place)} />
        )}
        <SaveButtons label={t("patient.add.do")} busy={adding.isPending} dirty={dirty} back="/patienten" />
      </Form>
    </PageFrame>
  );
}

interface AlikeProps {
  patients: Schema<"FoundPatient">[];
  text: string;
  onAnyway?: () => void;
}

// Open the one who is there; or, when it is another person, go on.
function Alike({ patients, text, onAnyway }: AlikeProps) {
  const { t } = useTranslation();
  const [first, see] = useState<HTMLElement | null>(null);
  useEffect(() => first?.focus(), [first]);
  return (
    <Notice hue="amber" icon={IconUsers} boxed role="alert">
      <FormStack>
        <strong>{text}</strong>
        <ul>
          {patients.map((patient, at) => (
            <li key={patient.id} ref={at === 0 ? (row) => see(row?.querySelector("a") ?? null) : undefined}>
              <Link href={`/patienten/${patient.id}`} className={list.row}>
                <strong className={list.main}>
                  <PatientName of={patient} />
                </strong>
                {patient.birth_date && <span className={list.small}>{fieldDate(patient.birth_date)}</span>}
                <span>{t("patient.add.openThat")}</span>
              </Link>
            </li>
          ))}
        </ul>
        {onAnyway && (
          <div>
            <Button onClick={onAnyway}>{t("patient.add.anyway")}</Button>
          </div>
        )}
      </FormStack>
    </Notice>
  );
}
