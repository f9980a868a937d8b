import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiError, call, type Schema } from "../../app/api";
import { shortDate } from "../../app/dates";
import { errorText } from "../../app/error_text";
import { language } from "../../app/i18n";
import { useMay } from "../../app/session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Field, Select } from "../../ui/field";
import list from "../../ui/list.module.css";
import { FormEnd } from "../form_end";
import styles from "../manage.module.css";
import { ROLES } from "../people/person_form";
import { keepSettings } from "./settings";

type Settings = Schema<"Settings">;

// Where the practice lets a role see more, or less, than it was shipped: each with who, when and why.
export function Widenings({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const mayChange = useMay("setting.manage");
  const [adding, add] = useState(false);
  const saving = useMutation({
    mutationFn: (body: Schema<"SettingChange">) => call("put", "/api/settings", { body }),
    onSuccess: (fresh) => {
      keepSettings(fresh);
      add(false);
    },
  });
  const inForce = settings.widenings.filter((one) => one.in_force);
  return (
    <Card title={t("manage.rights.title")} flush>
      {inForce.length === 0 && <p className={styles.none}>{t("manage.rights.none")}</p>}
      <ul>
        {inForce.map((one) => (
          <li key={one.key} className={list.row}>
            <span className={list.main}>
              <b>{t(`role.${one.role}`)}</b>, {one.category}: {one.sight}
              <span className={styles.small}>
                {" "}
                {t("manage.rights.shipped", { sight: one.shipped })}. {one.by}
                {one.at && `, ${shortDate(one.at, language())}`}
                {one.reason && `: ${one.reason}`}
              </span>
            </span>
            {mayChange && (
              <Button
                kind="text"
                small
                disabled={saving.isPending}
                aria-label={`${t("manage.rights.back")}: ${t(`role.${one.role}`)}, ${one.category}`}
                onClick={() =>
                  saving.mutate({ key: one.key, value: one.shipped_value, reason: t("manage.rights.backReason") })
                }
              >
                {t("manage.rights.back")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className={styles.inside}>
          {adding ? (
            <NewWidening settings={settings} saving={saving} onDone={() => add(false)} />
          ) : (
            <Button onClick={() => add(true)}>{t("manage.rights.add")}</Button>
          )}
        </div>
      )}
    </Card>
  );
}

interface NewProps {
  settings: Settings;
  saving: { mutate: (body: Schema<"SettingChange">) => void; isPending: boolean; error: ApiError | null };
  onDone: () => void;
}
function NewWidening({ settings, saving, onDone }: NewProps) {
  const { t } = useTranslation();
  const [role, pickRole] = useState<string>("assistent");
  const [category, pickCategory] = useState(settings.categories[0]!.key);
  const [sight, pickSight] = useState(settings.sights[0]!.key);
  const [reason, type] = useState("");
  const [missing, find] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find(!reason.trim());
        if (reason.trim()) saving.mutate({ key: `widen/${role}/${category}`, value: sight, reason: reason.trim() });
      }}
    >
      <div className={styles.pair}>
        <Select label={t("manage.people.role")} value={role} onChange={(event) => pickRole(event.target.value)}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t("manage.rights.category")}
          value={category}
          onChange={(event) => pickCategory(event.target.value)}
        >
          {settings.categories.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </Select>
      </div>
      <Select label={t("manage.rights.sees")} value={sight} onChange={(event) => pickSight(event.target.value)}>
        {settings.sights.map((one) => (
          <option key={one.key} value={one.key}>
            {one.label}
          </option>
        ))}
      </Select>
      <Field
        label={t("manage.rights.why")}
        hint={t("manage.rights.whyHint")}
        error={missing ? t("manage.rights.whyMissing") : saving.error ? errorText(saving.error, t) : undefined}
        value={reason}
        onChange={(event) => type(event.target.value)}
      />
      <FormEnd saving={saving} shown onCancel={onDone} />
    </form>
  );
}
