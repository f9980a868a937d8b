import { Menu } from "@mantine/core";
import { IconBook2, IconLogout, IconMenu2, IconUserCog } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icon";
import { placesOf } from "./places";
import styles from "./phone_bar.module.css";
import { Link, navigate, useParts } from "./route";
import { logOut, useSession } from "./session";

const PLACES_MAX = 4;

// Four places, and the rest behind Meer.
export function PhoneBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const here = useParts()[0];
  const places = placesOf(useSession());
  const more = [
    ...places.slice(PLACES_MAX).map((place) => ({
      icon: place.icon,
      text: `place.${place.key}`,
      act: () => navigate(place.path),
    })),
    { icon: IconBook2, text: "help.thisPage", act: onHelp },
    { icon: IconUserCog, text: "place.mijn", act: () => navigate("/mijn") },
    { icon: IconLogout, text: "shell.logOut", act: () => void logOut() },
  ];
  return (
    <nav className={styles.bar} aria-label={t("shell.places")}>
      {places.slice(0, PLACES_MAX).map((place) => (
        <Link
          key={place.key}
          href={place.path}
          className={styles.item}
          aria-current={place.path === `/${here}` ? "page" : undefined}
        >
          <Icon of={place.icon} size={22} />
          {t(`place.${place.key}`)}
        </Link>
      ))}
      <Menu position="top-end" withinPortal={false} classNames={{ dropdown: styles.menu!, item: styles.command! }}>
        <Menu.Target>
          <button type="button" className={styles.item}>
            <Icon of={IconMenu2} size={22} />
            {t("shell.more")}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map((command) => (
            <Menu.Item key={command.text} onClick={command.act} leftSection={<Icon of={command.icon} />}>
              {t(command.text)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
