import { Drawer } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useWide } from "./width";
import { Icon } from "./icon";
import styles from "./side_panel.module.css";

interface Props {
  title: string;
  above?: ReactNode;
  below?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

function Content({ id, title, above, below, foot, onClose, children }: Props & { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.head}>
        <div className={styles.top}>
          <span>{above}</span>
          <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")}>
            <Icon of={IconX} />
          </button>
        </div>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {below}
      </div>
      <div className={styles.body} tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </>
  );
}

// The detail of what is chosen: beside the list on a desk, over it where there is no room.
export function SidePanel(props: Props) {
  const id = useId();
  const wide = useWide();
  if (wide)
    return (
      <aside className={styles.panel} aria-labelledby={id}>
        <Content id={id} {...props} />
      </aside>
    );
  return (
    <Drawer.Root opened onClose={props.onClose} position="right">
      <Drawer.Overlay className={styles.overlay!} />
      <Drawer.Content classNames={{ content: styles.over! }} aria-labelledby={id}>
        <Content id={id} {...props} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
