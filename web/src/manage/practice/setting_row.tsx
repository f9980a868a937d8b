import { useMutation } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../app/api";
import { shortDate } from "../../app/dates";
import { errorText } from "../../app/error_text";
import { i18n, language } from "../../app/i18n";
import { useMay } from "../../app/session";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Choice } from "../../ui/choice";
import { Field } from "../../ui/field";
import { FormEnd } from "../form_end";
import styles from "../manage.module.css";
import { numberWrong, type Setting } from "./setting_cards";
import { keepSettings } from "./settings";

// The practice's own words for a setting that we know; the server's for one that came later.
const label = (setting: Setting, t: (key: string) => string): string =>
  i18n.exists(`manage.setting.${setting.key.replace(".", "_")}`)
    ? t(`manage.setting.${setting.key.replace(".", "_")}`)
    : setting.label[0]!.toUpperCase() + setting.label.slice(1);

function shown(setting: Setting, t: (key: string) => string): string {
  if (setting.type === "yes_no") return t(setting.value === "1" ? "manage.yes" : "manage.no");
  const special = `manage.settingValue.${setting.key.replace(".", "_")}.${setting.value}`;
  if (i18n.exists(special)) return t(special);
  const unit = `manage.unit.${setting.key.replace(".", "_")}`;
  if (setting.type === "number" && i18n.exists(unit)) return `${setting.value} ${t(unit)}`;
  return setting.value || t("manage.empty");
}

// One setting: what it is now and since when; changed in its own small form.
export function SettingRow({ setting }: { setting: Setting }) {
  const { t } = useTranslation();
  const mayChange = useMay("setting.manage");
  const [editing, edit] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = label(setting, t);
  const close = () => {
    edit(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <li className={styles.setting}>
      <div className={styles.settingLine}>
        <span>{name}</span>
        <span className={styles.value}>{shown(setting, t)}</span>
        {mayChange ? (
          <Button
            ref={button}
            small
            kind="text"
            aria-expanded={editing}
            aria-label={`${t("manage.change")}: ${name}`}
            onClick={() => edit(!editing)}
          >
            {t("manage.change")}
          </Button>
        ) : (
          <span />
        )}
      </div>
      {setting.check && !setting.check.holds && (
        <div>
          <Chip hue="amber" icon={IconAlertTriangle}>
            {t("manage.beyondCheck", { probe: setting.check.probe, value: setting.check.value })}
          </Chip>
        </div>
      )}
      {setting.chosen && (setting.by || setting.at) && (
        <p className={styles.small}>
          {t("manage.changedBy", {
            by: setting.by ?? t("manage.somebody"),
            date: setting.at ? shortDate(setting.at, language()) : "",
          })}
          {setting.reason && `: ${setting.reason}`}
        </p>
      )}
      {editing && <SettingForm setting={setting} name={name} onDone={close} />}
    </li>
  );
}

export function SettingForm({ setting, name, onDone }: { setting: Setting; name: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [value, type] = useState(setting.value);
  const [reason, typeReason] = useState("");
  const [wrong, find] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      call("put", "/api/settings", { body: { key: setting.key, value: value.trim(), reason: reason.trim() } }),
    onSuccess: (settings) => {
      keepSettings(settings);
      onDone();
    },
  });
  const isWrong = () => setting.type === "number" && numberWrong(setting, value);
  const bounds =
    setting.type === "number"
      ? t("manage.bounds", { smallest: setting.smallest, largest: setting.largest, otherwise: setting.otherwise })
      : undefined;
  const check = setting.check && t("manage.checkSays", { ...setting.check });
  return (
    <form
      className={styles.settingForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find(isWrong());
        if (!isWrong()) saving.mutate();
      }}
    >
      {setting.type === "choice" ? (
        <Choice
          legend={name}
          options={(setting.choices ?? []).map((one) => ({
            value: one,
            label: t(`manage.settingValue.${setting.key.replace(".", "_")}.${one}`, { defaultValue: one }),
          }))}
          value={value}
          onChange={type}
          side
        />
      ) : setting.type === "yes_no" ? (
        <Choice
          legend={name}
          options={[
            { value: "1", label: t("manage.yes") },
            { value: "0", label: t("manage.no") },
          ]}
          value={value}
          onChange={type}
          side
        />
      ) : (
        <Field
          label={name}
          hint={[bounds, check].filter(Boolean).join(" ")}
          error={wrong ? bounds : saving.error ? errorText(saving.error, t) : undefined}
          inputMode={setting.type === "number" ? "numeric" : "text"}
          autoFocus
          value={value}
          onChange={(event) => type(event.target.value)}
          onBlur={() => find(isWrong())}
        />
      )}
      <Field label={t("manage.why")} optional value={reason} onChange={(event) => typeReason(event.target.value)} />
      <FormEnd saving={saving} shown={setting.type !== "yes_no" && setting.type !== "choice"} onCancel={onDone} />
    </form>
  );
}
