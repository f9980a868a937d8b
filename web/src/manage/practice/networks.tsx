import { useMutation } from "@tanstack/react-query";
import { IconAlertTriangle, IconCheck, IconNetwork } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { errorText } from "../../app/error_text";
import { useMay } from "../../app/session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import styles from "../manage.module.css";
import { keepSettings } from "./settings";

// From where the practice works. Says where one sits now, and asks again before one leaves oneself out.
export function Networks({ settings }: { settings: Schema<"Settings"> }) {
  const { t } = useTranslation();
  const mayChange = useMay("setting.manage");
  const now = settings.settings.find((one) => one.key === "networks");
  const { yours, listed, inside } = settings.network;
  const [value, type] = useState(
    (now?.value ?? "")
      .split(",")
      .map((one) => one.trim())
      .join("\n"),
  );
  const saving = useMutation({
    mutationFn: (evenSo: boolean) =>
      call("put", "/api/settings", {
        body: {
          key: "networks",
          value: value
            .split(/[\n,]/)
            .map((one) => one.trim())
            .filter(Boolean)
            .join(", "),
          ...(evenSo ? { even_so: "yes" as const } : {}),
        },
      }),
    onSuccess: keepSettings,
  });
  const leavesMeOut = saving.error?.code === "network-leaves-you-out";
  return (
    <Card title={t("manage.networks.title")}>
      <div className={styles.form}>
        <p>{t("manage.networks.text")}</p>
        {listed && !inside ? (
          <Notice hue="amber" icon={IconAlertTriangle} boxed>
            {t("manage.networks.outside", { yours })}
          </Notice>
        ) : (
          <Notice hue="delft" icon={IconNetwork} boxed>
            {t(listed ? "manage.networks.inside" : "manage.networks.yours", { yours })}
          </Notice>
        )}
        {!mayChange && <p className={styles.value}>{now?.value || t("manage.networks.none")}</p>}
        {mayChange && (
          <form
            className={styles.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              saving.mutate(false);
            }}
          >
            <TextArea
              label={t("manage.networks.list")}
              hint={t("manage.networks.hint")}
              optional
              spellCheck={false}
              error={saving.error && !leavesMeOut ? errorText(saving.error, t) : undefined}
              value={value}
              onChange={(event) => (saving.reset(), type(event.target.value))}
            />
            {leavesMeOut && (
              <Notice
                hue="amber"
                icon={IconAlertTriangle}
                boxed
                role="alert"
                action={
                  <Button small disabled={saving.isPending} onClick={() => saving.mutate(true)}>
                    {t("manage.networks.evenSo")}
                  </Button>
                }
              >
                {t("manage.networks.leavesYouOut", { yours })}
              </Notice>
            )}
            {saving.isSuccess && (
              <Notice hue="groen" icon={IconCheck} boxed role="status">
                {t("manage.saved")}
              </Notice>
            )}
            <div className={styles.buttons}>
              <Button type="submit" disabled={saving.isPending}>
                {t("manage.networks.save")}
              </Button>
              {!value.split(/[\n,\s]+/).includes(yours) && (
                <Button kind="text" onClick={() => type([value.trim(), yours].filter(Boolean).join("\n"))}>
                  {t("manage.networks.addYours")}
                </Button>
              )}
            </div>
          </form>
        )}
      </div>
    </Card>
  );
}
