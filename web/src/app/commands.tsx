import { Combobox, Modal, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBook2, IconEye, IconEyeOff, IconLock, IconLogout, IconSearch, IconUserCog, type Icon as Tabler } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import dialog from "../ui/dialog.module.css";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { Notice } from "../ui/notice";
import { call } from "./api";
import styles from "./commands.module.css";
import { fieldDate } from "./dates";
import { errorText } from "./error_text";
import { PatientName } from "./names";
import { placesOf } from "./places";
import { navigate } from "./route";
import { hideNames, lock, logOut, useSession } from "./session";

const LETTERS_MIN = 3;
const HITS_MAX = 8;
const QUIET_MS = 150;

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
  const go = (key: string, icon: Tabler, path: string) => ({ key, icon, text: t(`place.${key}`), act: () => navigate(path) });
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
      <Modal.Content classNames={{ inner: dialog.inner!, content: `${dialog.content} ${styles.content}` }} aria-label={t("commands.title")}>
        {opened && <Finder onClose={onClose} />}
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const mayFind = useSession().places?.some((place) => place.key === "patienten") ?? false;
  const [text, type] = useState("");
  const [settled] = useDebouncedValue(text.trim(), QUIET_MS);
  const combobox = useCombobox({ opened: true });
  const searches = mayFind && settled.length >= LETTERS_MIN;
  const found = useQuery({
    queryKey: ["search", settled],
    queryFn: () => call("post", "/api/patients/search", { body: { text: settled, limit: HITS_MAX } }),
    enabled: searches,
    placeholderData: keepPreviousData,
  });
  const patients = searches ? (found.data?.patients ?? []) : [];
  const wanted = text.trim().toLowerCase();
  const commands = useCommands().filter((command) => wanted === "" || command.text.toLowerCase().includes(wanted));
  const selected = combobox.selectedOptionIndex;
  useEffect(() => {
    combobox.selectFirstOption();
    // The first hit is always the chosen one.
  }, [patients.length, commands.length, settled]);

  function choose(value: string): void {
    onClose();
    const patient = patients.find((one) => one.id === value);
    if (patient) navigate(`/patienten/${patient.id}`);
    else commands.find((one) => one.key === value)?.act();
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <div className={styles.body}>
        <Combobox.EventsTarget>
          <div className={styles.field}>
            <Icon of={IconSearch} />
            <input
              className={styles.input}
              value={text}
              onChange={(event) => type(event.target.value)}
              placeholder={t(mayFind ? "shell.search" : "shell.searchCommands")}
              aria-label={t(mayFind ? "shell.search" : "shell.searchCommands")}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
            <Kbd>Esc</Kbd>
          </div>
        </Combobox.EventsTarget>
        <Combobox.Options className={styles.options!} aria-label={t("commands.title")}>
          {mayFind && patients.length > 0 && (
            <Combobox.Group label={t("commands.patients")} classNames={{ groupLabel: styles.group! }}>
              {patients.map((patient, at) => (
                <Combobox.Option key={patient.id} value={patient.id} className={styles.option!}>
                  <b>
                    <PatientName of={patient} chosen={at === selected} />
                  </b>
                  {patient.birth_date && <i>{fieldDate(patient.birth_date)}</i>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {commands.length > 0 && (
            <Combobox.Group label={t("commands.commands")} classNames={{ groupLabel: styles.group! }}>
              {commands.map((command) => (
                <Combobox.Option key={command.key} value={command.key} className={styles.option!}>
                  <Icon of={command.icon} /> {command.text}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
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
    </Combobox>
  );
}
