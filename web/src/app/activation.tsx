import { IconCopy, IconPrinter } from "@tabler/icons-react";
import type { FormEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { CodeField } from "../ui/code_field";
import { Field } from "../ui/field";
import { ApiError, call, type Schema } from "./api";
import styles from "./door.module.css";
import { DoorFrame } from "./door_frame";
import { errorText } from "./error_text";
import { QrCode } from "./qr_code";
import { Link, navigate } from "./route";

interface Person {
  login: string;
  code: string;
}
const STEPS = ["activation.password", "login.secondStep", "activation.recovery"];

// A new colleague: own password with the one-time code, own phone, own recovery codes.
export default function Activation() {
  const { t } = useTranslation();
  const [person, setPerson] = useState<Person>({ login: "", code: "" });
  const [phone, setPhone] = useState<Schema<"SecondStep">>();
  const [codes, setCodes] = useState<string[]>();
  const steps = STEPS.map((step) => t(step));
  if (codes) return <KeepCodes codes={codes} steps={steps} />;
  if (phone) return <CouplePhone phone={phone} person={person} steps={steps} onDone={setCodes} />;
  return <ChoosePassword person={person} onPerson={setPerson} steps={steps} onDone={setPhone} />;
}

interface PasswordProps {
  person: Person;
  onPerson: (person: Person) => void;
  steps: string[];
  onDone: (phone: Schema<"SecondStep">) => void;
}
function ChoosePassword({ person, onPerson, steps, onDone }: PasswordProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [seen, show] = useState(false);
  const [error, fail] = useState<unknown>();
  const place = error instanceof ApiError ? error.place : undefined;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    fail(undefined);
    try {
      const body = { login: person.login.trim(), code: person.code.trim(), password };
      onDone(await call("post", "/api/activation", { body }));
    } catch (thrown) {
      fail(thrown);
    }
  }
  return (
    <DoorFrame title={t("activation.title")} lead={t("activation.lead")} steps={steps}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={t("login.name")}
          value={person.login}
          onChange={(event) => onPerson({ ...person, login: event.target.value })}
          autoComplete="username"
          autoCapitalize="none"
        />
        <Field
          label={t("activation.code")}
          hint={t("activation.codeHint")}
          value={person.code}
          onChange={(event) => onPerson({ ...person, code: event.target.value })}
          spellCheck={false}
          error={error !== undefined && place !== "password" ? errorText(error, t) : undefined}
        />
        <Field
          label={t("activation.newPassword")}
          hint={t("activation.passwordHint")}
          type={seen ? "text" : "password"}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="new-password"
          error={place === "password" ? errorText(error, t) : undefined}
        />
        <div className={styles.buttons}>
          <Button kind="primary" type="submit">
            {t("login.next")}
          </Button>
          <Button kind="text" aria-pressed={seen} onClick={() => show(!seen)}>
            {t("activation.showPassword")}
          </Button>
        </div>
      </form>
      <div className={styles.else}>
        <p>
          {t("activation.already")} <Link href="/vandaag">{t("login.enter")}</Link>
        </p>
      </div>
    </DoorFrame>
  );
}

interface PhoneProps {
  phone: Schema<"SecondStep">;
  person: Person;
  steps: string[];
  onDone: (codes: string[]) => void;
}
function CouplePhone({ phone, person, steps, onDone }: PhoneProps) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState("");
  const [error, fail] = useState<string>();
  async function confirm(full: string): Promise<void> {
    fail(undefined);
    try {
      const body = { login: person.login.trim(), code: person.code.trim(), second_step: full };
      onDone((await call("post", "/api/activation/confirm", { body })).recovery_codes);
    } catch (thrown) {
      fail(errorText(thrown, t));
      setDigits("");
    }
  }
  return (
    <DoorFrame title={t("activation.phoneTitle")} lead={t("activation.phoneLead")} steps={steps} step={1}>
      <QrCode rows={phone.qr} label={t("activation.qr")} className={styles.qr} />
      <p>
        {t("activation.orType")} <span className={styles.secret}>{phone.secret}</span>
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm(digits);
        }}
      >
        <CodeField
          label={t("activation.digits")}
          value={digits}
          onChange={setDigits}
          onFull={(full) => void confirm(full)}
          error={error}
        />
        <div className={styles.buttons}>
          <Button kind="primary" type="submit">
            {t("login.next")}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}

function KeepCodes({ codes, steps }: { codes: string[]; steps: string[] }) {
  const { t } = useTranslation();
  return (
    <DoorFrame title={t("activation.codesTitle")} lead={t("activation.codesLead")} steps={steps} step={2}>
      <ul className={styles.codes} aria-label={t("activation.recovery")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button kind="primary" onClick={() => navigate("/vandaag", "replace")}>
          {t("activation.done")}
        </Button>
        <Button icon={IconPrinter} onClick={() => window.print()}>
          {t("print")}
        </Button>
        <Button icon={IconCopy} onClick={() => void navigator.clipboard.writeText(codes.join("\n"))}>
          {t("copy")}
        </Button>
      </div>
    </DoorFrame>
  );
}
