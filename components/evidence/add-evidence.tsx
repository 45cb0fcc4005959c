import { Disclosure } from "@/components/ui/disclosure";
import { currentMember } from "@/lib/auth";
import { isAtLeast, whoMay } from "@/lib/domain/roles";
import { Upload } from "./upload";

/** For those who may; the others are told who may. */
export async function AddEvidence({ session }: { session: string }) {
  const member = await currentMember();
  if (!member) return null;
  return (
    <div className="mt-3">
      {isAtLeast(member.role, "reviewer") ? (
        <Disclosure label="Add evidence…">
          <Upload session={session} />
        </Disclosure>
      ) : (
        <p className="text-muted text-xs">{whoMay.reviewer} can add evidence here.</p>
      )}
    </div>
  );
}
