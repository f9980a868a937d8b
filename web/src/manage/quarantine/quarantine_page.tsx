import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { walkRows } from "../../app/keyboard";
import { Link } from "../../app/route";
import { Card } from "../../ui/card";
import list from "../../ui/list.module.css";
import { Empty, Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";

type Row = Schema<"WaitingRow">;
const WAITS = "waits_for_quarantined_patient";
const KINDS = ["patients", "treatments", "appointments", "invoices", "staff"] as const;

export const useWaiting = () =>
  useQuery({
    queryKey: ["quarantine"],
    queryFn: () => call("get", "/api/quarantine"),
    refetchOnWindowFocus: false,
  });

// Rows that could not come along, in the order in which they help: patients first, for others wait for them.
export default function QuarantinePage() {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const rows = waiting.data?.rows ?? [];
  const own = rows.filter((row) => row.reason !== WAITS);
  const along = rows.length - own.length;
  return (
    <div className={styles.stack}>
      {waiting.isPending && <Loading />}
      {waiting.error && (
        <Failed title={t("manage.queue.failed")} error={waiting.error} again={() => void waiting.refetch()} />
      )}
      {waiting.data && rows.length === 0 && (
        <Card flush>
          <Empty title={t("manage.queue.none")} text={t("manage.queue.noneText")} />
        </Card>
      )}
      {rows.length > 0 && (
        <p>
          {t("manage.queue.lead", { count: rows.length })}
          {along > 0 && ` ${t("manage.queue.along", { count: along })}`}
        </p>
      )}
      <div className={styles.stack} onKeyDown={walkRows}>
        {KINDS.map((kind) => {
          const members = own.filter((row) => row.kind === kind);
          if (members.length === 0) return null;
          return (
            <Card key={kind} title={t(`manage.kind.${kind}`)} aside={members.length} flush>
              <ul>
                {members.map((row) => (
                  <WaitingLine key={row.id} row={row} />
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </div>
  );
}

function WaitingLine({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link href={`/beheer/wachtrij/${row.id}`} className={list.row} data-row>
        <span className={list.main}>
          <b>{t(`manage.reason.${row.reason}.short`, { defaultValue: row.reason })}</b>
          <span className={styles.small}>
            {" "}
            {t("manage.fileRow", { file: row.file, row: row.row })}
            {row.with > 0 && ` · ${t("manage.queue.with", { count: row.with })}`}
          </span>
        </span>
        <span className={styles.small}>{t("manage.queue.mend")}</span>
      </Link>
    </li>
  );
}
