import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  IconBook2,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLogout,
  IconUserPlus,
  IconSearch,
  IconUserCog,
  type Icon as Tabler,
} from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import dialog from "../ui/dialog.module.css";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { Notice } from "../ui/notice";
import type { Schema } from "./api";
import styles from "./commands.module.css";
import { fieldDate } from "./dates";
import { errorText } from "./error_text";
import { HITS_MAX, LETTERS_MIN, QUIET_MS, useFound } from "./found_patients";
import { PatientName } from "./names";
import { placesOf } from "./places";
import { navigate } from "./route";
import { hideNames, lock, logOut, useSession } from "./session";

interface Command {
  key: string;
  icon: Tabler;
  text: string;
  act: () => void;
}

function useCommands(): Command[] {
  const { t } = useTranslation();
  const session = useSession();
  const hidden = session.names?.hidden ?? false;
  const go = (key: string, icon: Tabler, path: string) => ({
    key,
    icon,
    text: t(`place.${key}`),
    act: () => navigate(path),
  });
  return [
    ...placesOf(session).map((place) => go(place.key, place.icon, place.path)),
    ...(session.names
      ? [
          {
            key: "names",
            icon: hidden ? IconEye : IconEyeOff,
            text: t(hidden ? "names.show" : "names.hide"),
            act: () => void hideNames(!hidden).catch(() => undefined),
          },
        ]
      : []),
    ...(session.may?.includes("patient.add")
      ? [
          {
            key: "addPatient",
            icon: IconUserPlus,
            text: t("commands.addPatient"),
            act: () => navigate("/patienten/nieuw"),
          },
        ]
      : []),
    { key: "lock", icon: IconLock, text: t("lock.now"), act: () => void lock() },
    go("handboek", IconBook2, "/handboek"),
    go("mijn", IconUserCog, "/mijn"),
    { key: "out", icon: IconLogout, text: t("shell.logOut"), act: () => void logOut() },
  ];
}

// Search and commands. The name that is typed leaves by POST, so no address holds it.
export function Commands({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay className={dialog.overlay!} />
      <Modal.Content
        classNames={{ inner: dialog.inner!, content: `${dialog.content} ${styles.content}` }}
        aria-label={t("commands.title")}
      >
        {opened && <Finder onClose={onClose} />}
      </Modal.Content>
    </Modal.Root>
  );
}

interface Option {
  key: string;
  patient?: Schema<"FoundPatient">;
  command?: Command;
}

// A field over a list: the focus stays in the field, the arrows walk the list.
function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const mayFind = useSession().places?.some((place) => place.key === "patienten") ?? false;
  const [text, type] = useState("");
  const [settled] = useDebouncedValue(text.trim(), QUIET_MS);
  const [chosen, choose] = useState(0);
  const list = useId();
  const searches = mayFind && settled.length >= LETTERS_MIN;
  const found = useFound(settled, searches);
  const wanted = text.trim().toLowerCase();
  const commands = useCommands().filter((command) => command.text.toLowerCase().includes(wanted));
  const patients: Option[] = (searches ? (found.data?.patients ?? []) : []).map((patient) => ({
    key: patient.id,
    patient,
  }));
  const options: Option[] = [...patients, ...commands.map((command) => ({ key: command.key, command }))];
  const here = Math.min(chosen, options.length - 1);

  function take(option: Option | undefined): void {
    if (!option) return;
    onClose();
    if (option.patient) navigate(`/patienten/${option.patient.id}`);
    else option.command?.act();
  }
  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(Math.max(0, Math.min(options.length - 1, here + step)));
    else if (event.key === "Enter") take(options[here]);
    else return;
    event.preventDefault();
  }
  const shown = (option: Option, at: number, content: ReactNode) => (
    <Line key={option.key} id={`${list}-${at}`} chosen={at === here} onTake={() => take(option)}>
      {content}
    </Line>
  );
  const label = t(mayFind ? "shell.search" : "shell.searchCommands");
  return (
    <div className={styles.body}>
      <div className={styles.field}>
        <Icon of={IconSearch} />
        <input
          className={styles.input}
          value={text}
          onChange={(event) => {
            type(event.target.value);
            choose(0);
          }}
          onKeyDown={press}
          placeholder={label}
          aria-label={label}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-activedescendant={here >= 0 ? `${list}-${here}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          data-autofocus
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={list} className={styles.options} role="listbox" aria-label={t("commands.title")}>
        {patients.length > 0 && (
          <Group label={t("commands.patients")}>
            {patients.map((option, at) => shown(option, at, <Hit patient={option.patient!} chosen={at === here} />))}
          </Group>
        )}
        {commands.length > 0 && (
          <Group label={t("commands.commands")}>
            {options.slice(patients.length).map((option, at) =>
              shown(
                option,
                at + patients.length,
                <>
                  <Icon of={option.command!.icon} /> {option.command!.text}
                </>,
              ),
            )}
          </Group>
        )}
      </div>
      <p className={styles.none} role="status">
        {found.error && searches && errorText(found.error, t)}
        {mayFind && wanted.length > 0 && wanted.length < LETTERS_MIN && t("commands.more")}
        {searches && found.data && patients.length === 0 && t("commands.none", { text: settled })}
        {searches && found.data?.more && t("commands.refine", { count: HITS_MAX })}
      </p>
      {mayFind && (
        <Notice hue="prive" icon={IconEye} boxed>
          {t("commands.logged")}
        </Notice>
      )}
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.group} role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}

interface LineProps {
  id: string;
  chosen: boolean;
  onTake: () => void;
  children: ReactNode;
}
function Line({ id, chosen, onTake, children }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div ref={line} id={id} role="option" aria-selected={chosen} className={styles.option} onClick={onTake}>
      {children}
    </div>
  );
}

function Hit({ patient, chosen }: { patient: Schema<"FoundPatient">; chosen: boolean }) {
  return (
    <>
      <b>
        <PatientName of={patient} chosen={chosen} />
      </b>
      {patient.birth_date && <i>{fieldDate(patient.birth_date)}</i>}
    </>
  );
}
