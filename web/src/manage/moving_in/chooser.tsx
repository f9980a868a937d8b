import { useMutation } from "@tanstack/react-query";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema, sendFile } from "../../app/api";
import { errorText } from "../../app/error_text";
import { language } from "../../app/i18n";
import { queries } from "../../app/queries";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { classes } from "../../ui/classes";
import list from "../../ui/list.module.css";
import { bytesText } from "../backup/bytes";
import styles from "../manage.module.css";

type Files = Schema<"MovingIn">["files"];

// The files of the old program: chosen or dropped, sent one by one, and kept in the server's memory alone.
export function Chooser({ files }: { files: Files }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [over, hover] = useState(false);
  const [sending, tell] = useState<{ name: string; share: number }>();
  const fresh = () => {
    void queries.invalidateQueries({ queryKey: ["moving-in"] });
    void queries.invalidateQueries({ queryKey: ["moving-in-preview"] });
  };
  const upload = useMutation({
    mutationFn: async (chosen: File[]) => {
      for (const file of chosen) {
        tell({ name: file.name, share: 0 });
        await sendFile(file, (sent) => tell({ name: file.name, share: file.size === 0 ? 1 : sent / file.size }));
      }
    },
    onSettled: () => {
      tell(undefined);
      fresh();
    },
  });
  const dropping = useMutation({
    mutationFn: (name: string) => call("post", "/api/moving-in/files/remove", { body: { name } }),
    onSettled: fresh,
  });
  const forgetting = useMutation({ mutationFn: () => call("delete", "/api/moving-in"), onSettled: fresh });
  const take = (chosen: FileList | null) => {
    if (chosen && chosen.length > 0) upload.mutate([...chosen]);
  };
  const error = upload.error ?? dropping.error ?? forgetting.error;
  return (
    <Card title={t("manage.move.files")} flush>
      <div className={styles.inside}>
        <div
          className={classes(styles.drop, over && styles.over)}
          onDragOver={(event) => (event.preventDefault(), hover(true))}
          onDragLeave={() => hover(false)}
          onDrop={(event) => {
            event.preventDefault();
            hover(false);
            take(event.dataTransfer.files);
          }}
        >
          {files.length === 0 && <p>{t("manage.move.lead")}</p>}
          <input
            ref={field}
            type="file"
            multiple
            hidden
            aria-label={t("manage.move.choose")}
            accept=".csv,.txt,.tsv,.tab,text/csv,text/plain"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
          <Button
            kind={files.length === 0 ? "primary" : "outline"}
            icon={IconFileUpload}
            disabled={upload.isPending}
            onClick={() => field.current?.click()}
          >
            {t(files.length === 0 ? "manage.move.choose" : "manage.move.chooseMore")}
          </Button>
          <p className={styles.small}>{t("manage.move.safe")}</p>
          <p role="status" className={styles.small}>
            {sending && t("manage.move.sending", { name: sending.name, share: Math.round(sending.share * 100) })}
          </p>
          {error && (
            <p role="alert" className={styles.wrong}>
              {errorText(error, t)}
            </p>
          )}
        </div>
      </div>
      {files.length > 0 && (
        <>
          <ul>
            {files.map((file) => (
              <li key={file.name} className={list.row}>
                <span className={list.main}>
                  {file.name}
                  <span className={styles.small}>
                    {" "}
                    {file.text ? bytesText(file.bytes, language()) : t("manage.move.noText")}
                  </span>
                </span>
                <Button
                  kind="text"
                  small
                  disabled={dropping.isPending}
                  aria-label={`${t("manage.remove")}: ${file.name}`}
                  onClick={() => dropping.mutate(file.name)}
                >
                  {t("manage.remove")}
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.inside}>
            <Button kind="text" disabled={forgetting.isPending} onClick={() => forgetting.mutate()}>
              {t("manage.move.forget")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
