import { useMutation, useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { queries } from "../../app/queries";
import { Link } from "../../app/route";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";
import { problemText } from "../problem_text";
import { Chooser } from "./chooser";
import { ImportsDone } from "./imports_done";
import { Merges } from "./merges";
import { PreviewCards } from "./preview_cards";
import { ReportTable } from "./report_table";

const LOOK_WHILE_RUNNING_MS = 700;

// An old export comes in: choose files, look at what they hold, take them in, read the report.
export default function MovingInPage() {
  const { t } = useTranslation();
  const moving = useQuery({
    queryKey: ["moving-in"],
    queryFn: () => call("get", "/api/moving-in"),
    refetchInterval: (query) => (query.state.data?.state === "running" ? LOOK_WHILE_RUNNING_MS : false),
  });
  const state = moving.data?.state;
  const before = useRef(state);
  useEffect(() => {
    const wasRunning = before.current === "running" && state !== "running";
    before.current = state;
    // What came in shows elsewhere too.
    if (wasRunning)
      for (const key of ["imports", "quarantine", "accounts", "today"])
        void queries.invalidateQueries({ queryKey: [key] });
  }, [state]);
  return (
    <div className={styles.stack}>
      {moving.isPending && <Loading />}
      {moving.error && (
        <Failed title={t("manage.move.failedPage")} error={moving.error} again={() => void moving.refetch()} />
      )}
      {moving.data && <Stage moving={moving.data} />}
      <ImportsDone />
      <Merges />
    </div>
  );
}

function Stage({ moving }: { moving: Schema<"MovingIn"> }) {
  const { t } = useTranslation();
  if (moving.state === "running") return <Running moving={moving} />;
  return (
    <>
      {moving.state === "failed" && moving.error && (
        <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
          <strong>{t("manage.move.stopped")}</strong> {problemText(moving.error, t)}
        </Notice>
      )}
      {moving.state === "done" && moving.report ? (
        <Done report={moving.report} />
      ) : (
        <>
          <Chooser files={moving.files} />
          {moving.files.length > 0 && <PreviewCards files={moving.files} />}
        </>
      )}
    </>
  );
}

function Running({ moving }: { moving: Schema<"MovingIn"> }) {
  const { t } = useTranslation();
  const known = moving.rows > 0;
  return (
    <Card title={t("manage.move.running")}>
      <div className={styles.form}>
        <progress
          className={styles.progress}
          aria-label={t("manage.move.running")}
          {...(known ? { value: moving.rows_done, max: moving.rows } : {})}
        />
        <p role="status">
          {known ? t("manage.move.rowsDone", { done: moving.rows_done, all: moving.rows }) : t("manage.move.reading")}
        </p>
        <p className={styles.small}>{t("manage.move.mayLeave")}</p>
      </div>
    </Card>
  );
}

function Done({ report }: { report: Schema<"ImportReport"> }) {
  const { t } = useTranslation();
  const waiting =
    report.patients.quarantined +
    report.treatments.quarantined +
    report.invoices.quarantined +
    report.appointments.quarantined;
  const again = useMutation({
    mutationFn: () => call("delete", "/api/moving-in"),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["moving-in"] }),
  });
  return (
    <Card
      title={t("manage.move.done")}
      foot={
        <Button small disabled={again.isPending} onClick={() => again.mutate()}>
          {t("manage.move.again")}
        </Button>
      }
      flush
    >
      <div className={styles.inside}>
        <Notice hue="groen" icon={IconCheck} boxed role="status">
          {t(report.import ? "manage.move.doneText" : "manage.move.nothingNew")}
        </Notice>
      </div>
      <ReportTable report={report} />
      {waiting > 0 && (
        <div className={styles.inside}>
          <Notice
            hue="amber"
            icon={IconAlertTriangle}
            boxed
            action={<Link href="/beheer/wachtrij">{t("manage.move.toQueue")}</Link>}
          >
            {t("manage.move.waiting", { count: waiting })}
          </Notice>
        </div>
      )}
    </Card>
  );
}
