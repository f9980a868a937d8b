import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { Confirm } from "../../app/confirm";
import { clock, nowInAmsterdam, shortDate } from "../../app/dates";
import { errorText } from "../../app/error_text";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import styles from "../manage.module.css";
import { PasswordAge } from "./password_age";
import { standing } from "./standing";

type Act = "invite" | "reset" | "disable" | "logOut";
interface Props {
  person: Schema<"Colleague">;
  mayChange: boolean;
  onCode: (code: Schema<"OneTimeCode">) => void;
}

// How somebody gets in, and the four things that can be done about it; what takes something away asks first.
export function Access({ person, mayChange, onCode }: Props) {
  const { t } = useTranslation();
  const [asked, ask] = useState<Act>();
  const { id } = person;
  const acting = useMutation({
    mutationFn: async (act: Act) => {
      if (act === "invite") onCode(await call("post", "/api/accounts/{id}/invite", { id }));
      if (act === "reset") onCode(await call("post", "/api/accounts/{id}/reset", { id }));
      if (act === "disable") await call("post", "/api/accounts/{id}/disable", { id });
      if (act === "logOut") await call("delete", "/api/accounts/{id}/sessions", { id });
    },
    onSuccess: () => ask(undefined),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
  const now = standing(person, nowInAmsterdam().date);
  const mayInvite = ["uninvited", "invited", "expired", "disabled"].includes(now);
  return (
    <Card title={t("manage.people.access")}>
      <div className={styles.form}>
        <AccessFacts person={person} />
        {mayChange && (
          <div className={styles.buttons}>
            {mayInvite && (
              <Button onClick={() => acting.mutate("invite")} disabled={acting.isPending}>
                {t(now === "uninvited" ? "manage.people.invite" : "manage.people.inviteAgain")}
              </Button>
            )}
            {now === "active" && !person.me && <Button onClick={() => ask("reset")}>{t("manage.people.reset")}</Button>}
            {person.sessions > 0 && <Button onClick={() => ask("logOut")}>{t("manage.people.logOutAll")}</Button>}
            {person.state !== "disabled" && !person.me && (
              <Button kind="danger" onClick={() => ask("disable")}>
                {t("manage.people.disable")}
              </Button>
            )}
          </div>
        )}
        {acting.error && !asked && (
          <p role="alert" className={styles.wrong}>
            {errorText(acting.error, t)}
          </p>
        )}
      </div>
      <Confirm
        title={asked ? t(`manage.people.ask.${asked}.title`, { name: person.name }) : ""}
        opened={asked !== undefined}
        onClose={() => (acting.reset(), ask(undefined))}
        act={asked ? t(`manage.people.ask.${asked}.yes`) : ""}
        doing={acting}
        onAct={() => asked && acting.mutate(asked)}
      >
        {asked && <p>{t(`manage.people.ask.${asked}.text`, { name: person.name })}</p>}
      </Confirm>
    </Card>
  );
}

function AccessFacts({ person }: { person: Schema<"Colleague"> }) {
  const { t } = useTranslation();
  const on = (instant: string) => `${shortDate(instant, language())}, ${clock(instant)}`;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("manage.people.lastLogin")}</dt>
        <dd>{person.last_login_at ? on(person.last_login_at) : t("manage.people.never")}</dd>
      </div>
      <div>
        <dt>{t("manage.people.secondStep")}</dt>
        <dd>
          {person.second_step
            ? t("manage.people.codesLeft", { count: person.recovery_codes_left })
            : t("manage.people.notYet")}
        </dd>
      </div>
      {person.password_set_on && (
        <div>
          <dt>{t("manage.people.password")}</dt>
          <dd>
            <PasswordAge person={person} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("manage.people.screens")}</dt>
        <dd>{person.sessions === 0 ? t("manage.people.noScreens") : person.sessions}</dd>
      </div>
      {person.invite_ends_at && (
        <div>
          <dt>{t("manage.people.inviteUntil")}</dt>
          <dd>{on(person.invite_ends_at)}</dd>
        </div>
      )}
    </dl>
  );
}
