import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Tile } from "../ui/tile";
import type { Schema } from "./api";
import { clock } from "./dates";
import { errorText } from "./error_text";
import styles from "./lock_screen.module.css";
import { useTitle } from "./page";
import { logOut, type Session, unlock } from "./session";

type Way = Schema<"UnlockWay">;

// A tile and one field; nothing else of the page is left.
export function LockScreen({ session }: { session: Session }) {
  const { t } = useTranslation();
  const ways = session.lock.by.filter((way) => way !== "pin" || session.lock.pin_set);
  const [way, choose] = useState<Way>(ways[0] ?? "password");
  const [value, type] = useState("");
  const [error, fail] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useTitle(t("lock.title"));
  useEffect(() => field.current?.focus(), [way]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!value) return;
    try {
      await unlock(way, value);
    } catch (thrown) {
      fail(errorText(thrown, t));
      type("");
      field.current?.focus();
    }
  }
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <div className={styles.head}>
          <Tile size={36} />
          <div>
            <h1>{t("lock.title")}</h1>
            <p className={styles.who}>
              {session.account.name}
              {session.lock.since && `, ${t("lock.since", { time: clock(session.lock.since) })}`}
            </p>
          </div>
        </div>
        <p>{t("lock.ready")}</p>
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <Field
            ref={field}
            label={t(`lock.way.${way}`)}
            type={way === "second_step" ? "text" : "password"}
            inputMode={way === "password" ? "text" : "numeric"}
            autoComplete={way === "password" ? "current-password" : way === "pin" ? "off" : "one-time-code"}
            value={value}
            onChange={(event) => type(event.target.value)}
            error={error}
          />
          <Button kind="primary" type="submit">
            {t("lock.on")}
          </Button>
        </form>
        <div className={styles.ways}>
          {ways
            .filter((other) => other !== way)
            .map((other) => (
              <Button
                key={other}
                kind="link"
                onClick={() => {
                  choose(other);
                  type("");
                  fail(undefined);
                }}
              >
                {t(`lock.with.${other}`)}
              </Button>
            ))}
          <Button kind="link" onClick={() => void logOut()}>
            {t("shell.logOut")}
          </Button>
        </div>
      </div>
    </main>
  );
}
