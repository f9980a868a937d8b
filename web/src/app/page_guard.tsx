import { Component, type ReactNode } from "react";
import { i18n } from "./i18n";
import { ApiError } from "./api";
import { Card } from "../ui/card";
import { Failed } from "../ui/waiting";
import styles from "./page.module.css";

interface Props {
  // Another page gets another chance.
  place: string;
  children: ReactNode;
}

// A page that breaks does not take the rail, the lock and the drafts with it.
export class PageGuard extends Component<Props, { broken: string | undefined }> {
  override state = { broken: undefined };

  static getDerivedStateFromError() {
    return { broken: "page-broken" };
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.broken) this.setState({ broken: undefined });
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={styles.page}>
        <Card flush>
          <Failed
            title={i18n.t("error.page")}
            error={new ApiError(0, "page-broken", "")}
            again={() => this.setState({ broken: undefined })}
          />
        </Card>
      </div>
    );
  }
}
