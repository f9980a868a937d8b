import { useMutation, useQuery } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { useDraft } from "../../app/drafts";
import { errorText } from "../../app/error_text";
import { queries } from "../../app/queries";
import { Link, navigate } from "../../app/route";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { classes } from "../../ui/classes";
import { Field, Select, TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import { BackLink } from "../back_link";
import styles from "../manage.module.css";
import { atFault } from "./reasons";

type Row = Schema<"WaitingRowCells">;
const LONG = ["memo", "note", "alert", "reason", "description"];

export default function WaitingRowPage({ id }: { id: string }) {
  const { t } = useTranslation();
  // Reading it is a line in the log: never repeated by itself.
  const row = useQuery({
    queryKey: ["waiting-row", id],
    queryFn: () => call("get", "/api/quarantine/{id}", { id }),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  return (
    <div className={classes(styles.stack, styles.narrow)}>
      <BackLink to="/beheer/wachtrij">{t("manage.part.wachtrij")}</BackLink>
      {row.isPending && <Loading />}
      {row.error && <Failed title={t("manage.queue.rowFailed")} error={row.error} />}
      {row.data && <Mend row={row.data} />}
    </div>
  );
}

function Mend({ row }: { row: Row }) {
  const { t } = useTranslation();
  const known = row.cells.filter((cell) => cell.column);
  const present = known.map((cell) => cell.column!);
  const faulty = atFault(row.reason, present, row.columns);
  const [changes, write, discard] = useDraft<Record<string, string>>(`waiting/${row.id}`, {});
  const [added, add] = useState<string[]>(faulty.filter((one) => !present.includes(one)));
  const [stillThere, tell] = useState(false);
  const correcting = useMutation({
    mutationFn: () => call("post", "/api/quarantine/{id}", { id: row.id, body: { set: changes } }),
    onSuccess: (done) => {
      for (const key of ["quarantine", "imports", "today"]) void queries.invalidateQueries({ queryKey: [key] });
      tell(done.accepted === 0);
      if (done.accepted > 0) {
        discard();
        navigate("/beheer/wachtrij");
      }
    },
  });
  const textOf = (column: string) => changes[column] ?? known.find((cell) => cell.column === column)?.text ?? "";
  const shown = [...new Set([...present, ...added])];
  const rest = row.columns.filter((column) => !shown.includes(column));
  const others = row.cells.filter((cell) => !cell.column && cell.text);
  const isChanged = Object.keys(changes).length > 0;
  return (
    <>
      <Card
        title={t(`manage.reason.${row.reason}.short`, { defaultValue: row.reason })}
        aside={t("manage.fileRow", { file: row.file, row: row.row })}
      >
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isChanged) correcting.mutate();
          }}
        >
          <Notice hue="amber" icon={IconAlertTriangle} boxed>
            {t(`manage.reason.${row.reason}.todo`, { defaultValue: t("manage.queue.todo") })}
            {row.with > 0 && ` ${t("manage.queue.withComes", { count: row.with })}`}
            {row.waits_for && (
              <>
                {" "}
                <Link href={`/beheer/wachtrij/${row.waits_for}`}>{t("manage.queue.toPatient")}</Link>
              </>
            )}
          </Notice>
          {shown.map((column) => (
            <Cell
              key={column}
              column={column}
              value={textOf(column)}
              wrong={faulty.includes(column) && changes[column] === undefined}
              onChange={(value) => (tell(false), write({ ...changes, [column]: value }))}
            />
          ))}
          {rest.length > 0 && (
            <Select
              label={t("manage.queue.more")}
              value=""
              onChange={(event) => event.target.value && add([...added, event.target.value])}
            >
              <option value="">{t("manage.queue.choose")}</option>
              {rest.map((column) => (
                <option key={column} value={column}>
                  {t(`manage.column.${column}`)}
                </option>
              ))}
            </Select>
          )}
          {stillThere && (
            <p role="alert" className={styles.wrong}>
              {t("manage.queue.still")} <Link href="/beheer/wachtrij">{t("manage.part.wachtrij")}</Link>
            </p>
          )}
          {correcting.error && (
            <p role="alert" className={styles.wrong}>
              {errorText(correcting.error, t)}
            </p>
          )}
          <div className={styles.buttons}>
            <Button kind="primary" type="submit" disabled={!isChanged || correcting.isPending || stillThere}>
              {t("manage.queue.take")}
            </Button>
          </div>
          {!isChanged && <p className={styles.small}>{t("manage.queue.changeFirst")}</p>}
        </form>
      </Card>
      {others.length > 0 && (
        <Card title={t("manage.queue.others")}>
          <dl className={styles.facts}>
            {others.map((cell) => (
              <div key={cell.header}>
                <dt>{cell.header}</dt>
                <dd>{cell.text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </>
  );
}

interface CellProps {
  column: string;
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}
function Cell({ column, value, wrong, onChange }: CellProps) {
  const { t } = useTranslation();
  const label = t(`manage.column.${column}`);
  const error = wrong ? t("manage.queue.lookHere") : undefined;
  if (LONG.includes(column))
    return <TextArea label={label} error={error} value={value} onChange={(event) => onChange(event.target.value)} />;
  return <Field label={label} error={error} value={value} onChange={(event) => onChange(event.target.value)} />;
}
