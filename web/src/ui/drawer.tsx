import { Drawer as Mantine } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";
import styles from "./side_panel.module.css";

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

// For looking at something beside the work; over it on every width.
export function Drawer({ title, opened, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Mantine.Root opened={opened} onClose={onClose} position="right">
      <Mantine.Overlay className={styles.overlay!} />
      <Mantine.Content classNames={{ content: styles.over! }}>
        <div className={styles.head}>
          <div className={styles.top}>
            <span />
            <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")}>
              <Icon of={IconX} />
            </button>
          </div>
          <Mantine.Title className={styles.title!}>{title}</Mantine.Title>
        </div>
        <div className={styles.body} tabIndex={0} role="group" aria-label={title}>
          {children}
        </div>
      </Mantine.Content>
    </Mantine.Root>
  );
}
