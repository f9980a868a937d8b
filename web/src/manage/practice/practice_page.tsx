import { useMutation, useQuery } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call, type Schema } from "../../app/api";
import { errorText } from "../../app/error_text";
import { queries } from "../../app/queries";
import { refresh, useMay } from "../../app/session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Field, Select } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";
import { Networks } from "./networks";
import { SettingRow } from "./setting_row";
import { settingCards } from "./setting_cards";
import { useSettings } from "./settings";
import { Widenings } from "./widenings";

const KINDS = [
  "tandarts",
  "fysio",
  "huisarts",
  "psycholoog",
  "logopedie",
  "oefentherapie",
  "huisartsenpost",
  "zorggroep",
  "apotheek",
  "anders",
];

export default function PracticePage() {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <Practice />
        {settings.data && <Networks settings={settings.data} />}
      </div>
      <div className={styles.stack}>
        {settings.isPending && <Loading />}
        {settings.error && (
          <Failed title={t("manage.settings.failed")} error={settings.error} again={() => void settings.refetch()} />
        )}
        {settings.data &&
          settingCards(settings.data.settings).map(([card, members]) => (
            <Card key={card} title={t(`manage.settings.${card}`)} flush>
              <ul>
                {members.map((one) => (
                  <SettingRow key={one.key} setting={one} />
                ))}
              </ul>
            </Card>
          ))}
        {settings.data && <Widenings settings={settings.data} />}
      </div>
    </div>
  );
}

function Practice() {
  const { t } = useTranslation();
  const facts = useQuery({ queryKey: ["practice"], queryFn: () => call("get", "/api/practice") });
  const mayChange = useMay("setting.manage");
  return (
    <Card title={t("manage.practice.title")}>
      {facts.isPending && <Loading rows={3} />}
      {facts.error && (
        <Failed title={t("manage.practice.failed")} error={facts.error} again={() => void facts.refetch()} />
      )}
      {facts.data && (mayChange ? <PracticeForm facts={facts.data} /> : <PracticeRead facts={facts.data} />)}
    </Card>
  );
}

function PracticeRead({ facts }: { facts: Schema<"PracticeFacts"> }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("manage.practice.name")}</dt>
        <dd>{facts.name}</dd>
      </div>
      <div>
        <dt>{t("manage.practice.kind")}</dt>
        <dd>{t(`kind.${facts.kind}`)}</dd>
      </div>
      {facts.agb && (
        <div>
          <dt>{t("manage.people.agb")}</dt>
          <dd>{facts.agb}</dd>
        </div>
      )}
    </dl>
  );
}

function PracticeForm({ facts }: { facts: Schema<"PracticeFacts"> }) {
  const { t } = useTranslation();
  const [draft, write] = useState({ name: facts.name, kind: facts.kind, agb: facts.agb });
  const saving = useMutation({
    mutationFn: () => call("put", "/api/practice", { body: draft }),
    onSuccess: (saved) => {
      queries.setQueryData(["practice"], saved);
      write({ name: saved.name, kind: saved.kind, agb: saved.agb });
      void refresh();
    },
  });
  const place = saving.error instanceof ApiError ? saving.error.place : undefined;
  const at = (field: string) => (place === field ? errorText(saving.error, t) : undefined);
  const set = (part: Partial<typeof draft>) => {
    saving.reset();
    write({ ...draft, ...part });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Field
        label={t("manage.practice.name")}
        hint={t("manage.practice.nameHint")}
        error={at("name")}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Select
        label={t("manage.practice.kind")}
        error={at("kind")}
        value={draft.kind}
        onChange={(event) => set({ kind: event.target.value })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Field
        label={t("manage.practice.agb")}
        optional
        inputMode="numeric"
        error={at("agb")}
        value={draft.agb}
        onChange={(event) => set({ agb: event.target.value })}
      />
      {saving.error && !place && (
        <p role="alert" className={styles.wrong}>
          {errorText(saving.error, t)}
        </p>
      )}
      {saving.isSuccess && (
        <Notice hue="groen" icon={IconCheck} boxed role="status">
          {t("manage.saved")}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={saving.isPending}>
          {t("manage.save")}
        </Button>
      </div>
    </form>
  );
}
