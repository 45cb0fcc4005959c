import { useEffect, useState } from "react";
import { formatAgo } from "@/lib/format";

/** Of a time by the browser's clock, and it goes on. */
export function Ago({ at }: { at: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span className="tabular-nums">{formatAgo(now - at)}</span>;
}
