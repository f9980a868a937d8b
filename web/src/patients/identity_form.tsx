import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nowInAmsterdam } from "../app/dates";
import { i18n } from "../app/i18n";
import { Card } from "../ui/card";
import { Field, Select } from "../ui/field";
import { FieldRow, FormStack } from "../ui/form";
import { REQUIRED, wrongIn } from "./fields";

export interface FormFields {
  texts: Record<string, string>;
  put: (field: string, text: string) => void;
  serverError: (field: string) => string | undefined;
}

// Checked on leaving a field, and all of them on saving.
export function useChecks(texts: Record<string, string>) {
  const [left, leave] = useState<string[]>([]);
  const today = nowInAmsterdam().date;
  const wrong = (field: string): string | undefined => {
    const key = left.includes(field) ? wrongIn(field, texts[field] ?? "", today) : undefined;
    return key && i18n.t(key);
  };
  const blur = (field: string) => !left.includes(field) && leave([...left, field]);
  const checkAll = (): boolean => {
    const fields = [...new Set([...Object.keys(texts), ...REQUIRED])];
    leave(fields);
    return fields.every((field) => !wrongIn(field, texts[field] ?? "", today));
  };
  return { wrong, blur, checkAll };
}

export interface TextFieldProps {
  name: string;
  form: FormFields & { checks: ReturnType<typeof useChecks> };
  hint?: string | undefined;
  numeric?: boolean;
  type?: string;
}

export function TextField({ name, form, hint, numeric = false, type }: TextFieldProps) {
  const { t } = useTranslation();
  return (
    <Field
      label={t(`patient.identity.${name}`)}
      hint={hint}
      error={form.checks.wrong(name) ?? form.serverError(name)}
      optional={!REQUIRED.includes(name)}
      value={form.texts[name] ?? ""}
      onChange={(event) => form.put(name, event.target.value)}
      onBlur={() => form.checks.blur(name)}
      spellCheck={false}
      {...(numeric ? { inputMode: "numeric" as const } : {})}
      {...(type ? { type } : {})}
    />
  );
}

// Name, address, contact: the same for who is new and for who is there.
export function IdentityFields({ form }: { form: TextFieldProps["form"] }) {
  const { t } = useTranslation();
  const field = (name: string, more: Partial<TextFieldProps> = {}) => <TextField name={name} form={form} {...more} />;
  return (
    <>
      <Card title={t("patient.identity.name")}>
        <FormStack>
          <FieldRow>
            {field("initials")}
            {field("first_name")}
          </FieldRow>
          <FieldRow>
            {field("tussenvoegsel")}
            {field("surname")}
          </FieldRow>
          <FieldRow>
            {field("birth_date", { hint: t("patient.form.dateHint"), numeric: true })}
            <Select
              label={t("patient.identity.sex")}
              error={form.serverError("sex")}
              optional
              value={form.texts.sex ?? ""}
              onChange={(event) => form.put("sex", event.target.value)}
            >
              <option value="">{t("patient.form.unknown")}</option>
              {["V", "M", "O"].map((sex) => (
                <option key={sex} value={sex}>
                  {t(`patient.sex.${sex}`)}
                </option>
              ))}
            </Select>
          </FieldRow>
        </FormStack>
      </Card>
      <Card title={t("patient.identity.contact")}>
        <FormStack>
          <FieldRow>
            {field("postcode")}
            {field("house_number")}
            {field("house_number_addition")}
          </FieldRow>
          <FieldRow>
            {field("street")}
            {field("city")}
          </FieldRow>
          <FieldRow>
            {field("mobile", { type: "tel" })}
            {field("phone", { type: "tel" })}
          </FieldRow>
          {field("email", { type: "text" })}
        </FormStack>
      </Card>
      <Card title={t("patient.identity.others")}>
        <FormStack>
          {field("gp")}
          <FieldRow>
            {field("emergency_contact", { hint: t("patient.form.emergencyHint") })}
            {field("emergency_phone", { type: "tel" })}
          </FieldRow>
        </FormStack>
      </Card>
    </>
  );
}
