import { useMutation, useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconCheck, IconDatabaseExport, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { clock, dayName } from "../../app/dates";
import { errorText } from "../../app/error_text";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { useMay } from "../../app/session";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";
import { problemText } from "../problem_text";
import { SettingRow } from "../practice/setting_row";
import { useSettings } from "../practice/settings";
import { bytesText } from "./bytes";

type Backup = Schema<"Backup">;
const LOOK_WHILE_RUNNING_MS = 1000;

export default function BackupPage() {
  const { t } = useTranslation();
  const backup = useQuery({
    queryKey: ["backup"],
    queryFn: () => call("get", "/api/backup"),
    refetchInterval: (query) => (query.state.data?.runs ? LOOK_WHILE_RUNNING_MS : false),
  });
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        {backup.isPending && <Loading />}
        {backup.error && (
          <Failed title={t("manage.backup.failedPage")} error={backup.error} again={() => void backup.refetch()} />
        )}
        {backup.data && <Last backup={backup.data} />}
      </div>
      <div className={styles.stack}>
        {backup.data && <Where backup={backup.data} />}
        <Card title={t("manage.backup.keep")}>
          <ul className={styles.steps}>
            <li>{t("manage.backup.keepElsewhere")}</li>
            <li>{t("manage.backup.keepPassphrase")}</li>
            {backup.data && <li>{t("manage.backup.keepKeys", { count: backup.data.days_kept })}</li>}
            <li>{t("manage.backup.keepTry")}</li>
          </ul>
        </Card>
      </div>
    </div>
  );
}

function Last({ backup }: { backup: Backup }) {
  const { t } = useTranslation();
  const mayRun = useMay("backup.run");
  const making = useMutation({
    mutationFn: () => call("post", "/api/backup"),
    onSuccess: (fresh) => void queries.setQueryData(["backup"], fresh),
  });
  const { made, failed } = backup;
  const when = (one: Schema<"LastBackup">) => `${dayName(one.at, language())}, ${clock(one.at)}`;
  return (
    <Card title={t("manage.backup.last")}>
      <div className={styles.form}>
        {made ? (
          <Notice hue={backup.late ? "rood" : "groen"} icon={backup.late ? IconAlertTriangle : IconShieldCheck} boxed>
            <strong>{when(made)}</strong>
            <br />
            {t("manage.backup.verified", { size: bytesText(made.bytes, language()) })}
            {made.by && ` ${t("manage.backup.by", { who: made.by })}`}
            {backup.late && (
              <>
                <br />
                {t("manage.backup.late")}
              </>
            )}
          </Notice>
        ) : (
          <Notice hue="rood" icon={IconAlertTriangle} boxed>
            {t("manage.backup.none")}
          </Notice>
        )}
        {failed && (
          <Notice hue="rood" icon={IconAlertTriangle} boxed>
            <strong>{t("manage.backup.failedAt", { when: when(failed) })}</strong>{" "}
            {backup.error ? problemText(backup.error, t) : t("manage.backup.failedBefore")}
          </Notice>
        )}
        {making.error && (
          <p role="alert" className={styles.wrong}>
            {errorText(making.error, t)}
          </p>
        )}
        {mayRun && (
          <div className={styles.buttons}>
            <Button
              kind="primary"
              icon={IconDatabaseExport}
              disabled={backup.runs || making.isPending || !backup.place}
              onClick={() => making.mutate()}
            >
              {t("manage.backup.now")}
            </Button>
          </div>
        )}
        <p role="status" className={styles.small}>
          {backup.runs && t("manage.backup.runs")}
          {!backup.place && t("manage.backup.placeFirst")}
        </p>
      </div>
    </Card>
  );
}

function Where({ backup }: { backup: Backup }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const mine = settings.data?.settings.filter((one) => one.group === "backup") ?? [];
  return (
    <Card title={t("manage.backup.where")} flush>
      <ul>
        {mine.map((one) => (
          <SettingRow key={one.key} setting={one} />
        ))}
      </ul>
      {backup.place && (
        <div className={styles.inside}>
          <div className={styles.form}>
            {backup.place_there === false ? (
              <Notice hue="rood" icon={IconAlertTriangle} boxed>
                {t("manage.backup.notThere")}
              </Notice>
            ) : backup.other_disk ? (
              <Notice hue="groen" icon={IconCheck} boxed>
                {t("manage.backup.otherDisk", { free: bytesText(backup.free_bytes ?? 0, language()) })}
              </Notice>
            ) : (
              <Notice hue="amber" icon={IconAlertTriangle} boxed>
                {t("manage.backup.sameDisk", { free: bytesText(backup.free_bytes ?? 0, language()) })}
              </Notice>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}
