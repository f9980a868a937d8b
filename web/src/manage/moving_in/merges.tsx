import { useMutation, useQuery } from "@tanstack/react-query";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../../app/api";
import { Confirm } from "../../app/confirm";
import { queries } from "../../app/queries";
import { Link } from "../../app/route";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import list from "../../ui/list.module.css";
import { Notice } from "../../ui/notice";
import { Failed, Loading } from "../../ui/waiting";
import styles from "../manage.module.css";

type Merge = Schema<"Merge">;

// Rows of the export that became one patient. Looking at them is a line in the log of each, so it is asked for.
export function Merges() {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  return (
    <Card title={t("manage.merges.title")} flush>
      {shown ? (
        <List />
      ) : (
        <div className={styles.inside}>
          <div className={styles.form}>
            <p>{t("manage.merges.text")}</p>
            <div className={styles.buttons}>
              <Button onClick={() => show(true)}>{t("manage.merges.show")}</Button>
            </div>
          </div>
        </div>
      )}
    </Card>
  );
}

function List() {
  const { t } = useTranslation();
  const merges = useQuery({
    queryKey: ["merges"],
    queryFn: () => call("get", "/api/merges"),
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  const [asked, ask] = useState<Merge>();
  const [apart, tell] = useState<{ number: string; patient: string }>();
  const undoing = useMutation({
    mutationFn: (one: Merge) =>
      call("post", "/api/merges/{id}/undo", { id: one.patient, body: { number: one.number } }),
    onSuccess: (done, one) => {
      tell({ number: one.number, patient: done.patient });
      ask(undefined);
      void queries.invalidateQueries({ queryKey: ["merges"] });
    },
  });
  const all = merges.data?.merges ?? [];
  return (
    <>
      {merges.isPending && <Loading rows={2} />}
      {merges.error && (
        <Failed title={t("manage.merges.failed")} error={merges.error} again={() => void merges.refetch()} />
      )}
      {apart && (
        <div className={styles.inside}>
          <Notice
            hue="groen"
            icon={IconCheck}
            boxed
            role="status"
            action={<Link href={`/patienten/${apart.patient}`}>{t("open")}</Link>}
          >
            {t("manage.merges.apart", { number: apart.number })}
          </Notice>
        </div>
      )}
      {merges.data && all.length === 0 && <p className={styles.none}>{t("manage.merges.none")}</p>}
      <ul>
        {all.map((one) => (
          <li key={`${one.patient}/${one.number}`} className={list.row}>
            <span className={list.main}>
              <Link href={`/patienten/${one.patient}`} className={styles.name}>
                {one.name || one.number}
              </Link>
              <span className={styles.small}> {t("manage.merges.number", { number: one.number })}</span>
            </span>
            <Button
              kind="text"
              small
              aria-label={`${t("manage.merges.undo")}: ${one.number}`}
              onClick={() => (undoing.reset(), ask(one))}
            >
              {t("manage.merges.undo")}
            </Button>
          </li>
        ))}
      </ul>
      <Confirm
        title={t("manage.merges.askTitle", { number: asked?.number ?? "" })}
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        act={t("manage.merges.undo")}
        doing={undoing}
        onAct={() => asked && undoing.mutate(asked)}
      >
        <p>{t("manage.merges.askText")}</p>
      </Confirm>
    </>
  );
}
