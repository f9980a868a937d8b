import { useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { clock, nowInAmsterdam, shortDate } from "../../app/dates";
import { language } from "../../app/i18n";
import { walkRows } from "../../app/keyboard";
import { Link } from "../../app/route";
import { useMay } from "../../app/session";
import { buttonClass } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import list from "../../ui/list.module.css";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";
import { PasswordAge } from "./password_age";
import { StateChip } from "./state_chip";

type Colleague = Schema<"Colleague">;

export const useColleagues = () => useQuery({ queryKey: ["accounts"], queryFn: () => call("get", "/api/accounts") });

export default function PeoplePage() {
  const { t } = useTranslation();
  const people = useColleagues();
  const mayChange = useMay("account.manage");
  const accounts = people.data?.accounts ?? [];
  const open = accounts.filter((one) => one.state !== "disabled");
  const closed = accounts.filter((one) => one.state === "disabled");
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <p className={styles.small}>
          {people.data && t("manage.people.summary", { count: open.length, days: people.data.password_term_days })}
        </p>
        {mayChange && (
          <Link href="/beheer/mensen/nieuw" className={buttonClass("primary")}>
            <Icon of={IconUserPlus} /> {t("manage.people.add")}
          </Link>
        )}
      </div>
      <Card title={t("manage.people.title")} flush>
        {people.isPending && <Loading rows={6} />}
        {people.error && (
          <Failed title={t("manage.people.failed")} error={people.error} again={() => void people.refetch()} />
        )}
        {open.length > 0 && <PeopleTable people={open} label={t("manage.people.title")} />}
      </Card>
      {closed.length > 0 && (
        <Card title={t("manage.people.closed")} flush>
          <PeopleTable people={closed} label={t("manage.people.closed")} />
        </Card>
      )}
    </div>
  );
}

function PeopleTable({ people, label }: { people: Colleague[]; label: string }) {
  const { t } = useTranslation();
  return (
    <table className={list.table} aria-label={label} onKeyDown={walkRows}>
      <thead>
        <tr>
          <th scope="col">{t("manage.people.name")}</th>
          <th scope="col">{t("manage.people.role")}</th>
          <th scope="col">{t("manage.people.state")}</th>
          <th scope="col">{t("manage.people.secondStep")}</th>
          <th scope="col">{t("manage.people.lastLogin")}</th>
          <th scope="col">{t("manage.people.password")}</th>
          <th scope="col">{t("manage.people.endsOn")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one }: { one: Colleague }) {
  const { t } = useTranslation();
  const today = nowInAmsterdam().date;
  const at = one.last_login_at;
  return (
    <tr>
      <td>
        <Link href={`/beheer/mensen/${one.id}`} className={styles.name} data-row>
          {one.name}
        </Link>
        <div className={styles.small}>
          {one.login}
          {one.me && ` · ${t("manage.people.you")}`}
        </div>
      </td>
      <td>
        {t(`role.${one.role}`)}
        {one.practitioner && <span className={styles.small}> {one.practitioner}</span>}
      </td>
      <td>
        <StateChip person={one} />
      </td>
      <td data-label={t("manage.people.secondStep")}>
        {one.second_step ? t("manage.people.confirmed") : t("manage.people.notYet")}
      </td>
      <td data-label={t("manage.people.lastLogin")}>
        {at
          ? at.slice(0, 10) === today
            ? t("manage.people.todayAt", { time: clock(at) })
            : shortDate(at, language())
          : t("manage.people.never")}
      </td>
      <td data-label={t("manage.people.password")}>
        <PasswordAge person={one} />
      </td>
      <td data-label={one.ends_on && t("manage.people.endsOn")}>{one.ends_on && shortDate(one.ends_on, language())}</td>
    </tr>
  );
}
