import type { Agenda } from "./columns";
import { MiniMonth } from "./mini_month";
import { PractitionerList } from "./practitioner_list";
import styles from "./side.module.css";
import { type Waiting, WaitingList } from "./waiting_list";

interface Props {
  agenda: Agenda;
  date: string;
  today: string;
  wholeWeek: boolean;
  onDate: (date: string) => void;
  onWaiting: (one: Waiting) => void;
  onAddWaiting: () => void;
  onHours: () => void;
}

// Beside the agenda at a desk, in a drawer elsewhere.
export function Side({ agenda, date, today, wholeWeek, ...does }: Props) {
  return (
    <div className={styles.side}>
      <MiniMonth date={date} today={today} wholeWeek={wholeWeek} onChoose={does.onDate} />
      <PractitionerList practitioners={agenda.practitioners} onHours={does.onHours} />
      <WaitingList
        waiting={agenda.waiting}
        practitioners={agenda.practitioners}
        onOpen={does.onWaiting}
        onAdd={does.onAddWaiting}
      />
    </div>
  );
}
