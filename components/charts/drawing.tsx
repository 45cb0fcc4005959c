import { Component, type ReactNode } from "react";
import type { ChartSpec } from "@/lib/domain/chart";
import { Bars } from "./bars";
import { Failed } from "./failed";
import { Lines } from "./lines";

export type DrawingProps = { title: string; spec: ChartSpec; onDrawn: () => void };

/** What is fetched when a chart comes into view: everything that needs recharts. */
export function Drawing(props: DrawingProps) {
  return <Guard>{props.spec.kind === "lines" ? <Lines {...props} /> : <Bars {...props} />}</Guard>;
}

/** A drawing that fails must not take its page along. */
class Guard extends Component<{ children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}
