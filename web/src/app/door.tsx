import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { FormEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { CodeField } from "../ui/code_field";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import styles from "./door.module.css";
import { DoorFrame } from "./door_frame";
import { hasDrafts } from "./drafts";
import { errorText } from "./error_text";
import { Link } from "./route";
import { logIn, refresh } from "./session";

type Step = "password" | "app" | "recovery";

// Password first, then the code; both leave together, so the answer tells nobody which of them was wrong.
export function Door({ unreachable, ended }: { unreachable: boolean; ended: boolean }) {
  const { t } = useTranslation();
  const [step, go] = useState<Step>("password");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [error, fail] = useState<string>();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [step]);

  function move(to: Step): void {
    setCode("");
    fail(undefined);
    go(to);
  }
  async function send(full: string): Promise<void> {
    setBusy(true);
    fail(undefined);
    try {
      await logIn(login.trim(), password, full);
    } catch (thrown) {
      fail(errorText(thrown, t));
      setCode("");
      setBusy(false);
      first.current?.focus();
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    if (step !== "password") return void send(code.trim());
    if (!login.trim() || !password) return fail(t("login.fillBoth"));
    move("app");
  }
  const texts = { password: "login.title", app: "login.codeTitle", recovery: "login.recoveryTitle" };
  const leads = { password: "login.lead", app: "login.codeLead", recovery: "login.recoveryLead" };
  return (
    <DoorFrame
      title={t(texts[step])}
      lead={t(leads[step])}
      steps={[t("login.password"), t("login.secondStep")]}
      step={step === "password" ? 0 : 1}
    >
      {unreachable && (
        <Notice
          hue="rood"
          icon={IconAlertTriangle}
          boxed
          role="alert"
          action={
            <Button small onClick={() => void refresh()}>
              {t("error.again")}
            </Button>
          }
        >
          {t("errors.no-answer")}
        </Notice>
      )}
      {ended && (
        <Notice hue="delft" icon={IconInfoCircle} boxed role="status">
          {t("login.ended")} {hasDrafts() && t("login.draftsKept")}
        </Notice>
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        {step === "password" && (
          <>
            <Field
              ref={first}
              label={t("login.name")}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Field
              label={t("login.password")}
              type="password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              error={error}
            />
          </>
        )}
        {step === "app" && (
          <CodeField
            ref={first}
            label={t("login.codeFor", { login: login.trim() })}
            value={code}
            onChange={setCode}
            onFull={(full) => !busy && void send(full)}
            error={error}
          />
        )}
        {step === "recovery" && (
          <Field
            ref={first}
            label={t("login.recovery")}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoCapitalize="characters"
            spellCheck={false}
            error={error}
          />
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" disabled={busy}>
            {t(step === "password" ? "login.next" : "login.enter")}
          </Button>
          {step !== "password" && (
            <Button kind="text" onClick={() => move(step === "app" ? "password" : "app")}>
              {t("back")}
            </Button>
          )}
        </div>
      </form>
      <div className={styles.else}>
        {step === "password" && (
          <p>
            {t("login.firstTime")} <Link href="/activeren">{t("login.activate")}</Link>
          </p>
        )}
        {step === "app" && (
          <p>
            {t("login.noPhone")}
            <Button kind="link" onClick={() => move("recovery")}>
              {t("login.useRecovery")}
            </Button>
          </p>
        )}
        {step === "recovery" && <p>{t("login.noRecovery")}</p>}
      </div>
    </DoorFrame>
  );
}
