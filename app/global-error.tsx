"use client";

import { ErrorPanel } from "@/components/ui/error-panel";
import "./globals.css";

/** Stands in for the whole document when the root layout itself failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Error · Exhibit</title>
        <main>
          <ErrorPanel {...props} />
        </main>
      </body>
    </html>
  );
}
