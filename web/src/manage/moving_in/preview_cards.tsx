import { useMutation, useQuery } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { useDraft } from "../../app/drafts";
import { errorText } from "../../app/error_text";
import { queries } from "../../app/queries";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";
import { problemText } from "../problem_text";
import { FileCard } from "./file_card";
import { changed, type Choices, choicesOf, mappingOf, twice } from "./mapping";
import { ReportTable } from "./report_table";

type Preview = Schema<"Preview">;

export function PreviewCards({ files }: { files: Schema<"MovingIn">["files"] }) {
  const { t } = useTranslation();
  // Another set of files is another preview.
  const key = files.map((file) => `${file.name}/${file.bytes}`).join("|");
  const preview = useQuery({
    queryKey: ["moving-in-preview", key],
    queryFn: () => call("get", "/api/moving-in/preview"),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (preview.isPending) return <Loading rows={8} />;
  if (preview.error)
    return (
      <Card flush>
        <Failed title={t("manage.move.previewFailed")} error={preview.error} again={() => void preview.refetch()} />
      </Card>
    );
  return <Mapped key={preview.dataUpdatedAt} preview={preview.data} cache={["moving-in-preview", key]} />;
}

function Mapped({ preview, cache }: { preview: Preview; cache: string[] }) {
  const { t } = useTranslation();
  const [choices, choose, discard] = useDraft<Choices>(`mapping/${cache[1]}`, choicesOf(preview.files));
  const [doubled, find] = useState<string[]>([]);
  const mapping = useMutation({
    mutationFn: () => call("put", "/api/moving-in/mapping", { body: mappingOf(preview.files, choices) }),
    onSuccess: (fresh) => {
      discard();
      queries.setQueryData(cache, fresh);
    },
  });
  const running = useMutation({
    mutationFn: () => call("post", "/api/moving-in/run"),
    onSuccess: (moving) => void queries.setQueryData(["moving-in"], moving),
  });
  // A proposal counts after a person looked at it.
  const proposed = preview.error !== undefined && !preview.mapped;
  const dirty = proposed || changed(preview.files, choices);
  function check(): void {
    const found = Object.entries(choices).flatMap(([, choice]) => twice(choice, preview.kinds));
    find(found);
    if (found.length === 0) mapping.mutate();
  }
  const tables = preview.files.filter((file) => choices[file.name]);
  const others = preview.files.filter((file) => !choices[file.name]);
  return (
    <>
      {preview.error && (
        <Notice hue={proposed ? "amber" : "rood"} icon={IconAlertTriangle} boxed role="status">
          <strong>{t(proposed ? "manage.move.proposal" : "manage.move.notLikeThis")}</strong>{" "}
          {problemText(preview.error, t)}
        </Notice>
      )}
      {others.map((file) => (
        <Notice key={file.name} hue={file.error ? "amber" : "delft"} icon={IconAlertTriangle} boxed>
          {file.error ? problemText(file.error, t) : t("manage.move.notTable", { name: file.name })}
        </Notice>
      ))}
      {tables.map((file) => (
        <FileCard
          key={file.name}
          file={file}
          kinds={preview.kinds}
          choice={choices[file.name]!}
          onChoice={(choice) => choose({ ...choices, [file.name]: choice })}
        />
      ))}
      <Card title={t("manage.move.willDo")} flush>
        {dirty ? (
          <p className={styles.none}>{t("manage.move.lookFirst")}</p>
        ) : preview.report ? (
          <ReportTable report={preview.report} />
        ) : (
          <p className={styles.none}>{t("manage.move.cannotYet")}</p>
        )}
        <div className={styles.inside}>
          {doubled.length > 0 && (
            <p role="alert" className={styles.wrong}>
              {t("manage.move.twice", {
                columns: doubled.map((key) => t(`manage.column.${key}`)).join(", "),
              })}
            </p>
          )}
          {(mapping.error ?? running.error) && (
            <p role="alert" className={styles.wrong}>
              {errorText(mapping.error ?? running.error, t)}
            </p>
          )}
          <div className={styles.buttons}>
            {dirty ? (
              <Button kind="primary" disabled={mapping.isPending} onClick={check}>
                {t("manage.move.useColumns")}
              </Button>
            ) : (
              <Button kind="primary" disabled={!preview.report || running.isPending} onClick={() => running.mutate()}>
                {t("manage.move.run")}
              </Button>
            )}
          </div>
        </div>
      </Card>
    </>
  );
}
