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

interface ContentProps extends Props {
  // Only beside the list; a drawer is named by its own title.
  id?: string;
  as: "h2" | typeof Drawer.Title;
}

function Content({ id, as: Title, title, above, below, foot, onClose, children }: ContentProps) {
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
        <Title {...(id ? { id } : {})} className={styles.title}>
          {title}
        </Title>
        {below}
      </div>
      <div className={styles.body} tabIndex={0} role="group" aria-label={title}>
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
        <Content id={id} as="h2" {...props} />
      </aside>
    );
  return (
    <Drawer.Root opened onClose={props.onClose} position="right">
      <Drawer.Overlay className={styles.overlay!} />
      <Drawer.Content classNames={{ content: styles.over! }}>
        <Content as={Drawer.Title} {...props} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
