import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldDate } from "../app/dates";
import { errorText } from "../app/error_text";
import { LETTERS_MIN, QUIET_MS, useFound } from "../app/found_patients";
import { PatientName } from "../app/names";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { Field } from "../ui/field";
import styles from "./patient_picker.module.css";
import "./texts";

export interface Picked {
  id: string;
  name: string;
  alias?: string;
  birth_date?: string;
}

interface Props {
  value: Picked | undefined;
  onChange: (value: Picked | undefined) => void;
  error?: string | undefined;
}

// The same search as Ctrl K, in a form: a field over a list, and then who was chosen.
export function PatientPicker({ value, onChange, error }: Props) {
  const [again, search] = useState(false);
  if (!value)
    return (
      <PatientField
        error={error}
        focused={again}
        onTake={(picked) => {
          search(false);
          onChange(picked);
        }}
      />
    );
  return (
    <Chosen
      patient={value}
      onOther={() => {
        search(true);
        onChange(undefined);
      }}
    />
  );
}

// While names are hidden, the name shows as long as one stands here.
function Chosen({ patient, onOther }: { patient: Picked; onOther: () => void }) {
  const { t } = useTranslation();
  const [here, stand] = useState(false);
  return (
    <div className={styles.chosen} onFocus={() => stand(true)} onBlur={() => stand(false)}>
      <span className={styles.label}>{t("patient.pick.label")}</span>
      <span className={styles.who}>
        <b>
          <PatientName of={patient} chosen={here} />
        </b>{" "}
        {patient.birth_date && fieldDate(patient.birth_date)}
      </span>
      <Button small onClick={onOther}>
        {t("patient.pick.other")}
      </Button>
    </div>
  );
}

interface FieldProps {
  error: string | undefined;
  focused: boolean;
  onTake: (patient: Picked) => void;
}
function PatientField({ error, focused, onTake }: FieldProps) {
  const { t } = useTranslation();
  const [text, type] = useState("");
  const [settled] = useDebouncedValue(text.trim(), QUIET_MS);
  const [at, stand] = useState(0);
  const [open, unfold] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const searches = settled.length >= LETTERS_MIN;
  const found = useFound(settled, searches);
  const patients = searches ? (found.data?.patients ?? []) : [];
  const here = Math.min(at, patients.length - 1);
  const shown = open && patients.length > 0;

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && patients.length > 0) {
      unfold(true);
      stand(Math.max(0, Math.min(patients.length - 1, here + step)));
    } else if (event.key === "Enter" && shown) onTake(patients[here]!);
    else if (event.key === "Escape" && shown) {
      unfold(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }
  return (
    <div className={styles.field}>
      <Field
        ref={field}
        label={t("patient.pick.label")}
        hint={t("patient.pick.hint")}
        error={error ?? (found.error && searches ? errorText(found.error, t) : undefined)}
        value={text}
        onChange={(event) => {
          type(event.target.value);
          unfold(true);
          stand(0);
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${here}` : undefined}
        spellCheck={false}
        autoFocus={focused}
        data-autofocus
      />
      <div id={list} role="listbox" aria-label={t("patient.pick.found")} className={styles.list} hidden={!shown}>
        {patients.map((patient, index) => (
          <div
            key={patient.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === here}
            className={classes(styles.option, index === here && styles.here)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(patient)}
          >
            <b>
              <PatientName of={patient} chosen={index === here} />
            </b>
            {patient.birth_date && <i>{fieldDate(patient.birth_date)}</i>}
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">
        {searches && found.data && patients.length === 0 && t("commands.none", { text: settled })}
        {searches && found.data?.more && t("commands.refine", { count: patients.length })}
      </p>
    </div>
  );
}
