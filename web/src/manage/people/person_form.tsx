import type { FormEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Schema } from "../../app/api";
import { fieldDate, parseFieldDate } from "../../app/dates";
import { errorText } from "../../app/error_text";
import { Button } from "../../ui/button";
import { Field, Select } from "../../ui/field";
import styles from "../manage.module.css";

type Role = Schema<"Role">;
export const ROLES: Role[] = [
  "praktijkhouder",
  "behandelaar",
  "assistent",
  "receptie",
  "administratie",
  "functionaris",
];

export interface PersonDraft {
  login: string;
  name: string;
  role: Role;
  practitioner: string;
  big: string;
  agb: string;
  endsOn: string; // as it is typed
}
export const emptyPerson: PersonDraft = {
  login: "",
  name: "",
  role: "behandelaar",
  practitioner: "",
  big: "",
  agb: "",
  endsOn: "",
};
export const draftOf = (person: Schema<"Colleague">): PersonDraft => ({
  login: person.login,
  name: person.name,
  role: person.role,
  practitioner: person.practitioner,
  big: person.big,
  agb: person.agb,
  endsOn: person.ends_on ? fieldDate(person.ends_on) : "",
});
export const editOf = (draft: PersonDraft): Schema<"ColleagueEdit"> => ({
  name: draft.name.trim(),
  role: draft.role,
  practitioner: draft.practitioner.trim(),
  big: draft.big.trim(),
  agb: draft.agb.trim(),
  ends_on: draft.endsOn.trim() ? (parseFieldDate(draft.endsOn) ?? "") : "",
});

interface Props {
  draft: PersonDraft;
  onDraft: (draft: PersonDraft) => void;
  isNew?: boolean;
  busy: boolean;
  error: unknown;
  save: string;
  onSave: () => void;
  roleHint?: string | undefined;
}

// The facts of a colleague. What the server refuses stands at the field that it names.
export function PersonForm({ draft, onDraft, isNew = false, busy, error, save, onSave, roleHint }: Props) {
  const { t } = useTranslation();
  const [wrong, find] = useState<{ login?: string; endsOn?: string }>({});
  const place = error instanceof ApiError ? (error.place ?? placeByCode[error.code]) : undefined;
  const at = (field: string) => (place === field ? errorText(error, t) : undefined);
  const known = ["login", "name", "role", "practitioner", "big", "agb", "ends_on"];
  const set = (part: Partial<PersonDraft>) => onDraft({ ...draft, ...part });
  const checked = () => ({
    ...(isNew && !draft.login.trim() ? { login: t("manage.people.loginMissing") } : {}),
    ...(draft.endsOn.trim() && !parseFieldDate(draft.endsOn) ? { endsOn: t("manage.dateWrong") } : {}),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = checked();
    find(found);
    if (Object.keys(found).length === 0) onSave();
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {isNew && (
        <Field
          label={t("manage.people.login")}
          hint={t("manage.people.loginHint")}
          error={wrong.login ?? at("login")}
          autoCapitalize="none"
          spellCheck={false}
          value={draft.login}
          onChange={(event) => set({ login: event.target.value })}
        />
      )}
      <Field
        label={t("manage.people.fullName")}
        optional={isNew}
        error={at("name")}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Select
        label={t("manage.people.role")}
        hint={roleHint ?? t(`manage.people.roleDoes.${draft.role}`)}
        error={at("role")}
        value={draft.role}
        onChange={(event) => set({ role: event.target.value as Role })}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Field
        label={t("manage.people.practitioner")}
        hint={t("manage.people.practitionerHint")}
        optional
        error={at("practitioner")}
        value={draft.practitioner}
        onChange={(event) => set({ practitioner: event.target.value })}
      />
      <div className={styles.pair}>
        <Field
          label={t("manage.people.big")}
          optional
          inputMode="numeric"
          error={at("big")}
          value={draft.big}
          onChange={(event) => set({ big: event.target.value })}
        />
        <Field
          label={t("manage.people.agb")}
          optional
          inputMode="numeric"
          error={at("agb")}
          value={draft.agb}
          onChange={(event) => set({ agb: event.target.value })}
        />
      </div>
      <Field
        label={t("manage.people.lastDay")}
        hint={t("manage.people.lastDayHint")}
        optional
        error={wrong.endsOn ?? at("ends_on")}
        value={draft.endsOn}
        onChange={(event) => set({ endsOn: event.target.value })}
        onBlur={() => find(checked().endsOn ? { endsOn: t("manage.dateWrong") } : {})}
      />
      {error !== undefined && error !== null && !known.includes(place ?? "") && (
        <p role="alert" className={styles.wrong}>
          {errorText(error, t)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={busy}>
          {save}
        </Button>
      </div>
    </form>
  );
}

// What the server refuses by a code alone.
const placeByCode: Record<string, string> = {
  "login-taken": "login",
  "login-not-usable": "login",
  "practitioner-code-taken": "practitioner",
  "last-praktijkhouder": "role",
};
