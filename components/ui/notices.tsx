import { Notice } from "./notice";

/** What was left out of what the address asked for, above what is shown instead. */
export function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <div className="mb-3">
      <Notice>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </Notice>
    </div>
  );
}
