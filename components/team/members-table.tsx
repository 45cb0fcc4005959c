import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { Teammate } from "@/lib/data/team";

const columns = ["Name", "Role", "Joined", "Last sign-in", "Last change"];

/** A table where it fits; on a phone each member is a few lines. */
export function MembersTable({ team, me }: { team: Teammate[]; me: string }) {
  return (
    <table className="w-full text-xs max-md:block">
      <caption className="sr-only">Members, a row leads to its member</caption>
      <thead className="hidden text-left text-muted md:table-header-group">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="pr-4 pb-2 font-medium last:pr-0">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {team.map((each) => (
          <MemberRow key={each.userId} member={each} isMe={each.userId === me} />
        ))}
      </tbody>
    </table>
  );
}

const row =
  "relative flex flex-wrap gap-x-4 gap-y-0.5 border-line border-t py-2 hover:bg-sunken has-focus-visible:bg-accent-soft max-md:first:border-t-0 md:table-row";
const cell = "md:border-line md:border-t md:py-1.5 md:pr-4 md:align-top md:last:pr-0";

function MemberRow({ member, isMe }: { member: Teammate; isMe: boolean }) {
  const { userId, name, email, role, isLastAdmin } = member;
  return (
    <tr className={row}>
      <td className={`w-full md:w-2/5 ${cell}`}>
        <Link
          href={`/team/${userId}`}
          prefetch={false}
          className="font-medium after:absolute after:inset-0"
        >
          <bdi>{name}</bdi>
        </Link>
        {isMe && <span className="text-muted"> (you)</span>}
        <span className="block text-muted">
          <bdi>{email}</bdi>
        </span>
      </td>
      <td className={cell}>
        <Badge tone={role === "admin" ? "accent" : "neutral"}>{role}</Badge>
        {isLastAdmin && <span className="ml-1.5 whitespace-nowrap text-muted">the last one</span>}
      </td>
      <Moment at={member.joinedAt} label="joined" />
      <Moment at={member.signedInAt} label="last sign-in" />
      <Moment at={member.changedAt} label="last change" />
    </tr>
  );
}

/** The column's name is said in each row where there is no head of the table. */
function Moment({ at, label }: { at: string | null; label: string }) {
  return (
    <td className={`text-muted md:whitespace-nowrap md:text-ink ${cell}`}>
      <span className="md:hidden">{label} </span>
      {at ? <Time at={at} /> : "never"}
    </td>
  );
}
