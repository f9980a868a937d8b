import { useMutation } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { shortDate } from "../../app/dates";
import { useDraft } from "../../app/drafts";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { refresh, useMay } from "../../app/session";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Empty, Failed, Loading } from "../../ui/waiting";
import { BackLink } from "../back_link";
import styles from "../manage.module.css";
import { Access } from "./access";
import { OneTimeCode } from "./one_time_code";
import { useColleagues } from "./people_page";
import { draftOf, editOf, PersonForm } from "./person_form";
import { Roster } from "./roster";
import { StateChip } from "./state_chip";

type Colleague = Schema<"Colleague">;

export default function PersonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const people = useColleagues();
  const mayChange = useMay("account.manage");
  const [code, setCode] = useState<Schema<"OneTimeCode">>();
  const [saved, tell] = useState(false);
  const person = people.data?.accounts.find((one) => one.id === id);
  if (code) return <OneTimeCode code={code} onDone={() => setCode(undefined)} />;
  return (
    <div className={styles.stack}>
      <BackLink to="/beheer/mensen">{t("manage.part.mensen")}</BackLink>
      {people.isPending && <Loading />}
      {people.error && (
        <Failed title={t("manage.people.failed")} error={people.error} again={() => void people.refetch()} />
      )}
      {people.data && !person && <Empty title={t("manage.people.gone")} text={t("manage.people.goneText")} />}
      {person && (
        <>
          <h2 className={styles.head}>
            {person.name} <StateChip person={person} />
          </h2>
          <div className={styles.columns}>
            {mayChange ? (
              <Facts key={JSON.stringify(draftOf(person))} person={person} saved={saved} onSaved={tell} />
            ) : (
              <FactsRead person={person} />
            )}
            <div className={styles.stack}>
              <Access person={person} mayChange={mayChange} onCode={setCode} />
              <Roster person={person} people={people.data?.accounts ?? []} mayChange={mayChange} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

interface FactsProps {
  person: Colleague;
  saved: boolean;
  onSaved: (saved: boolean) => void;
}
// Begins anew with what was saved.
function Facts({ person, saved, onSaved }: FactsProps) {
  const { t } = useTranslation();
  const [draft, write, discard] = useDraft(`manage/person/${person.id}`, draftOf(person));
  const saving = useMutation({
    mutationFn: () => call("put", "/api/accounts/{id}", { id: person.id, body: editOf(draft) }),
    onSuccess: (fresh) => {
      discard();
      onSaved(true);
      queries.setQueryData<Schema<"Colleagues">>(
        ["accounts"],
        (all) => all && { ...all, accounts: all.accounts.map((one) => (one.id === fresh.id ? fresh : one)) },
      );
      if (person.me) void refresh();
    },
  });
  const changesRole = draft.role !== person.role;
  return (
    <Card title={t("manage.people.facts")} aside={`${person.login} · ${person.short_code}`}>
      <div className={styles.form}>
        <PersonForm
          draft={draft}
          onDraft={(next) => {
            saving.reset();
            onSaved(false);
            write(next);
          }}
          busy={saving.isPending}
          error={saving.error}
          save={t("manage.save")}
          onSave={() => saving.mutate()}
          roleHint={changesRole ? t("manage.people.roleChanges") : undefined}
        />
        {saved && (
          <Notice hue="groen" icon={IconCheck} boxed role="status">
            {t("manage.saved")}
          </Notice>
        )}
      </div>
    </Card>
  );
}

function FactsRead({ person }: { person: Colleague }) {
  const { t } = useTranslation();
  const rows: [string, string | undefined][] = [
    [t("manage.people.login"), person.login],
    [t("manage.people.role"), t(`role.${person.role}`)],
    [t("manage.people.practitioner"), person.practitioner],
    [t("manage.people.big"), person.big],
    [t("manage.people.agb"), person.agb],
    [t("manage.people.lastDay"), person.ends_on && shortDate(person.ends_on, language())],
  ];
  return (
    <Card title={t("manage.people.facts")} aside={person.short_code}>
      <dl className={styles.facts}>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
