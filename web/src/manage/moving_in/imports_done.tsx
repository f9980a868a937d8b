import { useMutation, useQuery } from "@tanstack/react-query";
import { IconArrowBackUp, IconCheck, IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { Confirm } from "../../app/confirm";
import { clock, dayName } from "../../app/dates";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Chip } from "../../ui/chip";
import list from "../../ui/list.module.css";
import { Failed } from "../../ui/waiting";
import styles from "../manage.module.css";
import { ReportTable } from "./report_table";

type Import = Schema<"ImportDone">;
const LOOKS = {
  done: { hue: "groen", icon: IconCheck },
  undone: { hue: "grey", icon: IconArrowBackUp },
  unfinished: { hue: "amber", icon: IconClock },
} as const;

export function ImportsDone() {
  const { t } = useTranslation();
  const imports = useQuery({ queryKey: ["imports"], queryFn: () => call("get", "/api/imports") });
  const [asked, ask] = useState<Import>();
  const undoing = useMutation({
    mutationFn: (one: Import) => call("post", "/api/imports/{id}/undo", { id: one.id }),
    onSuccess: () => ask(undefined),
    onSettled: () => {
      for (const key of ["imports", "quarantine", "accounts", "merges", "moving-in-preview"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const all = imports.data?.imports ?? [];
  if (imports.data && all.length === 0) return null;
  return (
    <Card title={t("manage.imports.title")} flush>
      {imports.error && (
        <Failed title={t("manage.imports.failed")} error={imports.error} again={() => void imports.refetch()} />
      )}
      <ul>
        {all.map((one) => (
          <Row key={one.id} one={one} onUndo={() => (undoing.reset(), ask(one))} />
        ))}
      </ul>
      <Confirm
        title={t("manage.imports.undoTitle")}
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        act={t("manage.imports.undo")}
        doing={undoing}
        onAct={() => asked && undoing.mutate(asked)}
      >
        <p>
          {asked?.report
            ? t("manage.imports.undoText", { count: asked.report.patients.accepted })
            : t("manage.imports.undoTextShort")}
        </p>
        <p>{t("manage.imports.undoWhen")}</p>
      </Confirm>
    </Card>
  );
}

function Row({ one, onUndo }: { one: Import; onUndo: () => void }) {
  const { t } = useTranslation();
  const [open, show] = useState(false);
  const { hue, icon } = LOOKS[one.state];
  const when = `${dayName(one.started_at, language())}, ${clock(one.started_at)}`;
  return (
    <li className={styles.listed}>
      <div className={list.row}>
        <span className={list.main}>
          {when}
          <span className={styles.small}>
            {" "}
            {one.report
              ? t("manage.imports.patients", { count: one.report.patients.accepted })
              : t("manage.imports.noReport")}
          </span>
        </span>
        <Chip hue={hue} icon={icon}>
          {t(`manage.imports.state.${one.state}`)}
        </Chip>
        {one.report && (
          <Button
            kind="text"
            small
            aria-expanded={open}
            aria-label={`${t("manage.imports.report")}: ${when}`}
            onClick={() => show(!open)}
          >
            {t("manage.imports.report")}
          </Button>
        )}
        {one.state !== "undone" && (
          <Button kind="text" small aria-label={`${t("manage.imports.undo")}: ${when}`} onClick={onUndo}>
            {t("manage.imports.undo")}
          </Button>
        )}
      </div>
      {open && one.report && <ReportTable report={one.report} />}
    </li>
  );
}
