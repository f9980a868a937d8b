import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { errorText } from "../app/error_text";
import { type Language, language, speak } from "../app/i18n";
import { PageFrame } from "../app/page";
import { refresh, useSession } from "../app/session";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Choice } from "../ui/choice";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import styles from "./my_settings_page.module.css";
import "./texts";

const SCHEMES: MantineColorScheme[] = ["auto", "light", "dark"];
const PIN = /^\d{4,8}$/;

export default function MySettingsPage() {
  const { t } = useTranslation();
  const { lock } = useSession();
  return (
    <PageFrame title={t("place.mijn")}>
      <div className={styles.cards}>
        <Appearance />
        {(lock.pin_allowed ?? lock.by.includes("pin")) && <Pin isSet={lock.pin_set} />}
      </div>
    </PageFrame>
  );
}

// What this browser keeps: two words about its looks, nothing of a person.
function Appearance() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Card title={t("mine.appearance")}>
      <div className={styles.form}>
        <Choice
          legend={t("mine.scheme")}
          options={SCHEMES.map((value) => ({ value, label: t(`mine.${value}`) }))}
          value={colorScheme}
          onChange={setColorScheme}
          side
        />
        <Choice<Language>
          legend={t("mine.language")}
          options={[
            { value: "nl", label: "Nederlands" },
            { value: "en", label: "English" },
          ]}
          value={language()}
          onChange={speak}
          side
        />
      </div>
    </Card>
  );
}

function Pin({ isSet }: { isSet: boolean }) {
  const { t } = useTranslation();
  const [pin, typePin] = useState("");
  const [password, typePassword] = useState("");
  const [wrong, find] = useState(false);
  const saving = useMutation({
    mutationFn: (body: Schema<"NewPin">) => call("put", "/api/session/pin", { body }),
    onSuccess: () => {
      typePin("");
      typePassword("");
      void refresh();
    },
  });
  function save(): void {
    find(!PIN.test(pin));
    if (PIN.test(pin) && password) saving.mutate({ pin, password });
  }
  return (
    <Card title={t("mine.pin")} aside={isSet && t("mine.pinSet")}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{t("mine.pinText")}</p>
        <Field
          label={t("mine.newPin")}
          hint={t("mine.pinHint")}
          error={wrong ? t("mine.pinWrong") : undefined}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => typePin(event.target.value)}
          onBlur={() => pin && find(!PIN.test(pin))}
        />
        <Field
          label={t("mine.password")}
          error={saving.error ? errorText(saving.error, t) : undefined}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => typePassword(event.target.value)}
        />
        {saving.isSuccess && (
          <Notice hue="groen" icon={IconCheck} boxed role="status">
            {t("mine.saved")}
          </Notice>
        )}
        <div>
          <Button kind="primary" type="submit" disabled={saving.isPending}>
            {t("mine.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
