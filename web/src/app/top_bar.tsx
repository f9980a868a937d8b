import { Menu } from "@mantine/core";
import {
  IconBook2,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconSearch,
  IconUserCog,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { initialsOf } from "./names";
import { navigate } from "./route";
import { logOut, useSession } from "./session";
import styles from "./top_bar.module.css";

interface Props {
  onSearch: () => void;
  onNames: () => void;
  onLock: () => void;
  onHelp: () => void;
}

export function TopBar({ onSearch, onNames, onLock, onHelp }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const hidden = session.names?.hidden ?? false;
  const may = session.places?.some((place) => place.key === "patienten");
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K F2">
        <Icon of={IconSearch} />
        <span>{t(may ? "shell.search" : "shell.searchCommands")}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      {session.names && may && (
        <button
          type="button"
          className={classes(styles.tool, hidden && styles.hidden)}
          onClick={onNames}
          aria-keyshortcuts="F8"
        >
          <Icon of={hidden ? IconEyeOff : IconEye} />
          <span>{t(hidden ? "names.hidden" : "names.visible")}</span>
          <Kbd>F8</Kbd>
        </button>
      )}
      <button type="button" className={styles.tool} onClick={onLock} aria-keyshortcuts="F9">
        <Icon of={IconLock} />
        <span>{t("lock.now")}</span>
        <Kbd>F9</Kbd>
      </button>
      <AccountMenu onHelp={onHelp} />
    </header>
  );
}

function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const commands = [
    { icon: IconKeyboard, text: "keys.title", act: onHelp },
    { icon: IconBook2, text: "place.handboek", act: () => navigate("/handboek") },
    { icon: IconUserCog, text: "place.mijn", act: () => navigate("/mijn") },
    { icon: IconLogout, text: "shell.logOut", act: () => void logOut() },
  ];
  return (
    <Menu
      position="bottom-end"
      offset={4}
      withinPortal={false}
      classNames={{ dropdown: styles.menu!, item: styles.item! }}
    >
      <Menu.Target>
        <button type="button" className={styles.account}>
          <span className={styles.avatar} aria-hidden="true">
            {initialsOf(account.name) || account.name.slice(0, 2).toUpperCase()}
          </span>
          <span>
            <b>{account.name}</b>
            <small>{account.role && t(`role.${account.role}`)}</small>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command) => (
          <Menu.Item key={command.text} onClick={command.act} leftSection={<Icon of={command.icon} />}>
            {t(command.text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
