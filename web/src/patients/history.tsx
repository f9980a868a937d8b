import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { clock, fieldDate, longDate } from "../app/dates";
import { i18n, language } from "../app/i18n";
import { Drawer } from "../ui/drawer";
import { Failed, Loading } from "../ui/waiting";
import { DATES } from "./fields";
import styles from "./history.module.css";
import "./texts";

type Change = Schema<"Change">;
type Of = keyof Schema<"History">;

const labelOf = (field: string): string =>
  ["patient.identity", "note", "treatment", "alert"]
    .map((slice) => `${slice}.${field}`)
    .find((key) => i18n.exists(key)) ?? field;

interface Props {
  id: string;
  title: string;
  of: Of[];
  // Only what was changed in this one.
  record?: string;
  opened: boolean;
  onClose: () => void;
}

// Who changed what, when, from what to what. Reading it is a line in the log.
export function History({ id, title, of, record, opened, onClose }: Props) {
  const { t } = useTranslation();
  const history = useQuery({
    queryKey: ["history", id],
    queryFn: () => call("get", "/api/patients/{id}/history", { id }),
    enabled: opened,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const changes = of
    .flatMap((part) => history.data?.[part] ?? [])
    .filter((change) => !record || change.of === record)
    .sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Drawer title={title} opened={opened} onClose={onClose}>
      {history.isPending && <Loading />}
      {history.error && <Failed title={t("patient.history.failed")} error={history.error} />}
      {history.data && changes.length === 0 && <p>{t("patient.history.none")}</p>}
      {changes.map((change, at) => (
        <ChangeOf key={at} change={change} />
      ))}
    </Drawer>
  );
}

function ChangeOf({ change }: { change: Change }) {
  const { t } = useTranslation();
  const shown = (field: string, text: string) =>
    text ? (DATES.includes(field) || field === "date" ? fieldDate(text) : text) : t("merge.nothing");
  return (
    <section className={styles.change}>
      <h3>
        {longDate(change.at, language())}, {clock(change.at)}
      </h3>
      {change.by && <p className={styles.by}>{change.by}</p>}
      <dl>
        {change.fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(labelOf(field))}</dt>
            {before || after ? (
              <dd>
                <del>{shown(field, before)}</del>
                <ins>{shown(field, after)}</ins>
              </dd>
            ) : (
              <dd>{t("patient.history.onDemand")}</dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
