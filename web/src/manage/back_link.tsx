import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "../app/route";
import { Icon } from "../ui/icon";
import styles from "./manage.module.css";

export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <div>
      <Link href={to} className={styles.back}>
        <Icon of={IconArrowLeft} size={16} /> {children}
      </Link>
    </div>
  );
}
