import { Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes";
import styles from "./dialog.module.css";
import { Icon } from "./icon";

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

// Only for a decision that stops the work.
export function Dialog({ title, opened, onClose, wide = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay className={styles.overlay!} />
      <Modal.Content classNames={{ inner: styles.inner!, content: classes(styles.content, wide && styles.wide) }}>
        <div className={styles.header}>
          <Modal.Title className={styles.title!}>{title}</Modal.Title>
          <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")}>
            <Icon of={IconX} />
          </button>
        </div>
        <Modal.Body className={styles.body!}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
